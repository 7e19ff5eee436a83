import ipaddr from 'ipaddr.js'

/** So much per key in so long. `now`: UTC milliseconds. */
export type Limiter = {
  /** Takes `cost` of what a key has left; false, and nothing taken, when that is not enough. */
  readonly allows: (key: string, now: number, cost?: number) => boolean
  /** Gives back what was taken for something that does not count after all. */
  readonly give: (key: string, cost?: number) => void
  /** Whether a key has all it can have: nothing of it counts at the moment. */
  readonly isFresh: (key: string, now: number) => boolean
}

/** Keys kept at once: about 10 MB. Beyond it those not seen for longest are forgotten. */
const mostKeys = 50_000

type Bucket = { left: number; at: number }

/**
 * At most `limit` at once, and as much again in each `windowMs`, evenly. In memory and per process; every call
 * takes the same short time, however many keys there are.
 */
export function makeLimiter(limit: number, windowMs: number, most = mostKeys): Limiter {
  const buckets = makeShelf<Bucket>(most)
  const bucketOf = (key: string, now: number): Bucket => {
    const known = buckets.get(key)
    const bucket = known ?? { left: limit, at: now }
    if (known === undefined) buckets.set(key, bucket)
    // A clock that is put back gives nothing.
    const gained = (Math.max(0, now - bucket.at) * limit) / windowMs
    bucket.left = Math.min(limit, bucket.left + gained)
    bucket.at = now
    return bucket
  }
  return {
    allows: (key, now, cost = 1) => {
      const bucket = bucketOf(key, now)
      if (bucket.left < cost) return false
      bucket.left -= cost
      return true
    },
    give: (key, cost = 1) => {
      const bucket = buckets.get(key)
      if (bucket !== undefined) bucket.left = Math.min(limit, bucket.left + cost)
    },
    isFresh: (key, now) => bucketOf(key, now).left >= limit,
  }
}

/** At most `most` values by key: two halves, of which the older is dropped as a whole when the newer is full. */
function makeShelf<T>(most: number) {
  let [fresh, old] = [new Map<string, T>(), new Map<string, T>()]
  const set = (key: string, value: T) => {
    if (fresh.size >= most / 2) [fresh, old] = [new Map(), fresh]
    fresh.set(key, value)
  }
  return {
    get: (key: string): T | undefined => {
      const here = fresh.get(key)
      if (here !== undefined) return here
      const before = old.get(key)
      if (before !== undefined) set(key, before)
      return before
    },
    set,
  }
}

/**
 * Whose address it is, for limits: an IPv4 address itself, also inside an IPv6 one; of an IPv6 address its first
 * 64 bits, since one household has all of them. What is no address stays as it is.
 */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  return new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()
}
