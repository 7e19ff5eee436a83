import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Classification, Urgency } from '#intents/types.ts'
import type { ClockName, Place, Routing } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Role } from '../roles.ts'

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

export type ReturnReason =
  | 'not-our-duty'
  | 'not-our-area'
  | 'place-unclear'
  | 'duplicate'
  | 'not-environmental'
  | 'material-missing'

/** Clocks of units beside the handler's five: a supporting part, a report-in, an answer to an order. */
export type SideClockName = 'part' | 'report-in' | 'supervision'

/** How urgent an alarm is, and whom it reaches: the unit twice, then its lead, then the inspector. */
export type AlarmLevel = 'yellow' | 'red' | 'unit-lead' | 'inspector'

export type ContactMethod = 'phone' | 'visit' | 'message'
export type Solved = 'solved' | 'partly' | 'unsolved'
export type Satisfied = 'satisfied' | 'basically' | 'unsatisfied'

/** UTC milliseconds at which each clock of a dispatch rings. `solve` never moves later by a redispatch. */
export type Deadlines = { readonly [K in Exclude<ClockName, 'dispatch'>]: number }

export type Attachment = {
  readonly id: string
  readonly kind: 'image' | 'video' | 'audio' | 'file'
  readonly name: string | null
}

/** `ask` false: the caller wants no call. `hours`: when they can be reached, in their words. */
export type CallbackWish = { readonly ask: boolean; readonly hours: string | null }

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

/** By when the desk has to decide on what came back to it, UTC milliseconds; histories of before its clock have none. */
type BackAtDesk = { readonly dispatchDue?: number }

/** The rules' answer on a ticket set right whose unit stays: the clause it is under from now on. Absent: as before. */
type SetRight = { readonly routing?: Routing }

