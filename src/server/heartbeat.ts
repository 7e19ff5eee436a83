import type { Log } from '#app/ctx.ts'
import type { Facts } from '#db/facts.ts'
import { outageBetween } from '#domain/outages.ts'

/** How often a sign of life is written. */
const everyMs = 30_000

type Given = {
  readonly facts: Pick<Facts, 'lastBeat' | 'beat' | 'noteOutage'>
  readonly log: Log
  /** UTC milliseconds. */
  readonly now: () => number
}

/**
 * A sign of life, to be called at a start before anything else and every few seconds. A gap before it is noted as an
 * outage of the house, a clock that was put back as that.
 */
export function makeHeartbeat({ facts, log, now }: Given): () => Promise<void> {
  let written: number | null = null
  return async () => {
    const at = now()
    const last = written ?? (await facts.lastBeat())
    if (last !== null && at >= last && at - last < everyMs) return
    const outage = outageBetween(last, at)
    if (outage !== null) {
      await facts.noteOutage(outage)
      log.warn(`house.${outage.kind}`, { from: outage.from, to: outage.to })
    }
    await facts.beat(at)
    written = at
  }
}
