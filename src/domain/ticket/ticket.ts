import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Urgency } from '#intents/types.ts'
import type { ClockName, Place } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type {
  ClosedReason,
  Deadlines,
  Dispatched,
  ExclusionGround,
  Opened,
  QueueReason,
  Reminder,
  ReportWay,
  Satisfied,
  Solved,
  TicketId,
} from './events.ts'
import type { TicketStatus } from './status.ts'

export type Whistle = {
  readonly id: string
  readonly units: readonly UnitId[]
  readonly purpose: string
  readonly place: string | null
  readonly openedAt: number
  readonly due: number
  /** The township that called: it closes the whistle, whoever handles the ticket by then. */
  readonly caller: UnitId | null
  readonly reports: readonly {
    readonly unit: UnitId
    readonly how: ReportWay
    readonly late: boolean
    readonly at: number
    readonly done: boolean | null
  }[]
  readonly closedAt: number | null
  readonly absent: readonly UnitId[]
}

/** What a supporting unit was asked for, with its own clock. Times are UTC milliseconds. */
export type Part = {
  readonly unit: UnitId
  readonly note: string
  readonly addedAt: number
  readonly due: number | null
  readonly doneAt: number | null
}

export type Exclusion = {
  /** 'appealed': approved, and to be decided once more; until then it counts as approved. */
  readonly state: 'proposed' | 'approved' | 'refused' | 'appealed'
  readonly ground: ExclusionGround
  readonly evidence: string
  readonly proposedBy: string
  readonly approvedBy: string | null
  readonly appealed: boolean
  /** Who has had their word since it was last proposed or appealed against. */
  readonly heard: readonly ('citizen' | 'unit')[]
}

/** State of a ticket: a fold of its history, nothing else. Times are UTC milliseconds. */
export type Ticket = {
  readonly id: TicketId
  /** Number of events folded; the next event is seq + 1. */
  readonly seq: number
  readonly status: TicketStatus
  readonly opened: Opened
  readonly openedAt: number
  readonly category: ComplaintCategoryId | null
  readonly place: Place
  readonly urgency: Urgency
  readonly queuedFor: QueueReason | 'unmerged' | null
  /** Exactly one while dispatched and open; the unit scored at the end. */
  readonly handler: UnitId | null
  readonly supporting: readonly UnitId[]
  /** Who of the handling unit works on it, by account; null: nobody in particular. */
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly parts: readonly Part[]
  /** Units that were called in later, handled before, or whistled: they may read the ticket. */
  readonly involved: readonly UnitId[]
  readonly dispatch: Dispatched | null
  /** The desk's clock: since it was opened, or last came back; the urgency may have changed meanwhile. */
  readonly deskFrom: number
  readonly dispatchDue: number
  /** When the desk last sent it to a unit; null while it is there. */
  readonly deskDoneAt: number | null
  readonly deadlines: Deadlines | null
  readonly acceptedAt: number | null
  readonly contactedAt: number | null
  readonly dispatchedAt: number | null
  readonly firstDispatchedAt: number | null
  /** Which unit it was first sent to, and whether that unit gave it back; null before. */
  readonly first: { readonly handler: UnitId; readonly returned: boolean } | null
  /** Since when the solving clock runs: the first dispatch, or the second handling's beginning. */
  readonly promisedFrom: number | null
  readonly resolvedAt: number | null
  /** Who resolved it last, by account; null before, and where the house did. */
  readonly resolvedBy: { readonly id: string; readonly name: string } | null
  readonly closedAt: number | null
  readonly publicReply: string | null
  readonly returns: number
  /** How often it was sent from one unit to another. */
  readonly redispatches: number
  readonly returnProposal: { readonly from: UnitId; readonly proposedUnit: UnitId | null } | null
  /** Units that returns have named as the right one. */
  readonly named: readonly UnitId[]
  readonly conferenceUnits: readonly UnitId[]
  /** Which of them have given their word. */
  readonly conferenceHeard: readonly UnitId[]
  /** While the citizen owes an answer. */
  readonly awaiting: {
    readonly question: string
    readonly since: number
    readonly until: number
    readonly from: TicketStatus
  } | null
  /** Milliseconds this handling has waited for the citizen; the solving clock has moved by as much. */
  readonly pausedMs: number
  readonly extension: {
    readonly state: 'requested' | 'approved' | 'refused'
    readonly until: number
    readonly reason: string
  } | null
  readonly suspension: {
    readonly state: 'requested' | 'approved' | 'refused'
    readonly reviewAt: number
    /** Since when it rests, once approved. */
    readonly since: number | null
    readonly reason: string
    readonly plan: string
    readonly from: TicketStatus
  } | null
  readonly whistles: readonly Whistle[]
  readonly urgedAt: readonly number[]
  /** Since when something the citizen said has had no answer from its unit; null: there is nothing. */
  readonly unansweredAt: number | null
  readonly supervision: {
    readonly order: string
    readonly orderedAt: number
    readonly replyDue: number
    readonly repliedAt: number | null
  } | null
  /** Second handlings so far. */
  readonly reopenings: number
  readonly callback: {
    readonly round: number
    readonly via: 'channel' | 'phone'
    readonly startedAt: number
    /** When the citizen was last asked or reminded. */
    readonly askedAt: number
    readonly reminders: number
    readonly attempts: number
    readonly halfDays: readonly string[]
    /** When somebody last answered the telephone; null: nobody has. */
    readonly reachedAt: number | null
    readonly settledAt: number | null
  } | null
  /** `byStaff`: an operator wrote it down; the citizen's own word stands above it. */
  readonly rating: {
    readonly contacted: boolean
    readonly solved: Solved
    readonly satisfied: Satisfied
    readonly comment: string | null
    readonly at: number
    readonly byStaff: boolean
  } | null
  readonly unreachable: boolean
  readonly closedBecause: ClosedReason | null
  readonly exclusion: Exclusion | null
  readonly mergedInto: { readonly id: TicketId; readonly number: string } | null
  readonly warnings: readonly { readonly clock: ClockName; readonly level: 'yellow' | 'red' }[]
  readonly escalations: readonly {
    readonly clock: ClockName
    readonly to: 'unit-lead' | 'inspector'
  }[]
  /** Alarms given on side clocks. */
  readonly reminders: readonly Reminder[]
  /** When the desk last let units see the reporter's files on a ticket of secrecy; null: never. */
  readonly filesReleasedAt: number | null
  /** A person has found that its words may be read by the public. */
  readonly published: boolean
  /** All that was written on it so far, by the citizen and by staff, in order. */
  readonly written: readonly string[]
  readonly lastEventAt: number
}
