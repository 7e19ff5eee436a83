/** Counts what each key did lately; `now` is UTC milliseconds. */
export type Flood = {
  /** Counts one; true while the key stays within its limit. */
  readonly allows: (key: string, now: number) => boolean
}

/** Keys kept at once; when there are more, those that have gone quiet are dropped. */
const maxKeys = 10_000

/**
 * At most `limit` in any `windowMs`, per key. In memory: it slows one process's flood down, the store's own
 * guards (idempotent ids, atomic commits) keep what comes through right.
 */
export function makeFlood(limit: number, windowMs: number): Flood {
  const seen = new Map<string, readonly number[]>()
  return {
    allows: (key, now) => {
      if (seen.size > maxKeys) forgetQuiet(seen, now - windowMs)
      const recent = (seen.get(key) ?? []).filter((at) => at > now - windowMs)
      if (recent.length >= limit) return false
      seen.set(key, [...recent, now])
      return true
    },
  }
}

function forgetQuiet(seen: Map<string, readonly number[]>, before: number): void {
  for (const [key, times] of seen) if ((times.at(-1) ?? 0) <= before) seen.delete(key)
}
