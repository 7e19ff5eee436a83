import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM: nonce, sealed bytes, tag. `place` is authenticated, not stored. */
export type Cipher = {
  readonly close: (bytes: Uint8Array, place: string) => Uint8Array | Promise<Uint8Array>
  /** Throws when the bytes were sealed with another key or elsewhere, or altered. */
  readonly open: (bytes: Uint8Array, place: string) => Uint8Array | Promise<Uint8Array>
}

export const nonceBytes = 12
export const tagBytes = 16

/**
 * By node's functions, where the platform has them: of the web's each call is a promise and a thread's turn, and a
 * message needs a dozen. On Workers by the web's.
 */
export async function makeCipher(key: Uint8Array<ArrayBuffer>): Promise<Cipher> {
  const own = nodeCipher(key)
  try {
    own.open(own.close(new Uint8Array(1), ''), '')
    return own
  } catch {
    return webCipher(key)
  }
}

type SyncCipher = {
  readonly close: (bytes: Uint8Array, place: string) => Uint8Array
  readonly open: (bytes: Uint8Array, place: string) => Uint8Array
}

function nodeCipher(key: Uint8Array): SyncCipher {
  const algorithm = 'aes-256-gcm'
  const options = { authTagLength: tagBytes }
  return {
    close: (bytes, place) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce, options)
      cipher.setAAD(Buffer.from(place))
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    },
    open: (bytes, place) => {
      const end = bytes.length - tagBytes
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), options)
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(end))
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, end)), decipher.final()])
    },
  }
}

async function webCipher(bytes: Uint8Array<ArrayBuffer>): Promise<Cipher> {
  const { subtle } = crypto
  const key = await subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const how = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(place),
  })
  return {
    close: async (plain, place) => {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
      const sealed = await subtle.encrypt(how(iv, place), key, new Uint8Array(plain))
      return Buffer.concat([iv, new Uint8Array(sealed)])
    },
    open: async (sealed, place) => {
      const iv = new Uint8Array(sealed.subarray(0, nonceBytes))
      const rest = new Uint8Array(sealed.subarray(nonceBytes))
      return new Uint8Array(await subtle.decrypt(how(iv, place), key, rest))
    },
  }
}
