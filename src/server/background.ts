import type { Log } from '#app/ctx.ts'

/** Work that goes on after its answer has been sent; a stopping server waits for it. */
export type Background = {
  readonly run: (work: Promise<unknown>) => void
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

/** A failure is logged, not thrown: what had to be kept has been stored before. */
export function makeBackground(log: Log): Background {
  const underWay = new Set<Promise<unknown>>()
  return {
    run: (work) => {
      const watched = work
        .catch((error: unknown) => {
          log.error('background.failed', { error: error instanceof Error ? error.name : 'unknown' })
        })
        .finally(() => underWay.delete(watched))
      underWay.add(watched)
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
