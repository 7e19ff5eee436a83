import { createHash } from 'node:crypto'
import { encrypt, getSignature } from '@wecom/crypto'

export const token = 'agreed-token'
export const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
export const appId = 'wx1234567890abcdef'
export const corpId = 'ww1234567890abcdef'

/** Fields of a call as WeChat writes them: words as CDATA, numbers bare. */
export function xmlOf(fields: Readonly<Record<string, string | number>>): string {
  const inner = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number'
      ? `<${name}>${String(value)}</${name}>`
      : `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  )
  return `<xml>${inner.join('\n')}</xml>`
}

export type SignedCall = { readonly query: string; readonly body: string }

/** WeChat's signature in plain mode: SHA-1 over token, timestamp and nonce, sorted. */
export function plainSignature(timestamp: string, nonce: string, by = token): string {
  return createHash('sha1').update([by, timestamp, nonce].sort().join('')).digest('hex')
}

/** A call as WeChat makes it in plain mode. `at`: UTC milliseconds. */
export function plainCall(body: string, at: number, by = token): SignedCall {
  const timestamp = String(Math.floor(at / 1000))
  const signature = plainSignature(timestamp, 'nonce', by)
  return { query: new URLSearchParams({ signature, timestamp, nonce: 'nonce' }).toString(), body }
}

export type Sealing = {
  readonly receiver?: string
  readonly key?: string
  readonly by?: string
  /** Fields beside the encrypted one, as in compatible mode. */
  readonly beside?: string
}

/** A call as WeChat makes it in AES mode: sealed and signed by an implementation that is not ours. */
export function sealedCall(xml: string, at: number, sealing: Sealing = {}): SignedCall {
  const { receiver = appId, key = aesKey, by = token, beside = '' } = sealing
  const timestamp = String(Math.floor(at / 1000))
  const encrypted = encrypt(key, xml, receiver)
  const query = new URLSearchParams({
    signature: plainSignature(timestamp, 'nonce', by),
    msg_signature: getSignature(by, timestamp, 'nonce', encrypted),
    encrypt_type: 'aes',
    timestamp,
    nonce: 'nonce',
  })
  const body = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName>${beside}<Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
  return { query: query.toString(), body }
}
