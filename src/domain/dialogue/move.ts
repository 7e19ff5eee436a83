import type { Clarification } from '#intents/types.ts'
import type { Satisfied } from '../ticket/events.ts'
import type { Choice, QuestionKind, Reply } from './reply.ts'
import type { CallbackInProgress, Dialogue, Draft, Errand, OwnTicket, Turn } from './types.ts'

/** A question on its way to the citizen: its sentence and its buttons. */
export type Asked = {
  readonly kind: QuestionKind
  readonly choices: readonly Choice[]
  readonly reply: Reply
}

/** Why the desk gets it. */
export type DeskReason = 'unsure' | 'place-missing' | 'citizen-asked' | 'flooding' | 'same-matter'

/** What an answer to the call-back gives; `comment`: the words it was given in, masked. */
export type Answers = Omit<CallbackInProgress, 'ticketId' | 'comment'> & {
  readonly satisfied: Satisfied | null
  readonly comment: string | null
}

type Brings = Partial<Pick<Turn, 'orders' | 'phone' | 'category' | 'outcome'>>

type Doing = {
  /** Says something; `becomes` of the dialogue, and `brings` with it. */
  readonly tell: {
    readonly replies: readonly Reply[]
    readonly becomes: Partial<Dialogue>
    readonly brings: Brings
  }
  readonly ask: { readonly asked: Asked }
  /** The draft as it is now: what is missing is asked, or the summary shown. */
  readonly 'go-on': { readonly draft: Draft; readonly clarification: Clarification | null }
  readonly open: { readonly draft: Draft }
  /** `note`: why, for the desk; with 'same-matter' a ticket's number. */
  readonly 'to-desk': {
    readonly draft: Draft
    readonly reason: DeskReason
    readonly note: string | null
  }
  /** `one`: null leaves open which of the citizen's tickets is meant. */
  readonly serve: { readonly errand: Errand; readonly one: OwnTicket | null }
  /** `number`: null asks for all that is open. */
  readonly status: { readonly number: string | null }
  readonly rate: { readonly one: OwnTicket; readonly given: Partial<Answers> }
}

/**
 * What something heard comes to, as a value: questions and tables of acts give moves, and one place carries them
 * out (perform.ts).
 */
export type Move<D extends keyof Doing = keyof Doing> = {
  [P in D]: { readonly do: P } & Doing[P]
}[D]

/** One after the other; each finds the dialogue as the one before it has left it. */
export type Moves = readonly Move[]

/** Sentences, what becomes of the dialogue, and what they bring of tickets. */
export function tell(
  replies: readonly Reply[],
  { becomes = {}, ...brings }: Brings & { readonly becomes?: Partial<Dialogue> } = {},
): Move<'tell'> {
  return { do: 'tell', replies, becomes, brings }
}

/** Says nothing: only the dialogue becomes another. */
export function become(becomes: Partial<Dialogue>): Move<'tell'> {
  return tell([], { becomes })
}

/** Puts a question. */
export function ask(asked: Asked): Move<'ask'> {
  return { do: 'ask', asked }
}

/** The next step of a draft. `clarification`: what to ask about the category. */
export function goOn(draft: Draft, clarification: Clarification | null = null): Move<'go-on'> {
  return { do: 'go-on', draft, clarification }
}

/** Does an errand on one of the citizen's tickets; on the one it can mean, where none is given. */
export function serve(errand: Errand, one: OwnTicket | null = null): Move<'serve'> {
  return { do: 'serve', errand, one }
}
