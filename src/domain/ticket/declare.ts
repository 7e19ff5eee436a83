import type { ReplyKey } from '#intents/replies/types.ts'
import type { ClockName } from '#routing/types.ts'
import type { Urgency } from '#intents/types.ts'
import type { ConverseTools } from '../dialogue/types.ts'
import type { Told } from '../notices/audiences.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from '../roles.ts'
import type { MattersIn } from './closing-check.ts'
import type { EventActor, Fact } from './events.ts'
import type { DataOf, Fields, FieldsOf } from './kinds.ts'
import type { Masks } from './personal.ts'
import type { TicketStatus } from './status.ts'
import type { Ticket } from './ticket.ts'

/** How an actor stands to a ticket. */
export type Standing =
  | 'its-citizen'
  | 'handler'
  | 'participant'
  | 'called-unit'
  | 'whistler'
  | 'conferee'
  | 'dispatcher'
  | 'operator'
  | 'inspector'
  | 'administrator'
  | 'system'

/** What a decision needs from outside: who, when, the calendar's arithmetic, and how words are masked. */
export type DecisionContext = {
  readonly actor: Actor
  /** UTC milliseconds. */
  readonly now: number
  /** When a clock started at `from` rings for a ticket of this urgency, UTC milliseconds (routing/limits.ts). */
  readonly due: (clock: ClockName, urgency: Urgency, from: number) => number
  readonly words: Masks
  readonly mattersIn: MattersIn
}

export type Decided = readonly Fact[] | Refusal

/** An event with its data, as `change` and what is told of it get it. */
export type EventOf<T extends string, D> = {
  readonly type: T
  /** UTC milliseconds. */
  readonly at: number
  readonly by: EventActor
  readonly data: D
}

/** The ticket just before an event and just after it. */
export type Scene = { readonly before: Ticket; readonly after: Ticket }

/** What the citizen is told of an event: in the chat at once, and as the last step when they ask. */
export type CitizenTold<D> = {
  /** The sentence, or which of several; null: none. */
  readonly told?: ReplyKey | ((data: D) => ReplyKey | null)
  /** What the sentence needs beyond the ticket itself. */
  readonly slots?: (ticket: Ticket, data: D, tools: ConverseTools) => Record<string, string>
  /** Told without the ticket's card. */
  readonly plain?: true
  readonly step?: ReplyKey
}

type EventMeaning<T extends string, D> = {
  /** Raised whenever its fields change; db/upcasters.ts says what the older form means. Left out: 1. */
  readonly version?: number
  /** What it does to a ticket; left out: kept in history only. Unknown to time and persons. */
  readonly change?: (ticket: Ticket, event: EventOf<T, D>) => Ticket
  /** Which units and offices hear of it; left out: nobody. */
  readonly tells?: (scene: Scene, event: EventOf<T, D>) => readonly Told[]
  readonly citizen?: CitizenTold<D>
}

export type EventDeclaration<T extends string = string, D = unknown> = {
  (data: D): { readonly type: T; readonly data: D }
  readonly type: T
  /** Of its fields: in which version it is written now. */
  readonly version: number
  readonly fields: Fields
  readonly meaning: EventMeaning<T, D>
}

/** Declares an event: what it holds and whose words, what it does, who is told. Called, it makes the fact. */
export function event<const T extends string, const F extends Fields>(
  type: T,
  fields: F,
  meaning: EventMeaning<T, DataOf<F>> = {},
): EventDeclaration<T, DataOf<F>> {
  const make = (data: DataOf<F>) => ({ type, data })
  return Object.assign(make, { type, version: meaning.version ?? 1, fields, meaning })
}

/** What only the house can add to what a person asked: ids, now, the ticket as it stands. */
export type House = { readonly newId: () => string; readonly now: number }

/** A command with its data. */
export type CommandOf<C extends string, D> = { readonly type: C } & D

export type StepDeclaration<
  C extends string = string,
  F extends Fields = Fields,
  A extends Fields | null = Fields | null,
> = {
  readonly command: C
  /** What it carries. */
  readonly input: F
  /** What a person fills in; null: no form, the house or a page of its own gives it. */
  readonly asks: A
  /** Adds what only the house knows; null: a use case has to look it up first. */
  readonly completes: ((asked: never, ticket: Ticket, house: House) => DataOf<F>) | null
  /** In which statuses it fits; none: there is no ticket yet. */
  readonly from: readonly TicketStatus[]
  /** Who may, the likeliest first. */
  readonly by: readonly Standing[]
  readonly decide: (ticket: Ticket, command: never, by: DecisionContext) => Decided
  /** Fits status and person but has nothing to act on: decide would refuse it whatever it says. */
  readonly moot: (ticket: Ticket, actor: Actor) => boolean
  /** Not shown as a button: the house gives it, or another page does. */
  readonly quiet: boolean
}

type Completing<F extends Fields, A extends Fields | null> = A extends Fields
  ? (asked: DataOf<A>, ticket: Ticket, house: House) => DataOf<F>
  : never

type Step<C extends string, F extends Fields> = {
  readonly command: C
  readonly input: F
  readonly from: readonly TicketStatus[]
  readonly by: readonly Standing[]
  readonly decide: (
    ticket: Ticket,
    command: CommandOf<C, DataOf<F>>,
    by: DecisionContext,
  ) => Decided
  readonly moot?: (ticket: Ticket, actor: Actor) => boolean
  readonly quiet?: true
}

const asAsked = (asked: never): never => asked
const never = (): boolean => false

/** Declares a step of which a person fills in exactly what it carries. */
export function step<const C extends string, const F extends Fields>(
  given: Step<C, F>,
): StepDeclaration<C, F, F> {
  return { moot: never, quiet: false, ...given, asks: given.input, completes: asAsked }
}

/** Declares a step of which a person fills in only `asks`; `completes` adds what the house knows. */
export function completedStep<
  const C extends string,
  const F extends Fields,
  const A extends Fields,
>(
  given: Step<C, F> & { readonly asks: A; readonly completes: Completing<F, A> },
): StepDeclaration<C, F, A> {
  return { moot: never, quiet: false, ...given }
}

/** Declares a step of which a use case has to look up what `asks` names before it can be decided. */
export function lookedUpStep<
  const C extends string,
  const F extends Fields,
  const A extends Fields,
>(given: Step<C, F> & { readonly asks: A }): StepDeclaration<C, F, A> {
  return { moot: never, quiet: false, ...given, completes: null }
}

/** Declares a step without a form: the house gives it, a rule, a timer or a page of its own. */
export function innerStep<const C extends string, const F extends Fields>(
  given: Step<C, F>,
): StepDeclaration<C, F, null> {
  return { moot: never, quiet: false, ...given, asks: null, completes: asAsked }
}

/** Declares an event whose data is a type of its own: each of its fields has to be declared. */
export function recorded<D extends object>() {
  return <const T extends string>(
    type: T,
    fields: FieldsOf<D>,
    meaning: EventMeaning<T, D> = {},
  ): EventDeclaration<T, D> => {
    const make = (data: D) => ({ type, data })
    const { version = 1 } = meaning
    return Object.assign(make, { type, version, fields: fields as Fields, meaning })
  }
}
