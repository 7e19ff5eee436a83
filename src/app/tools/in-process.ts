import pLimit from 'p-limit'

/**
 * What the work of one process shares, where requests may wait for each other's promises. On Workers they may not:
 * there it is left out, and everybody works alone.
 */
export type InProcess = {
  /** Answers to messages, so many at once: more would not be answered sooner, and new ones would wait with them. */
  readonly answering: <T>(work: () => Promise<T>) => Promise<T>
  /**
   * Runs of the outbox: who asks while one is under way waits for the next, together with all others who ask
   * meanwhile. Hundreds of messages a second need few runs.
   */
  readonly delivering: (run: () => Promise<number>) => Promise<number>
}

const answersAtOnce = 8

/** Once for a process. */
export function makeInProcess(): InProcess {
  return { answering: pLimit(answersAtOnce), delivering: makeShared() }
}

function makeShared(): InProcess['delivering'] {
  let now: Promise<number> | null = null
  let next: Promise<number> | null = null
  const delivering = (run: () => Promise<number>): Promise<number> => {
    if (now === null) {
      now = run().finally(() => {
        now = null
      })
      return now
    }
    const begin = () => {
      next = null
      return delivering(run)
    }
    next ??= now.then(begin, begin)
    return next
  }
  return delivering
}
