import { settings } from './ticket/settings.ts'
import { noTally, tallies } from './tally.ts'
import type { RateGroup, Tally } from './tally.ts'
import type { SettledRow } from './settled.ts'

/** A share with its 95 % Wilson interval; null where nothing is valid. Shares are 0 to 1. */
export type Rate = {
  readonly count: number
  readonly share: number
  readonly low: number
  readonly high: number
} | null

/** One line of the rates (rulebook, Call-back). */
export type RateRow = {
  /** Unit, category, town, clause …; null for the district. */
  readonly key: string | null
  /** Called back and valid: the denominator. */
  readonly valid: number
  readonly contacted: Rate
  readonly solved: Rate
  readonly satisfied: Rate
  readonly composite: number | null
  /** 一次解决率: solved by the first answer, of the tickets first answered in the period. */
  readonly firstSolved: Rate
  /** How many that were. */
  readonly firstValid: number
  /** Handled a second time; resolved late or not at all: shares of the valid. */
  readonly reopened: Rate
  readonly late: Rate
  /** Of the valid that were first sent to this unit: it has them still; it gave them back. */
  readonly dispatched: number
  readonly accuracy: Rate
  readonly returned: Rate
  /** Fewer valid tickets than the rulebook's ten. */
  readonly small: boolean
  readonly unreachable: number
  readonly anonymous: number
  readonly excluded: number
  /** Verdicts an operator wrote down that no citizen had given: each of them, also where she was asked again. */
  readonly falseCallbacks: number
}

export type RatesTable = { readonly total: RateRow; readonly rows: readonly RateRow[] }

/** What answers and rates weigh (settings of the rulebook). Weights of the composite sum to 1. */
export type RateWeights = {
  readonly weights: {
    readonly contacted: number
    readonly solved: number
    readonly satisfied: number
  }
  readonly partlySolved: number
  readonly basicallySatisfied: number
}

/**
 * The rates over the call-backs settled in a period: the whole, and per group, most valid tickets
 * first. A ticket called back more than once in the period counts once, by its last answer.
 */
export function rates(
  rows: readonly SettledRow[],
  group: RateGroup,
  using: RateWeights = settings,
): RatesTable {
  return ratesOf(tallies(rows, group), using)
}

/** The same from what was counted; the whole's tally stands under null. */
function ratesOf(counted: ReadonlyMap<string | null, Tally>, using: RateWeights): RatesTable {
  const lines = [...counted].filter(([key]) => key !== null)
  return {
    total: rateRow(null, counted.get(null) ?? noTally, using),
    rows: lines
      .map(([key, tally]) => rateRow(key, tally, using))
      .sort((a, b) => b.valid - a.valid || compare(a.key, b.key)),
  }
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}

/** One line's rates from its counts. */
export function rateRow(key: string | null, tally: Tally, using: RateWeights): RateRow {
  const { valid, firstValid, dispatched } = tally
  const { partlySolved, basicallySatisfied, weights } = using
  const contacted = rateOf(tally.contacted, valid)
  const solved = rateOf(tally.solved + tally.partly * partlySolved, valid)
  const satisfied = rateOf(tally.satisfied + tally.basically * basicallySatisfied, valid)
  return {
    key,
    valid,
    contacted,
    solved,
    satisfied,
    composite: composite({ contacted, solved, satisfied }, weights),
    firstSolved: rateOf(tally.firstSolved + tally.firstPartly * partlySolved, firstValid),
    firstValid,
    reopened: rateOf(tally.reopened, valid),
    late: rateOf(tally.late, valid),
    dispatched,
    accuracy: rateOf(tally.right, dispatched),
    returned: rateOf(tally.returned, dispatched),
    small: valid < settings.smallSample,
    unreachable: tally.unreachable,
    anonymous: tally.anonymous,
    excluded: tally.excluded,
    falseCallbacks: tally.falseCallbacks,
  }
}

function composite(
  { contacted, solved, satisfied }: Pick<RateRow, 'contacted' | 'solved' | 'satisfied'>,
  weights: RateWeights['weights'],
): number | null {
  if (contacted === null || solved === null || satisfied === null) return null
  return (
    weights.contacted * contacted.share +
    weights.solved * solved.share +
    weights.satisfied * satisfied.share
  )
}

/** A share of `n` with its Wilson score interval, z = 1.96; null when `n` is 0. */
export function rateOf(count: number, n: number): Rate {
  if (n === 0) return null
  const z = 1.96
  const p = count / n
  const centre = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  // Rounding may leave the unit interval by a hair.
  const low = Math.max(0, (centre - spread) / scale)
  return { count, share: p, low, high: Math.min(1, (centre + spread) / scale) }
}
