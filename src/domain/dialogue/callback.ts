import type { Ticket } from '../ticket/ticket.ts'
import { settings } from '../ticket/settings.ts'
import { put, say } from './dialogue.ts'
import { ask, become, tell } from './move.ts'
import type { Answers, Asked, Moves } from './move.ts'
import { contacted } from './questions/contacted.ts'
import { saidTogether } from './questions/rating.ts'
import { satisfied } from './questions/satisfied.ts'
import { solved } from './questions/solved.ts'
import type {
  CallbackInProgress,
  ConverseTools,
  Dialogue,
  OwnTicket,
  Scene,
  Turn,
} from './types.ts'

/** The first question of a ticket's call-back that has no answer yet (rule 9). */
export function startCallback(
  dialogue: Dialogue,
  { ticket }: OwnTicket,
  tools: ConverseTools,
): Turn {
  const begun = dialogue.callback?.ticketId === ticket.id ? dialogue.callback : null
  const callback = begun ?? { ticketId: ticket.id, contacted: null, solved: null }
  return put({ ...dialogue, callback }, nextOf(callback, ticket, tools), tools)
}

/** Takes an answer and asks what is still open; with all three, the rating is ordered. */
export function rated({ dialogue, tools }: Scene, one: OwnTicket, given: Partial<Answers>): Moves {
  const known = dialogue.callback
  if (known === null) return [tell([say('stale-button')])]
  const callback = {
    ...known,
    contacted: given.contacted ?? known.contacted,
    solved: given.solved ?? known.solved,
    comment: saidTogether(known.comment ?? null, given.comment ?? null),
  }
  const answers = { ...callback, satisfied: given.satisfied ?? null }
  return isWhole(answers)
    ? settled(dialogue, one, answers)
    : [become({ callback }), ask(nextOf(callback, one.ticket, tools))]
}

type Whole = {
  readonly [K in 'contacted' | 'solved' | 'satisfied']: NonNullable<Answers[K]>
} & Pick<Answers, 'comment'>

function isWhole(answers: Answers): answers is Answers & Whole {
  return answers.contacted !== null && answers.solved !== null && answers.satisfied !== null
}

function nextOf(known: CallbackInProgress, ticket: Ticket, tools: ConverseTools): Asked {
  if (known.contacted === null) return contacted.put(ticket, tools)
  return known.solved === null ? solved.put(ticket, tools) : satisfied.put(ticket, tools)
}

function settled({ channel }: Dialogue, { ticket }: OwnTicket, whole: Whole): Moves {
  const { number } = ticket.opened
  const { contacted, solved, satisfied, comment } = whole
  const good = solved === 'solved' && satisfied !== 'unsatisfied'
  const last = ticket.reopenings >= settings.maxReopenings
  const key = good ? 'callback.closed' : last ? 'callback.final' : 'callback.reopened'
  const command = { type: 'rate', contacted, solved, satisfied, comment, via: channel } as const
  const orders = [{ ticketId: ticket.id, command }]
  const becomes = { callback: null, question: null }
  return [tell([say(key, { number })], { becomes, orders, outcome: 'record' })]
}
