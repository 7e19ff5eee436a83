import type { UnitId } from '#routing/units.ts'
import { rateOf } from './rates.ts'
import type { Rate } from './rates.ts'
import type { StoredEvent } from './ticket/events.ts'

/** How first dispatches by one rule to one unit went. Shares are 0 to 1. */
export type DispatchRow = {
  /** The routing's rule; `desk/…` where the desk chose another unit than the rule. */
  readonly rule: string
  readonly unit: UnitId
  readonly dispatched: number
  /** The unit first named has, or had at the end, the ticket: nobody else was given it. */
  readonly accuracy: Rate
  /** Tickets this unit gave back at least once, of those first dispatched to it. */
  readonly returned: Rate
  /** Of those returned: the desk held to the clause. */
  readonly upheld: number
}

type First = {
  readonly rule: string
  readonly unit: UnitId
  readonly right: boolean
  readonly returned: boolean
  readonly upheld: boolean
}

/**
 * First-dispatch accuracy and return rate per rule and unit (rulebook, Return), from histories alone: tickets
 * first dispatched in [from, to), UTC milliseconds. The most returned first.
 */
export function dispatchAccuracy(
  histories: Iterable<readonly StoredEvent[]>,
  period: { readonly from: number; readonly to: number },
): readonly DispatchRow[] {
  const groups = new Map<string, First[]>()
  for (const events of histories) {
    const first = firstOf(events, period)
    if (first === null) continue
    const key = `${first.rule} ${first.unit}`
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [first])
    else members.push(first)
  }
  return [...groups.values()]
    .map(rowOf)
    .filter((row) => row !== null)
    .sort((a, b) => (b.returned?.count ?? 0) - (a.returned?.count ?? 0) || order(a, b))
}

function order(a: DispatchRow, b: DispatchRow): number {
  return b.dispatched - a.dispatched || (`${a.rule} ${a.unit}` < `${b.rule} ${b.unit}` ? -1 : 1)
}

function firstOf(
  events: readonly StoredEvent[],
  { from, to }: { readonly from: number; readonly to: number },
): First | null {
  const first = events.find((event) => event.type === 'dispatched')
  if (first?.type !== 'dispatched' || first.at < from || first.at >= to) return null
  const unit = first.data.handler
  const moved = events.findLast((event) => event.type === 'redispatched')
  const returns = events.filter((event) => event.type === 'returned' && event.by.unit === unit)
  return {
    rule: first.data.routing.rule,
    unit,
    right: moved?.type !== 'redispatched' || moved.data.handler === unit,
    returned: returns.length > 0,
    upheld: events.some((event) => event.type === 'return-upheld' && event.data.handler === unit),
  }
}

function rowOf(members: readonly First[]): DispatchRow | null {
  const [first] = members
  if (first === undefined) return null
  const count = (test: (one: First) => boolean): number => members.filter(test).length
  const dispatched = members.length
  return {
    rule: first.rule,
    unit: first.unit,
    dispatched,
    accuracy: rateOf(
      count((one) => one.right),
      dispatched,
    ),
    returned: rateOf(
      count((one) => one.returned),
      dispatched,
    ),
    upheld: count((one) => one.upheld),
  }
}
