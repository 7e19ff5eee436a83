import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TownId } from '#routing/types.ts'
import type { TicketId } from './ticket/events.ts'

/** A complaint as far as it tells whether a place's problem comes back. Times: UTC milliseconds. */
export type Occurrence = {
  readonly ticketId: TicketId
  readonly number: string
  readonly category: ComplaintCategoryId
  readonly town: TownId | null
  readonly village: string | null
  readonly spot: string | null
  readonly openedAt: number
  /** null: it has not been closed. */
  readonly closedAt: number | null
}

/** When a problem counts as coming back: so many times in so many days, or again so many days after closing. */
export type SpotRules = {
  readonly times: number
  readonly days: number
  readonly againDays: number
}

/** A place and kind of problem that comes back (共性问题). */
export type Spot = Pick<Occurrence, 'category' | 'town' | 'village' | 'spot'> & {
  readonly key: string
  /** All that was told of it, the earliest first. */
  readonly cases: readonly Occurrence[]
  /** Enough of them within the days of the rules. */
  readonly isOften: boolean
  /** How many came within the days of the rules after an earlier one had been closed. */
  readonly again: number
}

const day = 86_400_000

/** Where and what; null where the place is no narrower than a township, so that different problems would mix. */
function keyOf({ category, town, village, spot }: Occurrence): string | null {
  return town === null || (village === null && spot === null)
    ? null
    : JSON.stringify([category, town, village, spot])
}

/**
 * The places whose problem comes back, the most cases first, of two with as many the one told of last. The order in
 * which the occurrences are given says nothing.
 */
export function chronicSpots(all: readonly Occurrence[], rules: SpotRules): readonly Spot[] {
  const groups = new Map<string, Occurrence[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups]
    .flatMap(([key, group]) => spotOf(key, group, rules))
    .sort(
      (a, b) =>
        b.cases.length - a.cases.length || lastOf(b) - lastOf(a) || (a.key < b.key ? -1 : 1),
    )
}

function lastOf({ cases }: Spot): number {
  return cases.at(-1)?.openedAt ?? 0
}

function spotOf(key: string, group: readonly Occurrence[], rules: SpotRules): readonly Spot[] {
  const cases = group.toSorted((a, b) => a.openedAt - b.openedAt || (a.number < b.number ? -1 : 1))
  const [first] = cases
  const isOften = areOften(cases, rules)
  const again = cases.filter((one) => cameAgain(one, cases, rules)).length
  if (first === undefined || !(isOften || again > 0)) return []
  const { category, town, village, spot } = first
  return [{ key, category, town, village, spot, cases, isOften, again }]
}

function areOften(cases: readonly Occurrence[], { times, days }: SpotRules): boolean {
  return cases.some(({ openedAt }, index) => {
    const last = cases[index + times - 1]
    return last !== undefined && last.openedAt - openedAt <= days * day
  })
}

function cameAgain(
  { openedAt }: Occurrence,
  cases: readonly Occurrence[],
  { againDays }: SpotRules,
): boolean {
  return cases.some(
    ({ closedAt }) =>
      closedAt !== null && closedAt < openedAt && openedAt - closedAt <= againDays * day,
  )
}
