import { citedBy } from './cited.ts'
import type { ConsideredUnit, Refinement, Routing, TownId } from './types.ts'
import type { UnitId } from './units.ts'

export type UnitOrTown = UnitId | '{town}'

/** The category's rule with the facts that change it. `absent`: refinements of the category that do not fit. */
export type Applied = {
  readonly base: {
    readonly handler: UnitOrTown
    readonly handling: 'lead' | 'local'
    readonly supporting: readonly UnitOrTown[]
  }
  readonly decider: Refinement | null
  readonly joiners: readonly Refinement[]
  readonly absent: readonly Refinement[]
}

/** The township's unit where the rule says so; null when it is not known. */
export function unitOf(unit: UnitOrTown, town: TownId | null): UnitId | null {
  return unit === '{town}' ? town : unit
}

/** Every unit thought of, once each, with the first reason that applies. Reasons are codes; those of a measure end in its id. */
export function considered(
  applied: Applied,
  town: TownId | null,
  decided: Pick<Routing, 'handler' | 'supporting' | 'clause' | 'lead' | 'primary'>,
): readonly ConsideredUnit[] {
  const list: ConsideredUnit[] = [
    { unit: decided.handler, outcome: 'handler', reason: handlerReason(applied) },
    ...decided.supporting.map((unit): ConsideredUnit => {
      return { unit, outcome: 'supporting', reason: supportingReason(applied, unit) }
    }),
  ]
  for (const { unit, reason } of losers(applied, town, decided)) {
    if (list.some((one) => one.unit === unit)) continue
    list.push({ unit, outcome: 'rejected', reason })
  }
  return list
}

type Loser = { readonly unit: UnitId; readonly reason: string }

function losers(
  { base, decider, absent }: Applied,
  town: TownId | null,
  { clause, lead, primary }: Pick<Routing, 'clause' | 'lead' | 'primary'>,
): readonly Loser[] {
  const id = citedBy(clause)?.id ?? ''
  const first = decider === null ? null : unitOf(base.handler, town)
  return [
    ...(first === null ? [] : [{ unit: first, reason: `replaced-by ${decider?.id ?? ''}` }]),
    ...lead.map((unit) => ({ unit, reason: `only-leads ${id}` })),
    ...primary.map((unit) => ({ unit, reason: `only-shares ${id}` })),
    ...absent.flatMap((one) =>
      unitsOfRefinement(one, town).map((unit) => ({ unit, reason: `fact-absent ${one.id}` })),
    ),
  ]
}

function unitsOfRefinement({ handler, joins }: Refinement, town: TownId | null): readonly UnitId[] {
  const own = handler === undefined ? null : unitOf(handler, town)
  return own === null ? joins : [own, ...joins]
}

function handlerReason({ base, decider }: Applied): string {
  if (decider?.handler !== undefined) return because(decider)
  return base.handling === 'local' ? 'local-unit' : 'lead-of-category'
}

function supportingReason({ decider, joiners }: Applied, unit: UnitId): string {
  const by = joiners.find((one) => one.joins.includes(unit))
  if (by !== undefined) return because(by)
  return decider?.supporting === undefined ? 'supports-category' : because(decider)
}

function because(one: Refinement): string {
  return `${one.id} ${citedBy(one.clause)?.id ?? ''}`
}
