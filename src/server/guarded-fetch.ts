import { lookup } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { Agent, fetch as undiciFetch } from 'undici'
import { isPublicIp } from '#app/notices/webhook-address.ts'
import { barredCode } from '#channels/webhook/send.ts'

type Found = (error: Error | null, addresses: LookupAddress[]) => void

/**
 * A fetch that connects to public addresses only: names are looked up once, at the moment of connecting, so
 * that one which changes its mind between a check and the call leads nowhere. Throws with code EPRIVATE.
 */
export function guardedFetch(): typeof globalThis.fetch {
  const dispatcher = new Agent({ connect: { lookup: publicOnly } })
  const guarded = (input: string | URL, init: object) => undiciFetch(input, { ...init, dispatcher })
  // Safe because undici's fetch is the one Node's own is made of.
  return guarded as unknown as typeof globalThis.fetch
}

function publicOnly(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) found(error, [])
    else if (addresses.every(({ address }) => isPublicIp(address))) found(null, addresses)
    else found(Object.assign(new Error('a private address'), { code: barredCode }), [])
  })
}
