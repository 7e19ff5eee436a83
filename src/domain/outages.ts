import { settings } from './ticket/settings.ts'

/**
 * When the house itself did not work, UTC milliseconds. `stopped`: nobody could do anything in it. `set-back`: its
 * clock was put back from `from` to `to`.
 */
export type Outage = {
  readonly kind: 'stopped' | 'set-back'
  readonly from: number
  readonly to: number
}

/** What lies between the last sign of life and now; null: nothing out of the ordinary, or there was none before. */
export function outageBetween(last: number | null, now: number): Outage | null {
  if (last === null) return null
  if (now - last > settings.outageAfterMs) return { kind: 'stopped', from: last, to: now }
  return last - now > settings.setBackAfterMs ? { kind: 'set-back', from: last, to: now } : null
}

/**
 * A deadline as a unit is judged by it: later by as long as the house was stopped while it had the time (rulebook,
 * Outages). What the citizen was promised stays.
 */
export function judgedDue(outages: readonly Outage[], from: number, due: number): number {
  return outages
    .filter(({ kind }) => kind === 'stopped')
    .toSorted((a, b) => a.from - b.from)
    .reduce(
      (until, one) =>
        one.from < until && one.to > from ? until + one.to - Math.max(one.from, from) : until,
      due,
    )
}
