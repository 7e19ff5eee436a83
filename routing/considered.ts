import type { MeasureOf } from './rulebook.ts'
import type {
  ConsideredUnit,
  Refinement,
  Responsibility,
  Routing,
  TownId,
  UnitOrTown,
} from './types.ts'
import type { UnitId } from './units.ts'

/** The category's rule with the facts that change it. `absent`: refinements of the category that do not fit. */
export type Applied = {
  readonly base: Responsibility
  readonly decider: Refinement | null
  readonly joiners: readonly Refinement[]
  readonly absent: readonly Refinement[]
}

/** The township's unit where the rule says so; null when it is not known. */
export function unitOf(unit: UnitOrTown, town: TownId | null): UnitId | null {
  return unit === '{town}' ? town : unit
}

type Decided = Pick<Routing, 'handler' | 'supporting' | 'clause' | 'lead' | 'primary'>

/** Every unit thought of, once each, with the first reason that applies. Reasons are codes; those of a measure end in its id. */
export function considered(
  applied: Applied,
  decided: Decided,
  { town, measureOf }: { readonly town: TownId | null; readonly measureOf: MeasureOf },
): readonly ConsideredUnit[] {
  const because: Because = ({ id, clause }) => `${id} ${measureOf(clause)?.id ?? ''}`
  const measure = measureOf(decided.clause)?.id ?? ''
  const list: ConsideredUnit[] = [
    { unit: decided.handler, outcome: 'handler', reason: handlerReason(applied, because) },
    ...decided.supporting.map((unit): ConsideredUnit => {
      return { unit, outcome: 'supporting', reason: supportingReason(applied, unit, because) }
    }),
  ]
  for (const { unit, reason } of losers(applied, town, { ...decided, measure })) {
    if (list.some((one) => one.unit === unit)) continue
    list.push({ unit, outcome: 'rejected', reason })
  }
  return list
}

type Because = (refinement: Refinement) => string
type Loser = { readonly unit: UnitId; readonly reason: string }

function losers(
  { base, decider, absent }: Applied,
  town: TownId | null,
  { lead, primary, measure }: Decided & { readonly measure: string },
): readonly Loser[] {
  const replaced = `replaced-by ${decider?.id ?? ''}`
  return [
    ...named(decider === null ? [] : [base.handler], town, replaced),
    ...lead.map((unit) => ({ unit, reason: `only-leads ${measure}` })),
    ...primary.map((unit) => ({ unit, reason: `only-shares ${measure}` })),
    ...absent.flatMap((one) =>
      named(
        one.handler === undefined ? one.joins : [one.handler, ...one.joins],
        town,
        `fact-absent ${one.id}`,
      ),
    ),
    ...named(decider === null ? [] : base.supporting, town, replaced),
  ]
}

function named(units: readonly UnitOrTown[], town: TownId | null, reason: string): Loser[] {
  return units.flatMap((one) => {
    const unit = unitOf(one, town)
    return unit === null ? [] : [{ unit, reason }]
  })
}

function handlerReason({ base, decider }: Applied, because: Because): string {
  if (decider?.handler !== undefined) return because(decider)
  return base.handling === 'local' ? 'local-unit' : 'lead-of-category'
}

function supportingReason({ decider, joiners }: Applied, unit: UnitId, because: Because): string {
  const by = joiners.find((one) => one.joins.includes(unit))
  if (by !== undefined) return because(by)
  return decider?.supporting === undefined ? 'supports-category' : because(decider)
}
