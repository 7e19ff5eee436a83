import type { ComplaintCategoryId } from '../intents/categories/index.ts'
import type { Urgency } from '../intents/types.ts'
import type { Plans } from './plan/types.ts'
import type { UnitId } from './units.ts'

type UnitKind = 'bureau' | 'town' | 'park' | 'company'

export type UnitData = {
  readonly id: string
  readonly label: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
}

/** A group of units that the plan names as one. */
export type UnitGroupData = {
  readonly id: string
  readonly label: string
  readonly members: 'all-towns' | 'rural-towns' | 'of-the-place' | 'unnamed'
  readonly aliases: readonly string[]
}

export type Annex = 'climate' | 'air' | 'water' | 'soil' | 'ecology'

/** A place in a plan: attachment, task, and words of the measure. */
export type Clause = {
  /** Its year. */
  readonly plan: number
  readonly annex: Annex
  readonly task: number
  readonly quote: string
}

/** A unit by name, or the township, street or park of the place. */
export type UnitOrTown = UnitId | '{town}'

export type Responsibility = {
  readonly category: ComplaintCategoryId
  readonly clause: Clause
  /** lead: the named department handles; local: the township or park of the place. */
  readonly handling: 'lead' | 'local'
  readonly handler: UnitOrTown
  readonly supporting: readonly UnitOrTown[]
  /** First and last day the rule holds, Beijing time; null: until replaced. */
  readonly from: string
  readonly until: string | null
}

/**
 * A fact of the text or the place that changes who answers. `decides`: its clause takes the category's place,
 * and handling, handler and supporting where given; otherwise the units of `joins` come to those of the category.
 */
export type Refinement = {
  readonly id: string
  /** The fact, as staff read it: 县级及以上公路. */
  readonly label: string
  readonly categories: readonly ComplaintCategoryId[]
  /** One of these must be in the text; none needed when left out. */
  readonly words?: readonly string[]
  /** The words name who does it: they do not count where they only say where it is, 医院对面. */
  readonly source?: boolean
  /** None of these may be in the text. */
  readonly unless?: readonly string[]
  /** Only for places in such a township; a place unknown does not match. */
  readonly towns?: 'rural' | 'park'
  readonly clause: Clause
  readonly decides: boolean
  readonly handling?: 'lead' | 'local'
  readonly handler?: UnitOrTown
  readonly supporting?: readonly UnitOrTown[]
  readonly joins: readonly UnitId[]
  readonly from: string
  readonly until: string | null
}

/** Everything routing goes by: the plans, and the rules that cite them. */
export type Rulebook = {
  readonly plans: Plans
  readonly responsibilities: readonly Responsibility[]
  readonly refinements: readonly Refinement[]
}

/** A township, street or the park: its statistical code, which is also its unit's id. */
export type TownId = Extract<UnitId, `110118${string}`>

/** A township, street or the park on the map: WGS84 degrees of its seat, null when not on record. */
export type TownData = {
  readonly id: TownId
  readonly label: string
  readonly kind: 'street' | 'rural' | 'park'
  readonly aliases: readonly string[]
  readonly lat: number | null
  readonly lon: number | null
  /** true: the seat is known to within 5 km only. */
  readonly estimated: boolean
}

/** A community or village: its statistical code, and its name without 村民委员会. */
export type VillageData = {
  readonly code: string
  readonly town: TownId
  readonly name: string
  readonly kind: 'community' | 'village'
}

/** What a text says of a place. Names are official: 果园街道; villages without 村民委员会. */
export type FoundPlace = {
  /** null when unknown, ambiguous or outside the district. */
  readonly town: TownId | null
  /** Short official name, e.g. 果园西里; null when unknown. */
  readonly village: string | null
  /** Free rest of the address (小区门口, 村北边); null when none. */
  readonly spot: string | null
  /** The words themselves that say where it is, names and all; null when none do. */
  readonly told: string | null
  /** Two or more when the name fits several places. */
  readonly candidates: readonly { readonly town: TownId; readonly village: string | null }[]
  /** Name of a place outside the district, e.g. 怀柔区. */
  readonly outside: string | null
  readonly evidence: readonly { readonly rule: string; readonly span: readonly [number, number] }[]
}

export type Coordinates = { readonly lat: number; readonly lon: number }

/** The place of a complaint once gathered. */
export type Place = {
  readonly town: TownId | null
  readonly village: string | null
  readonly spot: string | null
  /** The place in the words of whoever told it, beside what was recognised in them; null when it was not told in words. */
  readonly told: string | null
  readonly coordinates: Coordinates | null
}

export type RouteQuestion = {
  readonly category: ComplaintCategoryId
  readonly place: Pick<Place, 'town' | 'spot'>
  /** The complaint's words: facts in them refine who answers. */
  readonly text: string
  /** How soon it must be solved, by the rulebook's classes. */
  readonly urgency: Urgency
  /** UTC milliseconds: rules have effective dates. */
  readonly at: number
}

export type ConsideredUnit = {
  readonly unit: UnitId
  readonly outcome: 'handler' | 'supporting' | 'rejected'
  readonly reason: string
}

/** What a routing was asked, but for the words: with them it can be asked again. */
export type RoutingAsked = {
  readonly category: ComplaintCategoryId
  readonly town: TownId | null
  readonly spot: string | null
  /** The day of Beijing whose rules held: 2026-11-28. */
  readonly day: string
}

/** Who answers and why. Stored on the ticket as it is; asking again by the same rules gives the same bytes. */
export type Routing = {
  readonly handler: UnitId
  /** 牵头部门, 主责单位 of the cited measure. */
  readonly lead: readonly UnitId[]
  readonly primary: readonly UnitId[]
  readonly supporting: readonly UnitId[]
  readonly clause: Clause
  readonly deadlineClass: Urgency
  /** The rule that decided, e.g. open-air-barbecue or road-dust/village-lane. */
  readonly rule: string
  readonly rulesVersion: string
  readonly asked: RoutingAsked
  /** Words of the complaint that refined the rule, by the refinement's id. UTF-16 offsets in its text. */
  readonly evidence: readonly { readonly rule: string; readonly span: readonly [number, number] }[]
  readonly considered: readonly ConsideredUnit[]
}

/** A fact without which no unit can be named. */
export type MissingFact = { readonly missing: 'town' }

export type ClockName = 'dispatch' | 'accept' | 'contact' | 'return' | 'solve'
