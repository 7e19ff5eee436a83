import { beijingDay } from './calendar.ts'
import { kindOf, unitsOf } from './cells.ts'
import { considered, unitOf } from './considered.ts'
import type { Applied, UnitOrTown } from './considered.ts'
import { fold } from './places/names.ts'
import { citedBy } from './cited.ts'
import { refinements } from './refinements.ts'
import { responsibilities } from './responsibility.ts'
import type { Clause, MissingFact, Refinement, RouteQuestion, Routing, TownId } from './types.ts'
import type { UnitId } from './units.ts'
import { rulesVersion } from './version.ts'

const byCategory = new Map(
  responsibilities.map(({ category }) => [
    category,
    {
      rules: responsibilities.filter((one) => one.category === category),
      refinements: refinements.filter((one: Refinement) => one.categories.includes(category)),
    },
  ]),
)

/**
 * Who answers for a complaint, and why: the category's rule in force at `at`, refined by facts of the text and
 * the place, with the plan's clause. {missing: 'town'} when the unit or the rule hangs on a township not known.
 * Pure: the same question gives the same bytes. Throws when the data lacks a rule for a category (a bug).
 */
export function route(question: RouteQuestion): Routing | MissingFact {
  const { town } = question.place
  const applied = apply(question)
  const handler = applied && unitOf(applied.decider?.handler ?? applied.base.handler, town)
  if (applied === null || handler === null) return { missing: 'town' }
  const { clause } = applied.decider ?? applied.base
  const decided = {
    handler,
    ...cellsOf(clause, town),
    supporting: supportingOf(applied, town).filter((unit) => unit !== handler),
    clause,
  }
  return {
    ...decided,
    rule: [question.category, applied.decider?.id].filter(Boolean).join('/'),
    rulesVersion,
    considered: considered(applied, town, decided),
  }
}

function cellsOf(clause: Clause, town: TownId | null): Pick<Routing, 'lead' | 'primary'> {
  const { lead, primary } = citedBy(clause) ?? { lead: [], primary: [] }
  return { lead: unitsOf(lead, town), primary: unitsOf(primary, town) }
}

/** The rule and refinements that hold; null when the township decides between two rules and is not known. */
function apply({ category, text, at, place }: RouteQuestion): (Applied & { base: Rule }) | null {
  const of = byCategory.get(category)
  const day = beijingDay(at)
  const base = of?.rules.find((one) => inForce(one, day)) ?? of?.rules[0]
  if (of === undefined || base === undefined) throw new Error(`no rule for ${category}`)
  const folded = fold(text)
  const said = of.refinements.filter((one) => inForce(one, day) && isSaid(one, folded))
  const fitting = said.filter((one) => fitsTown(one, place.town))
  const decider = fitting.find((one) => one.decides) ?? null
  if (decider === null && place.town === null && said.some(movesHandler)) return null
  const joiners = fitting.filter((one) => one === decider || !one.decides)
  const absent = of.refinements.filter((one) => !fitting.includes(one))
  return { base, decider, joiners, absent }
}

type Rule = (typeof responsibilities)[number]

function inForce(
  rule: { readonly from: string; readonly until: string | null },
  day: string,
): boolean {
  return rule.from <= day && (rule.until === null || day <= rule.until)
}

function isSaid({ words, unless }: Refinement, text: string): boolean {
  if (words !== undefined && !words.some((word) => text.includes(word))) return false
  return unless === undefined || !unless.some((word) => text.includes(word))
}

function fitsTown({ towns }: Refinement, town: TownId | null): boolean {
  return towns === undefined || kindOf(town) === towns
}

function movesHandler({ decides, handler }: Refinement): boolean {
  return decides && handler !== undefined
}

function supportingOf({ base, decider, joiners }: Applied, town: TownId | null): readonly UnitId[] {
  const named: readonly UnitOrTown[] = [
    ...joiners.flatMap((one) => one.joins),
    ...(decider?.supporting ?? base.supporting),
  ]
  return [...new Set(named.flatMap((unit) => unitOf(unit, town) ?? []))]
}
