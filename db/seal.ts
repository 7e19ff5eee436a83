import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import { makeCipher, nonceBytes, tagBytes } from './cipher.ts'
import { documentFrom, documentText } from './upcast.ts'
import type { DocumentKind } from './upcasters.ts'

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
/** How much longer bytes are when they are sealed. */
export const sealOverhead = nonceBytes + tagBytes
const shortestSecret = 16

/** `secret`: at least 16 characters. Losing it loses everything sealed with it. */
export async function makeSeal(secret: string): Promise<Seal> {
  if (secret.length < shortestSecret) throw new RangeError('the master secret is too short')
  const { subtle } = crypto
  const encode = (text: string) => new TextEncoder().encode(text)
  const master = await subtle.importKey('raw', encode(secret), 'HKDF', false, ['deriveBits'])
  const derivation = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encode('huiying'),
    info: encode(use),
  })
  const keyFor = async (use: string) =>
    new Uint8Array(await subtle.deriveBits(derivation(use), master, 256))
  const { close, open } = await makeCipher(await keyFor('seal'))
  const [lookupKey, chainKey] = [await keyFor('lookup'), await keyFor('chain')]
  return {
    seal: async (text) => version + Buffer.from(await close(encode(text), '')).toString('base64'),
    open: async (sealed) => new TextDecoder().decode(await open(sealedText(sealed), '')),
    sealBytes: async (bytes, place) => close(bytes, place),
    openBytes: async (sealed, place) => open(sealed, place),
    lookup: async (text) => createHmac('sha256', lookupKey).update(text).digest('base64url'),
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