/** The mechanism's vocabulary. `data` by `type`. */
export type TicketEventData = {
  opened: Opened
  /** Waits at the dispatch desk, and why. */
  queued: {
    readonly reason:
      | 'unsure'
      | 'place-missing'
      | 'returned'
      | 'citizen-asked'
      | 'flooding'
      | 'joins-another'
      | 'same-matter'
    /** With 'same-matter' the number of the ticket that its citizen says it is. */
    readonly note: string | null
  }
  classified: SetRight & { readonly category: ComplaintCategoryId; readonly note: string | null }
  placed: SetRight & { readonly place: Place }
  'urgency-set': {
    readonly urgency: Urgency
    readonly note: string | null
    /** When the desk has to dispatch it, if it still has to. */
    readonly dispatchDue: number
    /** null while no unit has ever had it. */
    readonly deadlines: Deadlines | null
  }
  dispatched: Dispatched
  redispatched: Dispatched & { readonly from: UnitId | null }
  referred: { readonly to: string; readonly note: string }
  merged: { readonly into: TicketId; readonly intoNumber: string }
  /** On its own again, at the desk: the merging was wrong, or the other complainant gave up. */
  unmerged: BackAtDesk & { readonly note: string | null; readonly fromNumber: string }
  accepted: Record<never, never>
  contacted: { readonly method: ContactMethod; readonly note: string }
  noted: { readonly text: string }
  returned: BackAtDesk & {
    readonly reason: ReturnReason
    readonly note: string
    /** The unit the returning unit thinks right, and the clause it relies on. */
    readonly proposedUnit: UnitId | null
    readonly clause: string | null
    readonly round: number
  }
  'return-upheld': {
    readonly note: string
    readonly clause: string | null
    readonly handler: UnitId
    /** Fresh clocks for the unit; the citizen's promise stays. */
    readonly deadlines: Deadlines
  }
  'conference-called': BackAtDesk & { readonly units: readonly UnitId[] }
  'units-added': {
    readonly units: readonly UnitId[]
    readonly note: string
    readonly due: number | null
  }
  'part-done': { readonly unit: UnitId; readonly note: string }
  'citizen-asked': { readonly question: string; readonly until: number }
  supplemented: {
    readonly text: string
    readonly attachments: readonly Attachment[]
    readonly place: Place | null
    /** Its number in the system it was written in; absent when it was written here. */
    readonly sourceNumber?: string
  }
  'answer-overdue': Record<never, never>
  'extension-requested': { readonly reason: string; readonly until: number }
  'extension-approved': { readonly until: number; readonly note: string | null }
  'extension-refused': { readonly note: string }
  'suspension-requested': {
    readonly reason: string
    readonly plan: string
    readonly reviewAt: number
  }
  'suspension-approved': { readonly reviewAt: number; readonly note: string | null }
  'suspension-refused': { readonly note: string }
  reviewed: { readonly note: string }
  urged: { readonly text: string }
  /** `order` is empty when the house gives it, for a ticket handled again as often as may be. */
  supervised: { readonly order: string; readonly replyDue: number }
  'supervision-answered': { readonly reply: string }
  'whistle-opened': {
    readonly whistleId: string
    readonly units: readonly UnitId[]
    readonly purpose: string
    readonly place: string | null
    readonly due: number
  }
  'reported-in': {
    readonly whistleId: string
    readonly unit: UnitId
    readonly how: 'on-site' | 'online' | 'writing'
    readonly late: boolean
    readonly note: string
  }
  'whistle-part-done': {
    readonly whistleId: string
    readonly unit: UnitId
    readonly done: boolean
    readonly note: string
  }
  'whistle-closed': {
    readonly whistleId: string
    readonly absent: readonly UnitId[]
    readonly note: string
  }
  resolved: { readonly publicReply: string; readonly internalNote: string | null }
  'callback-started': { readonly via: 'channel' | 'phone'; readonly round: number }
  'callback-reminded': { readonly attempt: number }
  'callback-attempted': {
    readonly attempt: number
    readonly halfDay: string
    readonly reached: boolean
    readonly note: string | null
  }
  rated: {
    readonly contacted: boolean
    readonly solved: Solved
    readonly satisfied: Satisfied
    readonly comment: string | null
    readonly via: Channel
  }
  unreachable: Record<never, never>
  reopened: { readonly reason: string; readonly round: number; readonly deadlines: Deadlines }
  closed: { readonly reason: 'solved' | 'unreachable' | 'anonymous' | 'final' }
  withdrawn: { readonly reason: string | null }
  'exclusion-proposed': {
    readonly ground:
      'unlawful-demand' | 'outside-powers' | 'malicious-or-repeated' | 'untrue' | 'force-majeure'
    readonly evidence: string
  }
  /** The unit's or the citizen's word on an exclusion; after its approval, an appeal. */
  'exclusion-answered': { readonly text: string }
  'exclusion-approved': { readonly note: string }
  'exclusion-refused': { readonly note: string }
  warned: {
    readonly clock: ClockName
    readonly level: 'yellow' | 'red'
    readonly unit: UnitId | null
  }
  escalated: { readonly clock: ClockName; readonly to: 'unit-lead' | 'inspector' }
  /** An alarm of a side clock; `from`: when that clock began, which tells it from others of its unit. */
  reminded: {
    readonly clock: SideClockName
    readonly level: AlarmLevel
    readonly unit: UnitId
    readonly from: number
  }
  erased: { readonly fields: readonly string[] }
}

export type TicketEventType = keyof TicketEventData

/** Who did it, as kept in history. No personal data of citizens: `name` is a staff name or null. */
export type EventActor = {
  readonly id: string
  readonly role: Role
  readonly unit: UnitId | null
  readonly name: string | null
}

/** One entry of a ticket's history: appended, never changed. `at` is UTC milliseconds. */
export type TicketEvent = {
  [T in TicketEventType]: {
    readonly type: T
    readonly at: number
    readonly by: EventActor
    readonly data: TicketEventData[T]
  }
}[TicketEventType]

/** A stored event: `seq` counts from 1 without gaps within its ticket. */
export type StoredEvent = TicketEvent & { readonly ticketId: TicketId; readonly seq: number }
