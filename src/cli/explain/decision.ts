import { circumstancesAt } from '#app/dispatching/circumstances.ts'
import { classify } from '#intents/classify.ts'
import { asRead } from '#intents/readable.ts'
import type { Classification, Urgency } from '#intents/types.ts'
import { urgencyOf } from '#intents/urgency.ts'
import { findPlaces } from '#routing/places/find.ts'
import { towns } from '#routing/places/towns.ts'
import { route } from '#routing/route.ts'
import type { Clause, FoundPlace, RouteQuestion, Routing, TownId } from '#routing/types.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'

/** What `npm run classify` says of one message: plain data with official names. */
export type Decision = Classification & {
  readonly text: string
  readonly place: NamedPlace | null
  readonly route: NamedRoute | null
}

type NamedPlace = {
  readonly town: string | null
  readonly village: string | null
  readonly spot: string | null
  readonly candidates: readonly { readonly town: string; readonly village: string | null }[]
  readonly outside: string | null
}

type NamedRoute = {
  /** null while the township it depends on is unknown. */
  readonly handler: string | null
  /** 牵头部门, 主责单位 of the clause, so far as they do not hang on a township not known. */
  readonly lead: readonly string[]
  readonly primary: readonly string[]
  readonly supporting: readonly string[]
  readonly clause: Clause | null
  readonly deadlineClass: Urgency
}

const labels = new Map<UnitId, string>(units.map(({ id, label }) => [id, label]))

/** A message's category, place and unit, by name. `at` is UTC milliseconds: rules have effective dates. */
export function decide(text: string, at: number): Decision {
  const classification = classify(text)
  const found = findPlaces(text)
  return {
    text,
    ...classification,
    place: namedPlace(found),
    route: namedRoute(text, { at, found, category: classification.category }),
  }
}

function nameOf(unit: UnitId): string {
  return labels.get(unit) ?? unit
}

function namedPlace({ town, village, spot, candidates, outside }: FoundPlace): NamedPlace | null {
  const nothing = [town, village, spot, outside].every((one) => one === null)
  if (nothing && candidates.length === 0) return null
  return {
    town: town && nameOf(town),
    village,
    spot,
    candidates: candidates.map((one) => ({ town: nameOf(one.town), village: one.village })),
    outside,
  }
}

type Asked = {
  readonly at: number
  readonly found: FoundPlace
  readonly category: Classification['category']
}

/** null for what opens no ticket: no complaint, or a place that is not the district's. */
function namedRoute(text: string, { at, found, category }: Asked): NamedRoute | null {
  if (category === 'out-of-scope' || category === 'env-inquiry') return null
  if (found.outside !== null && found.town === null) return null
  const { urgency } = urgencyOf(asRead(text).normal, category, circumstancesAt(at))
  const question = { category, place: found, text, urgency, at }
  const routing = route(question)
  if ('missing' in routing) return sharedRoute(question)
  const { handler, clause, deadlineClass } = routing
  return { handler: nameOf(handler), ...unitsByName(routing), clause, deadlineClass }
}

type Units = Pick<Routing, 'lead' | 'primary' | 'supporting'>

function unitsByName({ lead, primary, supporting }: Units): Pick<NamedRoute, keyof Units> {
  return {
    lead: lead.map(nameOf),
    primary: primary.map(nameOf),
    supporting: supporting.map(nameOf),
  }
}

/** What holds whichever township it turns out to be. */
function sharedRoute(question: RouteQuestion): NamedRoute {
  const everywhere = oneTownOfEachKind.map((town) => routeIn(question, town))
  const shared = (cell: keyof Units) =>
    (everywhere[0]?.[cell] ?? []).filter(
      (unit) => !isTown(unit) && everywhere.every((one) => one[cell].includes(unit)),
    )
  const clauses = new Map(everywhere.map(({ clause }) => [JSON.stringify(clause), clause]))
  const [clause = null] = clauses.values()
  return {
    handler: null,
    ...unitsByName({
      lead: shared('lead'),
      primary: shared('primary'),
      supporting: shared('supporting'),
    }),
    clause: clauses.size === 1 ? clause : null,
    deadlineClass: question.urgency,
  }
}

const oneTownOfEachKind: readonly TownId[] = (['street', 'rural', 'park'] as const).flatMap(
  (kind) => towns.find((town) => town.kind === kind)?.id ?? [],
)

function isTown(unit: UnitId): boolean {
  return towns.some(({ id }) => id === unit)
}

function routeIn(question: RouteQuestion, town: TownId): Routing {
  const routing = route({ ...question, place: { ...question.place, town } })
  if ('missing' in routing) throw new Error('a township was given')
  return routing
}
