import { readable } from '#intents/readable.ts'
import { beijingDay } from './calendar.ts'
import { kindOf, unitsOf } from './cells.ts'
import { considered, unitOf } from './considered.ts'
import type { Applied } from './considered.ts'
import { evidenceOf, factRules, isSaid } from './facts.ts'
import type { FactRule } from './facts.ts'
import { fold } from './places/names.ts'
import { citationsOf, rulebook } from './rulebook.ts'
import type { MeasureOf } from './rulebook.ts'
import type {
  MissingFact,
  Refinement,
  Responsibility,
  RouteQuestion,
  Routing,
  Rulebook,
  TownId,
} from './types.ts'
import type { UnitId } from './units.ts'
import { versionOf } from './version.ts'

export type Router = (question: RouteQuestion) => Routing | MissingFact

/**
 * Who answers for a complaint by a rulebook, and why: the category's rule in force at `at`, refined by facts of
 * the text and the place, with the plan's clause. {missing: 'town'} when the unit or the rule hangs on a township
 * not known. Pure: the same question gives the same bytes. Throws when the data lacks a rule for a category (a bug).
 */
export function routerOf(book: Rulebook): Router {
  const ready = readyToRoute(book)
  return (question) => routeBy(ready, question)
}

/** Routes by the rules in use. */
export const route: Router = routerOf(rulebook)

type Ready = {
  readonly rules: ReadonlyMap<
    string,
    { rules: readonly Responsibility[]; facts: readonly FactRule[] }
  >
  readonly measureOf: MeasureOf
  readonly version: string
  /** Answers by what they hang on, words apart: few, and asked for over and over. */
  readonly answers: Map<string, Answer>
}

type Answer = Pick<
  Routing,
  'handler' | 'lead' | 'primary' | 'supporting' | 'clause' | 'rule' | 'considered'
>

function readyToRoute(book: Rulebook): Ready {
  const facts = factRules(book.refinements)
  const ids = [...new Set(book.responsibilities.map(({ category }) => category))]
  const rules = ids.map((id) => {
    const own = book.responsibilities
      .filter(({ category }) => category === id)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
    const fitting = facts.filter(({ refinement }) => refinement.categories.includes(id))
    return [id, { rules: own, facts: fitting }] as const
  })
  return {
    rules: new Map(rules),
    measureOf: citationsOf(book),
    version: versionOf(book),
    answers: new Map(),
  }
}

function routeBy(ready: Ready, question: RouteQuestion): Routing | MissingFact {
  const { category, place, text, urgency, at } = question
  const { town, spot } = place
  const day = beijingDay(at)
  const { text: plain, spanIn } = readable(text)
  const folded = fold(spot === null ? plain : `${plain}\n${readable(spot).text}`)
  const read = apply(ready, { ...question, day, folded })
  const answer = read && answerTo(ready, read, town)
  if (read === null || answer === null) return { missing: 'town' }
  const { rule, considered: weighed, ...units } = answer
  return {
    ...units,
    deadlineClass: urgency,
    rule,
    rulesVersion: ready.version,
    asked: { category, town, spot, day },
    evidence: evidenceOf(read.told, folded, plain.length).map(({ rule, span }) => ({
      rule,
      span: spanIn(span),
    })),
    considered: weighed,
  }
}

/** Who answers in a township by the rules that hold; null when it takes one to know. */
function answerTo(ready: Ready, read: Applied, town: TownId | null): Answer | null {
  const { base, joiners, decider, absent } = read
  const handler = unitOf(decider?.handler ?? base.handler, town)
  if (handler === null) return null
  const facts = [joiners, absent].map((some) => some.map(({ id }) => id).join(' ')).join('/')
  const key = `${base.category} ${base.from} ${town ?? ''} ${decider?.id ?? ''}/${facts}`
  const known = ready.answers.get(key) ?? answerOf(ready.measureOf, read, { handler, town })
  ready.answers.set(key, known)
  return known
}

function answerOf(
  measureOf: MeasureOf,
  read: Applied,
  { handler, town }: { readonly handler: UnitId; readonly town: TownId | null },
): Answer {
  const { clause } = read.decider ?? read.base
  const decided = {
    handler,
    ...cellsOf(measureOf, { clause, town }),
    supporting: supportingOf(read, town).filter((unit) => unit !== handler),
    clause,
  }
  return {
    ...decided,
    rule: [read.base.category, read.decider?.id].filter(Boolean).join('/'),
    considered: considered(read, decided, { town, measureOf }),
  }
}

function cellsOf(
  measureOf: MeasureOf,
  { clause, town }: Pick<Routing, 'clause'> & { readonly town: TownId | null },
): Pick<Routing, 'lead' | 'primary'> {
  const { lead, primary } = measureOf(clause) ?? { lead: [], primary: [] }
  return { lead: unitsOf(lead, town), primary: unitsOf(primary, town) }
}

type Asked = RouteQuestion & { readonly day: string; readonly folded: string }

/** The rule and refinements that hold; null when the township decides between two rules and is not known. */
function apply(
  ready: Ready,
  { category, place, day, folded }: Asked,
): (Applied & { readonly told: readonly FactRule[] }) | null {
  const { rules, facts } = ready.rules.get(category) ?? { rules: [], facts: [] }
  const base = ruleOn(day, rules)
  if (base === undefined) throw new Error(`no rule for ${category}`)
  const inForce = facts.filter(({ refinement }) => isInForce(refinement, day))
  const said = inForce.filter((one) => isSaid(one, folded))
  const told = said.filter(({ refinement }) => fitsTown(refinement, place.town))
  const fitting = told.map(({ refinement }) => refinement)
  const decider = fitting.find((one) => one.decides) ?? null
  const mayMove = said.some(({ refinement }) => movesHandler(refinement))
  if (decider === null && place.town === null && mayMove) return null
  const joiners = fitting.filter((one) => one === decider || !one.decides)
  const absent = inForce.map(({ refinement }) => refinement).filter((one) => !fitting.includes(one))
  return { base, decider, joiners, absent, told }
}

/** The rule in force, of rules by their beginning; on a day without one the last before it, else the first there ever was: somebody must answer. */
function ruleOn(day: string, rules: readonly Responsibility[]): Responsibility | undefined {
  const inForce = rules.find((one) => isInForce(one, day))
  return inForce ?? rules.findLast((one) => one.from <= day) ?? rules[0]
}

function isInForce(rule: Pick<Refinement, 'from' | 'until'>, day: string): boolean {
  return rule.from <= day && (rule.until === null || day <= rule.until)
}

function fitsTown({ towns }: Refinement, town: TownId | null): boolean {
  return towns === undefined || kindOf(town) === towns
}

function movesHandler({ decides, handler }: Refinement): boolean {
  return decides && handler !== undefined
}

function supportingOf({ base, decider, joiners }: Applied, town: TownId | null): readonly UnitId[] {
  const named = [
    ...joiners.flatMap((one) => one.joins),
    ...(decider?.supporting ?? base.supporting),
  ]
  return [...new Set(named.flatMap((unit) => unitOf(unit, town) ?? []))]
}
