/** Encryption of personal data at rest; WebCrypto, so that it is the same on Node and on Workers. */
export type Seal = {
  /** Text → AES-256-GCM, base64url. */
  readonly seal: (text: string) => Promise<string>
  /** Throws when the key is another or the bytes were changed. */
  readonly open: (sealed: string) => Promise<string>
  /** Keyed hash, to find a row by personal data without storing it. */
  readonly lookup: (text: string) => Promise<string>
}

const utf8 = new TextEncoder()

/** Keys are derived from one master secret (at least 32 characters) with HKDF-SHA-256, one per purpose. */
export async function makeSeal(secret: string): Promise<Seal> {
  const master = await crypto.subtle.importKey('raw', utf8.encode(secret), 'HKDF', false, [
    'deriveKey',
  ])
  const derive = (info: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: utf8.encode('huiying'), info: utf8.encode(info) },
      master,
      algorithm,
      false,
      usages,
    )
  const sealing = await derive('seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt'])
  const finding = await derive('lookup', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign'])
  return {
    seal: async (text) => {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, utf8.encode(text))
      return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },
    open: async (sealed) => {
      const bytes = fromBase64(sealed)
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: bytes.slice(0, 12) },
        sealing,
        bytes.slice(12),
      )
      return new TextDecoder().decode(opened)
    },
    lookup: async (text) =>
      toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', finding, utf8.encode(text)))),
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
