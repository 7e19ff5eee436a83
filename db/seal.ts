import { Buffer } from 'node:buffer'
import { documentFrom, documentText } from './upcast.ts'
import type { DocumentKind } from './upcasters.ts'
import { createHmac } from 'node:crypto'

/** Keeps text secret at rest, with keys derived from one master secret. */
export type Seal = {
  /** AES-256-GCM with a fresh nonce: the same text never looks the same twice. */
  readonly seal: (text: string) => Promise<string>
  /** Throws when the text was sealed with another secret, or altered. */
  readonly open: (sealed: string) => Promise<string>
  /** As `seal`, for bytes; they open in the same place only (`place` is authenticated, not stored). */
  readonly sealBytes: (bytes: Uint8Array, place: string) => Promise<Uint8Array>
  /** Throws as `open` does, and for bytes moved from another place. */
  readonly openBytes: (sealed: Uint8Array, place: string) => Promise<Uint8Array>
  /** Keyed hash to find something by: the same for the same text, useless without the secret. */
  readonly lookup: (text: string) => Promise<string>
  /** What only the holder of the master secret can put on an entry of history, 64 hexadecimal digits. */
  readonly mac: (text: string) => string
}

const version = '1.'
const nonceBytes = 12
const tagBytes = 16
/** How much longer bytes are when they are sealed. */
export const sealOverhead = nonceBytes + tagBytes
const shortestSecret = 16

/** `secret`: at least 16 characters. Losing it loses everything sealed with it. */
export async function makeSeal(secret: string): Promise<Seal> {
  if (secret.length < shortestSecret) throw new RangeError('the master secret is too short')
  const { subtle } = crypto
  const encode = (text: string) => new TextEncoder().encode(text)
  const master = await subtle.importKey('raw', encode(secret), 'HKDF', false, [
    'deriveKey',
    'deriveBits',
  ])
  const derivation = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encode('huiying'),
    info: encode(use),
  })
  const sealing = { name: 'AES-GCM', length: 256 }
  const hashing = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  const sealKey = await subtle.deriveKey(derivation('seal'), master, sealing, false, [
    'encrypt',
    'decrypt',
  ])
  const lookupKey = await subtle.deriveKey(derivation('lookup'), master, hashing, false, ['sign'])
  // Not by the web's functions, though they would do: a history has hundreds of thousands of links, each a promise.
  const chainKey = new Uint8Array(await subtle.deriveBits(derivation('chain'), master, 256))
  const close = async (bytes: Uint8Array<ArrayBuffer>, place: string) => {
    const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
    const how = { name: 'AES-GCM', iv, additionalData: encode(place) }
    const sealed = await subtle.encrypt(how, sealKey, bytes)
    const whole = new Uint8Array(sealOverhead + bytes.length)
    whole.set(iv)
    whole.set(new Uint8Array(sealed), nonceBytes)
    return whole
  }
  const open = async (bytes: Uint8Array, place: string) => {
    const how = {
      name: 'AES-GCM',
      iv: bytes.slice(0, nonceBytes),
      additionalData: encode(place),
    }
    return new Uint8Array(await subtle.decrypt(how, sealKey, bytes.slice(nonceBytes)))
  }
  return {
    seal: async (text) => {
      const sealed = await close(encode(text), '')
      return version + Buffer.from(sealed).toString('base64')
    },
    open: async (sealed) => new TextDecoder().decode(await open(sealedText(sealed), '')),
    sealBytes: (bytes, place) => close(new Uint8Array(bytes), place),
    openBytes: open,
    lookup: async (text) =>
      Buffer.from(await subtle.sign('HMAC', lookupKey, encode(text))).toString('base64url'),
    mac: (text) => createHmac('sha256', chainKey).update(text).digest('hex'),
  }
}

/** Sealed bytes as they were written down as text. */
export function sealedText(sealed: string): Uint8Array {
  if (!sealed.startsWith(version)) throw new Error('not sealed by this house')
  return new Uint8Array(Buffer.from(sealed.slice(version.length), 'base64'))
}

/** A value as sealed JSON. */
export function sealJson(seal: Seal, kind: DocumentKind, value: unknown): Promise<string> {
  return seal.seal(documentText(kind, value))
}

/** What `sealJson` sealed, in today's form; the caller names its type. Throws as `upcast`. */
export async function openJson<T>(seal: Seal, kind: DocumentKind, sealed: string): Promise<T> {
  // Safe because the seal is authenticated: only our own sealJson can have written it.
  return documentFrom(kind, await seal.open(sealed)) as T
}

/** The same in a list: null for one that cannot be opened, so that it hides none of the others. */
export function openJsonOrNull<T>(
  seal: Seal,
  kind: DocumentKind,
  sealed: string,
): Promise<T | null> {
  return openJson<T>(seal, kind, sealed).catch(() => null)
}
