import type { CategoryId, ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Classification, Language, Part, Understanding, Urgency } from '#intents/types.ts'
import type { ReplyKey } from '#intents/replies/types.ts'
import type {
  Coordinates,
  FoundPlace,
  MissingFact,
  Place,
  RouteQuestion,
  Routing,
  TownId,
} from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Attachment, Channel, TicketEvent, TicketId } from '../ticket/events.ts'
import type { TicketCommand } from '../ticket/steps/index.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { PlaceTold } from './place.ts'
import type { Question, Reply } from './reply.ts'

/** One problem of a complaint being gathered. */
export type DraftProblem = {
  /** Categories between which a button left the choice; empty when none did. */
  readonly among: readonly ComplaintCategoryId[]
  readonly category: ComplaintCategoryId | null
  readonly classification: Classification | null
  readonly text: string
  /** Where it is, when that is not the draft's place: another problem was told of somewhere else since. */
  readonly place?: Place
}

/** What a citizen has told so far, before a ticket exists. */
export type Draft = {
  /** Every text message that belongs to it, in order, unmasked. */
  readonly texts: readonly string[]
  readonly problems: readonly DraftProblem[]
  readonly place: Place
  /** Places between which the citizen has to choose. */
  readonly candidates: readonly { readonly town: TownId; readonly village: string | null }[]
  readonly when: string | null
  readonly urgency: Urgency
  readonly happeningNow: boolean
  readonly secrecy: boolean
  readonly phone: string | null
  readonly attachments: readonly Attachment[]
  /** Where a photo of it says it was taken: asked back when the place is missing, until it is answered. */
  readonly photoPlace?: PhotoPlace | null
  /** The citizen said that it is not what an open ticket of theirs is about. */
  readonly another: boolean
  readonly receivedAt: number
}

/** A place that only a file names: nobody has said that it is the one meant. */
export type PhotoPlace = { readonly coordinates: Coordinates; readonly place: FoundPlace }

export type CallbackInProgress = {
  readonly ticketId: TicketId
  readonly contacted: boolean | null
  readonly solved: 'solved' | 'partly' | 'unsolved' | null
  /** What was said with the answers so far, masked. */
  readonly comment?: string | null
}

/** What the citizen wants of a ticket of theirs, and its text. */
export type Errand = {
  readonly act: 'status' | 'supplement' | 'urge' | 'withdraw'
  readonly text: string
  /** With a supplement: photos, and where a pin is. */
  readonly attachments?: readonly Attachment[]
  readonly place?: PlaceTold
  /** The ticket it is for, once that is known and something else has to be asked. */
  readonly ticketId?: TicketId
}

/** One sender on one channel. `version` guards against two writers. */
export type Dialogue = {
  readonly id: string
  readonly version: number
  readonly channel: Channel
  readonly personId: string
  readonly language: Language
  readonly draft: Draft | null
  /** What was being told when it was cancelled, or left for more than a day: kept, and taken up again on a word. */
  readonly shelved?: Draft | null
  readonly question: Question | null
  /** Questions put for the current draft; at most three. */
  readonly asked: number
  /** Messages in a row of which nothing was understood; absent when the last one was. */
  readonly missed?: number
  readonly callback: CallbackInProgress | null
  /** What to do once the citizen has said which ticket. */
  readonly waitingAct: Errand | null
  /** The citizen's tickets, oldest first. */
  readonly ticketIds: readonly TicketId[]
  /** The citizen has left or blocked the channel: nothing is sent until they come back. */
  readonly left: boolean
  readonly updatedAt: number
}

/** One problem of several that are told of different places. */
export type ProblemTold = { readonly part: Part; readonly place: FoundPlace }

/** Words, with what they tell. */
export type TextContent = {
  readonly type: 'text'
  readonly text: string
  readonly understanding: Understanding
  /** The draft's words and these, read as one; the same as `understanding` when there is no draft. */
  readonly together: Understanding
  readonly place: FoundPlace
  /** Its problems with the place of each, where it tells of several places; else all are at `place`. */
  readonly told?: readonly ProblemTold[]
}

