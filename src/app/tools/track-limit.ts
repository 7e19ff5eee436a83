import { makeLimiter } from './limiter.ts'

const windowMs = 10 * 60_000
/** Calls in ten minutes from one address, whatever comes of them. */
const callsPerAddress = 120
/** Wrong codes in ten minutes: from one address, and for one number from everywhere. */
const wrongPerAddress = 20
const wrongPerNumber = 60

/** A try that is let through; `right` says that the code was. */
export type Try = { readonly right: () => void }

/**
 * Looking up a ticket by its number and code. Wrong codes are counted by address first, and for the number only as
 * far as the address may still try: one address cannot shut a number. When many have tried a number, whoever has
 * not been wrong lately still gets in. A try is counted before the code is looked at, and given back when it was
 * right.
 */
export function makeTrackLimit() {
  const calls = makeLimiter(callsPerAddress, windowMs)
  const addresses = makeLimiter(wrongPerAddress, windowMs)
  const numbers = makeLimiter(wrongPerNumber, windowMs)
  /** `address`: null when unknown. null: too many. */
  return (address: string | null, number: string, now: number): Try | null => {
    const from = address ?? 'unknown'
    if (!calls.allows(from, now)) return null
    const isHonest = addresses.isFresh(from, now)
    if (!addresses.allows(from, now)) return null
    const isCounted = numbers.allows(number, now)
    if (!isCounted && !isHonest) {
      addresses.give(from)
      return null
    }
    return {
      right: () => {
        addresses.give(from)
        if (isCounted) numbers.give(number)
      },
    }
  }
}

export const trackRetrySeconds = windowMs / 1000

export type TrackLimit = ReturnType<typeof makeTrackLimit>
