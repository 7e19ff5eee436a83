import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Classification, Urgency } from '#intents/types.ts'
import type { ClockName, Place, Routing } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Role } from '../roles.ts'
import type { EventOf } from './declare.ts'
import type { events } from './steps/index.ts'

export type TicketId = string

export const channels = [
  'line',
  'wechat',
  'wechat-bot',
  'web-chat',
  'hotline',
  'open311',
  'alarm',
  'import',
] as const

/** Which door a complaint came in by; `wechat-bot`: an account in a group or a chat, run by Wechaty. */
export type Channel = (typeof channels)[number]

export const returnReasons = [
  'not-our-duty',
  'not-our-area',
  'place-unclear',
  'duplicate',
  'not-environmental',
  'material-missing',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** The handler's and the desk's clocks (routing/limits.ts says how long each is). */
export const clockNames = [
  'dispatch',
  'accept',
  'contact',
  'return',
  'solve',
] as const satisfies readonly ClockName[]

/** Clocks of units beside the handler's five: a supporting part, a report-in, an answer to an order. */
export const sideClockNames = ['part', 'report-in', 'supervision'] as const
export type SideClockName = (typeof sideClockNames)[number]

/** How urgent an alarm is, and whom it reaches: the unit twice, then its lead, then the inspector. */
export const alarmLevels = ['yellow', 'red', 'unit-lead', 'inspector'] as const
export type AlarmLevel = (typeof alarmLevels)[number]

export const contactMethods = ['phone', 'visit', 'message'] as const
export type ContactMethod = (typeof contactMethods)[number]
export const solvedAnswers = ['solved', 'partly', 'unsolved'] as const
export type Solved = (typeof solvedAnswers)[number]
export const satisfiedAnswers = ['satisfied', 'basically', 'unsatisfied'] as const
export type Satisfied = (typeof satisfiedAnswers)[number]

/** Who spoke for the citizen when the questions were asked on the telephone, and who had called whom. */
export const whoAnswered = ['citizen', 'family', 'other'] as const
export type WhoAnswered = (typeof whoAnswered)[number]
export const callWays = ['called', 'called-in'] as const
export type CallWay = (typeof callWays)[number]

export const reportWays = ['on-site', 'online', 'writing'] as const
export type ReportWay = (typeof reportWays)[number]

/** Why a ticket may stay out of the rates (rulebook, Exclusion). */
export const exclusionGrounds = [
  'unlawful-demand',
  'outside-powers',
  'malicious-or-repeated',
  'untrue',
  'force-majeure',
  'system-outage',
] as const
export type ExclusionGround = (typeof exclusionGrounds)[number]

/** Why it waits at the dispatch desk. */
export const queueReasons = [
  'unsure',
  'place-missing',
  'returned',
  'citizen-asked',
  'flooding',
  'joins-another',
  'same-matter',
  'unit-differs',
] as const
export type QueueReason = (typeof queueReasons)[number]

export const closedReasons = ['solved', 'unreachable', 'anonymous', 'final'] as const
export type ClosedReason = (typeof closedReasons)[number]

/** UTC milliseconds at which each clock of a dispatch rings. `solve` never moves later by a redispatch. */
export type Deadlines = { readonly [K in Exclude<ClockName, 'dispatch'>]: number }

export type Attachment = {
  readonly id: string
  readonly kind: 'image' | 'video' | 'audio' | 'file'
  readonly name: string | null
}

/** `ask` false: the caller wants no call. `hours`: when they can be reached, in their words. */
export type CallbackWish = { readonly ask: boolean; readonly hours: string | null }

/** What the order it came with says of clocks and unit; times are UTC milliseconds, null: not said. */
export type SourceOrder = {
  readonly acceptBy: number | null
  readonly solveBy: number | null
  /** In its own words. */
  readonly unit: string | null
}

/** Everything known when a ticket is opened; what changes later is an event of its own. */
export type Opened = {
  /** MY20261123-00042-3 */
  readonly number: string
  readonly caseId: string
  readonly kind: 'complaint' | 'alarm'
  readonly channel: Channel
  /** The number of the system it came from, if any. */
  readonly sourceNumber: string | null
  readonly citizenId: string | null
  readonly dialogueId: string | null
  /** As said, personal data masked (phones, ids, plates). */
  readonly text: string
  /** null: to be classified by hand. */
  readonly category: ComplaintCategoryId | null
  readonly classification: Classification | null
  readonly secondary: readonly ComplaintCategoryId[]
  readonly urgency: Urgency
  readonly place: Place
  readonly when: string | null
  readonly attachments: readonly Attachment[]
  readonly secrecy: boolean
  /** How the caller wants to be called back, in so far as they said. */
  readonly callbackWish?: CallbackWish
  /** Left out: no order of another system, or one that says nothing of these. */
  readonly sourceOrder?: SourceOrder
  /** When the first message arrived, UTC milliseconds. */
  readonly receivedAt: number
  /** Dispatch clock, UTC milliseconds. */
  readonly dispatchDue: number
}

export type Dispatched = {
  readonly handler: UnitId
  readonly supporting: readonly UnitId[]
  /** The rules' answer, or the desk's with its own clause; the trace stays with it. */
  readonly routing: Routing
  readonly decidedBy: 'rules' | 'desk' | 'conference'
  readonly note: string | null
  readonly deadlines: Deadlines
}

/** An alarm of a side clock; `from`: when that clock began, which tells it from others of its unit. */
export type Reminder = {
  readonly clock: SideClockName
  readonly level: AlarmLevel
  readonly unit: UnitId
  readonly from: number
}

type Declared = (typeof events)[number]

/** The mechanism's vocabulary: the data of every declared event, by its type. */
type TicketEventData = {
  readonly [E in Declared as E['type']]: E extends (data: infer D) => unknown ? D : never
}

export type TicketEventType = keyof TicketEventData

/** What a decision leads to, before time and author are put on it. */
export type Fact = {
  readonly [T in TicketEventType]: { readonly type: T; readonly data: TicketEventData[T] }
}[TicketEventType]

/** Who did it, as kept in history. No personal data of citizens: `name` is a staff name or null. */
export type EventActor = {
  readonly id: string
  readonly role: Role
  readonly unit: UnitId | null
  readonly name: string | null
}

/** One entry of a ticket's history: appended, never changed. `at` is UTC milliseconds. */
export type TicketEvent = {
  [T in TicketEventType]: EventOf<T, TicketEventData[T]>
}[TicketEventType]

/** A stored event: `seq` counts from 1 without gaps within its ticket. */
export type StoredEvent = TicketEvent & { readonly ticketId: TicketId; readonly seq: number }