/** A message as it was heard, with all that pure understanding can add. */
export type Heard = {
  readonly at: number
  readonly content:
    | TextContent
    | { readonly type: 'choice'; readonly questionId: string; readonly choiceId: string }
    | {
        readonly type: 'location'
        readonly coordinates: Coordinates
        /** By its coordinates, and by its title and address. */
        readonly place: FoundPlace
      }
    | {
        readonly type: 'attachments'
        readonly attachments: readonly Attachment[]
        /** What one of them says of where it was taken. */
        readonly photoPlace: PhotoPlace | null
      }
    | { readonly type: 'sticker' }
}

/** A command for a ticket. `ticketId` of an `open` command is one that `mint` gave. */
export type TicketOrder = { readonly ticketId: TicketId; readonly command: TicketCommand }

/** The outcome of a turn: nothing has been sent or stored yet. */
export type Turn = {
  readonly dialogue: Dialogue
  readonly replies: readonly Reply[]
  readonly orders: readonly TicketOrder[]
  /** Secret codes to be stored (hashed) with the case they open. */
  readonly codes: readonly { readonly ticketId: TicketId; readonly code: string }[]
  /** Unmasked words of each ticket opened: stored encrypted beside it. */
  readonly originals: readonly { readonly ticketId: TicketId; readonly text: string }[]
  /** Category of the message, for statistics of what opened nothing; null when it was no complaint. */
  readonly category: CategoryId | null
  /** Set when the citizen gave a phone number: kept with the person, never on the ticket. */
  readonly phone: string | null
  /** For statistics of what opened nothing. */
  readonly outcome: 'open' | 'ask' | 'answer' | 'out-of-scope' | 'inquiry' | 'record'
}

/** `until`: UTC milliseconds. `into`: the ticket that already waits at the desk for this reason. */
export type Hold = { readonly until: number; readonly into: Ticket | null }

/** Effects and data handed in: pure code asks for them by name. */
export type ConverseTools = {
  readonly now: number
  readonly route: (question: RouteQuestion) => Routing | MissingFact
  readonly due: (clock: 'solve' | 'dispatch', urgency: Urgency, from: number) => number
  readonly mint: {
    readonly ticket: () => { readonly id: TicketId; readonly number: string }
    readonly id: () => string
    /** A secret code a person can read out; 8 characters. */
    readonly code: () => string
  }
  readonly labels: {
    readonly category: (id: ComplaintCategoryId) => string
    readonly unit: (id: UnitId) => string
    readonly town: (id: TownId) => string
    readonly place: (place: Place) => string
    /** A clause in a few words: 大气 22. */
    readonly clause: (clause: Routing['clause']) => string
    /** The sentence of the plan a clause opens. */
    readonly sentence: (clause: Routing['clause']) => string
    /** UTC milliseconds → Asia/Shanghai, e.g. 11月30日 18:00. */
    readonly time: (at: number) => string
    readonly status: (status: Ticket['status']) => string
    /** Last event in words, for the citizen. */
    readonly lastStep: (events: readonly TicketEvent[]) => string
  }
  /** A sentence of intents/replies in the dialogue's language, its slots filled. */
  readonly say: (key: ReplyKey, slots?: Readonly<Record<string, string | number>>) => string
  /** Masks phones, identity numbers and plates in text a unit will read. */
  readonly mask: (text: string) => string
  /** Complaints of this person wait at the desk: see domain/flooding. null: they do not. */
  readonly hold: Hold | null
  /** Facts of the plan that answer inquiries: topic → sentence and clause; null when the plan has none. */
  readonly inquiry: (topic: string) => { readonly answer: string; readonly clause: string } | null
}

/** The citizen's tickets with their history, for status and progress. */
export type OwnTicket = { readonly ticket: Ticket; readonly events: readonly TicketEvent[] }

/** What one turn is played with: where the dialogue stands, the citizen's own tickets, what is handed in. */
export type Scene = {
  readonly dialogue: Dialogue
  readonly own: readonly OwnTicket[]
  readonly tools: ConverseTools
  /** When the message was sent, UTC milliseconds. */
  readonly at: number
}
