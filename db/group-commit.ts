import type Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'

type Waiting = {
  /** Runs what is to be stored; its result is given once it is on disk. */
  readonly run: () => unknown
  readonly kept: (result: unknown) => void
  readonly failed: (error: unknown) => void
}
type Outcome = { readonly result: unknown } | { readonly error: unknown }

/**
 * Commits what several want stored within the same moment with one write to disk: each is answered after that, so
 * what was acknowledged outlives a power cut. One that fails takes nothing of the others with it. `close` stores
 * what still waits.
 */
export function makeGroupCommit(
  sqlite: Sqlite.Database,
): Pick<Database, 'commit' | 'returning' | 'close'> {
  const [begin, end, undo] = ['begin immediate', 'commit', 'rollback'].map((text) =>
    sqlite.prepare(text),
  )
  const [mark, back, release] = ['savepoint one', 'rollback to one', 'release one'].map((text) =>
    sqlite.prepare(text),
  )
  let waiting: Waiting[] = []

  const runOne = ({ run }: Waiting): Outcome => {
    mark?.run()
    try {
      const result = run()
      release?.run()
      return { result }
    } catch (error) {
      // A full or broken disk ends the whole transaction by itself.
      if (!sqlite.inTransaction) throw error
      back?.run()
      release?.run()
      return { error }
    }
  }

  const flush = (): void => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    let outcomes: readonly Outcome[]
    try {
      begin?.run()
      outcomes = group.map(runOne)
      end?.run()
    } catch (error) {
      if (sqlite.inTransaction) undo?.run()
      for (const { failed } of group) failed(error)
      return
    }
    group.forEach(({ kept, failed }, index) => {
      const outcome = outcomes[index] ?? { result: null }
      if ('error' in outcome) failed(outcome.error)
      else kept(outcome.result)
    })
  }

  const together = (run: () => unknown): Promise<unknown> =>
    new Promise((kept, failed: Waiting['failed']) => {
      waiting.push({ run, kept, failed })
      if (waiting.length === 1) setImmediate(flush)
    })

  return {
    commit: async (statements) => {
      await together(() => {
        for (const statement of statements) statement.run()
      })
    },
    // Safe because the engine is synchronous: what it gives back are the rows themselves.
    returning: async <Row>(statement: { readonly all: () => unknown }) =>
      (await together(() => statement.all())) as readonly Row[],
    close: flush,
  }
}
