import type { Log } from '#app/ctx.ts'
import { StorageUnavailable } from '#app/errors.ts'

/** A stage that has not finished for so long is late. */
const lateAfterMs = 5 * 60_000
/** The database is tried no more often than this, however often somebody asks. */
const triedEveryMs = 2_000

/** `late`: stages that have not finished for a while. `isWritable`: what is received can be kept. */
type Readiness = { readonly isWritable: boolean; readonly late: readonly string[] }

/** How the house is doing, by what has finished and whether it can write. */
export type Health = {
  /** Runs a stage and notes that it has finished; from the first call on it is expected to, again and again. */
  readonly watch: <T>(stage: string, work: () => Promise<T>) => Promise<T>
  readonly readiness: () => Promise<Readiness>
}

export type HealthGiven = {
  /** Writes to the database; throws when that is not possible. */
  readonly write: (now: number) => Promise<void>
  readonly log: Log
  /** UTC milliseconds. */
  readonly now: () => number
}

/** Nothing is late until it has been expected for a while. */
export function makeHealth({ write, log, now }: HealthGiven): Health {
  const finishedAt = new Map<string, number>()
  const known = { at: -Infinity, isWritable: true }
  const tryToWrite = async () => {
    if (now() - known.at < triedEveryMs) return
    known.at = now()
    const was = known.isWritable
    try {
      await write(now())
      known.isWritable = true
      if (!was) log.info('storage.writable')
    } catch (error) {
      known.isWritable = false
      // Said once for each time it begins: the log may be on the same full disk.
      if (was) log.error('storage.unwritable', { why: whyOf(error) })
    }
  }
  return {
    watch: async (stage, work) => {
      if (!finishedAt.has(stage)) finishedAt.set(stage, now())
      const done = await work()
      finishedAt.set(stage, now())
      return done
    },
    readiness: async () => {
      await tryToWrite()
      const late = [...finishedAt].filter(([, at]) => now() - at > lateAfterMs)
      return { isWritable: known.isWritable, late: late.map(([stage]) => stage) }
    },
  }
}

/** The engine's own code, e.g. SQLITE_FULL: it holds no personal data. */
function whyOf(error: unknown): string {
  const cause = error instanceof StorageUnavailable ? error.cause : error
  for (let at: unknown = cause; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return error instanceof Error ? error.name : 'unknown'
}
