import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** Random bytes before the message, and the four that hold its length. */
const saltBytes = 16
const lengthBytes = 4
/** WeChat pads to blocks of 32, which AES itself does not know. */
const blockBytes = 32

/** WeChat's signature over the parts, in hex. */
export function signatureOf(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')
}

/**
 * Whether `given` is WeChat's signature over the parts: SHA-1 of them, sorted and joined. Plain mode signs
 * token, timestamp and nonce only; AES mode the encrypted text too. Takes equally long right or wrong.
 */
export function isSigned(given: string, parts: readonly string[]): boolean {
  // As text: read as hex, whatever follows the last whole pair of digits would be passed over.
  const right = Buffer.from(signatureOf(parts))
  const claimed = Buffer.from(given)
  return claimed.length === right.length && timingSafeEqual(claimed, right)
}

/**
 * The message inside a text encrypted with the 43-letter key, or null when it was not encrypted with it, has
 * been tampered with, or is for another `receiver` (app id of the account, corp id of WeCom).
 */
export function decrypt(encrypted: string, aesKey: string, receiver: string): string | null {
  const plain = decipher(Buffer.from(encrypted, 'base64'), Buffer.from(`${aesKey}=`, 'base64'))
  if (plain === null || plain.length < saltBytes + lengthBytes) return null
  const start = saltBytes + lengthBytes
  const end = start + plain.readUInt32BE(saltBytes)
  if (end > plain.length || plain.subarray(end).toString() !== receiver) return null
  return plain.subarray(start, end).toString()
}

/** A message sealed for `receiver` with the 43-letter key, in base64. `salt`: 16 random bytes. */
export function encrypt(
  text: string,
  aesKey: string,
  { receiver, salt }: { readonly receiver: string; readonly salt: Uint8Array },
): string {
  const message = Buffer.from(text)
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(message.length)
  const plain = Buffer.concat([salt, length, message, Buffer.from(receiver)])
  const count = blockBytes - (plain.length % blockBytes)
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padding = Buffer.alloc(count, count)
  return Buffer.concat([aes.update(plain), aes.update(padding), aes.final()]).toString('base64')
}

/** AES-256-CBC without its padding; null when the bytes are none of ours. */
function decipher(bytes: Buffer, key: Buffer): Buffer | null {
  try {
    const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    return unpadded(Buffer.concat([aes.update(bytes), aes.final()]))
  } catch {
    return null
  }
}

function unpadded(padded: Buffer): Buffer | null {
  const count = padded.at(-1) ?? 0
  if (count < 1 || count > blockBytes || count > padded.length) return null
  const padding = padded.subarray(padded.length - count)
  return padding.every((byte) => byte === count) ? padded.subarray(0, padded.length - count) : null
}
