import { dayStart } from '#routing/calendar.ts'
import type { Limits } from '#routing/due.ts'
import type { RateWeights } from '#domain/rates.ts'
import type { SpotRules } from '#domain/spots.ts'
import { declarationOf, defaultsOf } from './declared.ts'
import type { SettingValues } from './declared.ts'

/** A change of a setting: appended, never altered. `from`, `at`: UTC milliseconds; `by`: account id. */
export type SettingChange = {
  readonly setting: string
  readonly values: SettingValues
  readonly from: number
  readonly at: number
  readonly by: string
  readonly name: string
  readonly reason: string
}

/** What the office has changed, as stored. */
export type SettingBook = {
  /** In the order of writing, as read last: at the start, after a change, and once a minute by `fresh`. */
  readonly known: () => readonly SettingChange[]
  readonly fresh: (now: number) => Promise<void>
  readonly add: (change: SettingChange) => Promise<void>
}

type Known = readonly SettingChange[]

/** A setting at a moment: by the last change in force then, the later written of one day's two; else the default. */
export function valuesAt(known: Known, id: string, at: number): SettingValues {
  const declared = declarationOf(id)
  if (declared === null) throw new RangeError(`no setting ${id}`)
  const inForce = known.filter(({ setting, from }) => setting === id && from <= at)
  const last = inForce.reduce<SettingChange | null>(
    (latest, one) => (latest === null || one.from >= latest.from ? one : latest),
    null,
  )
  return { ...defaultsOf(declared), ...last?.values }
}

/** How long clocks run that start at a moment. */
export function limitsAt(known: Known, at: number): Limits {
  return {
    minutes: (clock, urgency) => valuesAt(known, `limit-${clock}`, at)[urgency] ?? 0,
    days: valuesAt(known, 'solve-days', at)['working'] === 1 ? 'working' : 'calendar',
  }
}

/** What a period's rates weigh: as on its last day, or today while it has not ended. A past one never moves. */
export function weightsFor(
  known: Known,
  period: { readonly to: number },
  now: number,
): RateWeights {
  const at = Math.min(period.to - 1, now)
  const weights = valuesAt(known, 'weights', at)
  const answers = valuesAt(known, 'answers', at)
  return {
    weights: {
      contacted: weights['contacted'] ?? 0,
      solved: weights['solved'] ?? 0,
      satisfied: weights['satisfied'] ?? 0,
    },
    partlySolved: answers['partlySolved'] ?? 0,
    basicallySatisfied: answers['basicallySatisfied'] ?? 0,
  }
}

/** When a place counts as coming back. */
export function spotRulesAt(known: Known, at: number): SpotRules {
  const { times = 0, days = 0, againDays = 0 } = valuesAt(known, 'spots', at)
  return { times, days, againDays }
}

/** After how many years a ticket's person is erased. */
export function retentionYears(known: Known, now: number): number {
  return valuesAt(known, 'retention', now)['years'] ?? 0
}

const hour = 3_600_000
const day = 24 * hour

/**
 * From when a change may hold at the earliest: the next midnight of Beijing that is an hour away. The past stays what
 * it was, and every process has heard of the change by then.
 */
export function earliestFrom(now: number): number {
  const next = dayStart(now) + day
  return next - now >= hour ? next : next + day
}
