import { decrypt, encrypt, isSigned, signatureOf } from './crypto.ts'
import { readXml, writeXml } from './xml.ts'
import type { Fields } from './xml.ts'

/** A call older than this is a replay: in plain mode the signature does not cover the body. */
const freshMs = 10 * 60 * 1000

export type CallKeys = {
  /** Agreed on with WeChat; only ever signed with. */
  readonly token: string
  /** 43 letters; null: calls come in plain mode. */
  readonly aesKey: string | null
  /** Whom encrypted calls are for: the account's app id, WeCom's corp id. */
  readonly receiver: string
}

/** A call as it came in. */
export type Call = {
  /** A parameter of the address; '' when it is not there. */
  readonly query: (name: string) => string
  readonly body: string
  /** UTC milliseconds. */
  readonly now: number
}

export type Opened =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string }

/** What WeChat wants to hear back when the address is set: signed plainly, WeCom's encrypted; null when not signed. */
export function echo({ query }: Call, keys: CallKeys): string | null {
  const given = query('echostr')
  const stamp = [keys.token, query('timestamp'), query('nonce')]
  if (query('msg_signature') === '') return isSigned(query('signature'), stamp) ? given : null
  if (keys.aesKey === null || !isSigned(query('msg_signature'), [...stamp, given])) return null
  return decrypt(given, keys.aesKey, keys.receiver)
}

/**
 * The message in a call. With a key only what is encrypted counts: plain fields beside it, as in WeChat's
 * compatible mode, are not covered by any signature.
 */
export function openCall(call: Call, keys: CallKeys): Opened {
  const age = Math.abs(call.now - Number(call.query('timestamp')) * 1000)
  if (!(age <= freshMs)) return refused(401, 'stale')
  return keys.aesKey === null ? openPlain(call, keys) : openSealed(call, keys, keys.aesKey)
}

function openPlain({ query, body }: Call, { token }: CallKeys): Opened {
  const signed = isSigned(query('signature'), [token, query('timestamp'), query('nonce')])
  return signed ? opened(body) : refused(401, 'signature')
}

function openSealed({ query, body }: Call, { token, receiver }: CallKeys, aesKey: string): Opened {
  const encrypted = readXml(body)?.['Encrypt']
  if (encrypted === undefined) return refused(400, 'not-encrypted')
  const stamp = [token, query('timestamp'), query('nonce')]
  if (!isSigned(query('msg_signature'), [...stamp, encrypted])) return refused(401, 'signature')
  const xml = decrypt(encrypted, aesKey, receiver)
  return xml === null ? refused(400, 'not-decrypted') : opened(xml)
}

function opened(xml: string): Opened {
  const fields = readXml(xml)
  return fields === null ? refused(400, 'malformed') : { ok: true, fields }
}

function refused(status: 400 | 401, reason: string): Opened {
  return { ok: false, status, reason }
}

/** When a reply was made, and what makes its seal another every time. */
export type Stamp = {
  /** UTC milliseconds. */
  readonly now: number
  readonly nonce: string
  /** 16 random bytes. */
  readonly salt: Uint8Array
}

/** Words in answer to a call, as WeChat reads them: to who sent it, sealed and signed when calls are. */
export function reply(call: Fields, words: string, keys: CallKeys, stamp: Stamp): string {
  const seconds = Math.floor(stamp.now / 1000)
  const xml = writeXml({
    ToUserName: call['FromUserName'] ?? '',
    FromUserName: call['ToUserName'] ?? '',
    CreateTime: seconds,
    MsgType: 'text',
    Content: words,
  })
  if (keys.aesKey === null) return xml
  const { receiver, token } = keys
  const { nonce, salt } = stamp
  const Encrypt = encrypt(xml, keys.aesKey, { receiver, salt })
  const MsgSignature = signatureOf([token, String(seconds), nonce, Encrypt])
  return writeXml({ Encrypt, MsgSignature, TimeStamp: seconds, Nonce: nonce })
}
