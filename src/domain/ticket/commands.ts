import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Urgency } from '#intents/types.ts'
import type { ClockName, Place, Routing } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Actor } from '../roles.ts'
import type {
  Attachment,
  Channel,
  ContactMethod,
  Opened,
  ReturnReason,
  Satisfied,
  Solved,
  TicketEventData,
} from './events.ts'

type ExclusionGround = TicketEventData['exclusion-proposed']['ground']

/**
 * What a person, a rule or a timer asks of a ticket. `open` makes one: with a routing it is dispatched at
 * once, without it waits at the desk for the reason given.
 */
export type TicketCommand =
  | {
      readonly type: 'open'
      readonly opened: Omit<Opened, 'dispatchDue'>
      readonly routing: Routing | null
      readonly queueReason: Exclude<TicketEventData['queued']['reason'], 'returned'> | null
      /** Why, for the desk; with 'same-matter' a ticket's number. */
      readonly note: string | null
    }
  | {
      readonly type: 'classify'
      readonly category: ComplaintCategoryId
      readonly note: string | null
      /** What the rules say now, where its unit stays. */
      readonly routing?: Routing
    }
  | { readonly type: 'place'; readonly place: Place; readonly routing?: Routing }
  | { readonly type: 'set-urgency'; readonly urgency: Urgency; readonly note: string | null }
  /** First dispatch from the desk, a redispatch, or a conference's decision: told apart by the ticket's state. */
  | { readonly type: 'dispatch'; readonly routing: Routing; readonly note: string | null }
  | { readonly type: 'refer'; readonly to: string; readonly note: string }
  | { readonly type: 'merge'; readonly into: string; readonly intoNumber: string }
  /** `note`: null when the house does it, for the main ticket was withdrawn. */
  | { readonly type: 'unmerge'; readonly note: string | null }
  | { readonly type: 'accept' }
  | { readonly type: 'contact'; readonly method: ContactMethod; readonly note: string }
  | { readonly type: 'note'; readonly text: string }
  | {
      readonly type: 'return'
      readonly reason: ReturnReason
      readonly note: string
      readonly proposedUnit: UnitId | null
      readonly clause: string | null
    }
  | { readonly type: 'uphold-return'; readonly note: string; readonly clause: string | null }
  | {
      readonly type: 'add-units'
      readonly units: readonly UnitId[]
      readonly note: string
      readonly due: number | null
    }
  | { readonly type: 'finish-part'; readonly note: string }
  | { readonly type: 'ask-citizen'; readonly question: string }
  | {
      readonly type: 'supplement'
      readonly text: string
      readonly attachments: readonly Attachment[]
      readonly place: Place | null
      /** Its number in the system it was written in. */
      readonly sourceNumber?: string
    }
  | { readonly type: 'request-extension'; readonly reason: string; readonly until: number }
  | { readonly type: 'approve-extension'; readonly note: string | null }
  | { readonly type: 'refuse-extension'; readonly note: string }
  | {
      readonly type: 'request-suspension'
      readonly reason: string
      readonly plan: string
      readonly reviewAt: number
    }
  | { readonly type: 'approve-suspension'; readonly note: string | null }
  | { readonly type: 'refuse-suspension'; readonly note: string }
  | { readonly type: 'review'; readonly note: string }
  | { readonly type: 'urge'; readonly text: string }
  | { readonly type: 'supervise'; readonly order: string; readonly replyDue: number }
  | { readonly type: 'answer-supervision'; readonly reply: string }
  | {
      readonly type: 'whistle'
      readonly whistleId: string
      readonly units: readonly UnitId[]
      readonly purpose: string
      readonly place: string | null
      readonly due: number
    }
  | {
      readonly type: 'report-in'
      readonly whistleId: string
      readonly how: 'on-site' | 'online' | 'writing'
      readonly note: string
    }
  | {
      readonly type: 'finish-whistle-part'
      readonly whistleId: string
      readonly done: boolean
      readonly note: string
    }
  | { readonly type: 'close-whistle'; readonly whistleId: string; readonly note: string }
  | { readonly type: 'resolve'; readonly publicReply: string; readonly internalNote: string | null }
  | { readonly type: 'start-callback'; readonly via: 'channel' | 'phone' }
  | { readonly type: 'remind-callback' }
  | {
      readonly type: 'attempt-callback'
      readonly halfDay: string
      readonly reached: boolean
      readonly note: string | null
    }
  | {
      readonly type: 'rate'
      readonly contacted: boolean
      readonly solved: Solved
      readonly satisfied: Satisfied
      readonly comment: string | null
      readonly via: Channel
    }
  | { readonly type: 'give-up-callback'; readonly because: 'unreachable' | 'anonymous' }
  | { readonly type: 'reopen'; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string | null }
  | {
      readonly type: 'propose-exclusion'
      readonly ground: ExclusionGround
      readonly evidence: string
    }
  /** The word of the unit or of the citizen. */
  | { readonly type: 'answer-exclusion'; readonly text: string }
  | { readonly type: 'approve-exclusion'; readonly note: string }
  | { readonly type: 'refuse-exclusion'; readonly note: string }
  /** Timers: what has rung since they last looked. Idempotent. */
  | { readonly type: 'tick' }
  | { readonly type: 'erase'; readonly fields: readonly string[] }

export type TicketCommandType = TicketCommand['type']

/** What a decision needs from outside: who, when, and the calendar's arithmetic. */
export type DecisionContext = {
  readonly actor: Actor
  /** UTC milliseconds. */
  readonly now: number
  /** When a clock started at `from` rings for a ticket of this urgency, UTC milliseconds (routing/limits.ts). */
  readonly due: (clock: ClockName, urgency: Urgency, from: number) => number
}
