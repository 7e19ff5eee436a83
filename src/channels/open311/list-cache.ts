/** As long as an answer may be given again. */
const keptMs = 60_000
/** Answers kept at once. */
const most = 50

/** What a list was made from: the newest event there was. null: not known, nothing is kept. */
export type Version = number | null

type Kept<T> = { readonly version: Version; readonly at: number; readonly answer: Promise<T> }

/**
 * Lists that are asked for again while nothing has happened are not made again, and those asked for at once are made
 * one after another: however many ask, one is at work. Bounded; the oldest goes first.
 */
export function makeListCache<T>() {
  const kept = new Map<string, Kept<T>>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    /** Whether an answer is there already. `now`: UTC milliseconds. */
    has: (key: string, version: Version, now: number): boolean =>
      isCurrent(kept.get(key), version, now),
    get: (
      key: string,
      { version, now }: { version: Version; now: number },
      make: () => Promise<T>,
    ) => {
      const known = kept.get(key)
      if (known !== undefined && isCurrent(known, version, now)) return known.answer
      const answer = last.then(make)
      last = answer.catch(() => undefined)
      kept.delete(key)
      if (version === null) return answer
      kept.set(key, { version, at: now, answer })
      // A fault is not kept.
      answer.catch(() => kept.delete(key))
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return answer
    },
  }
}

function isCurrent(known: Kept<unknown> | undefined, version: Version, now: number): boolean {
  return (
    known !== undefined &&
    version !== null &&
    known.version === version &&
    Math.abs(now - known.at) < keptMs
  )
}
