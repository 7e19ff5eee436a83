import type { Understanding } from '#intents/types.ts'
import { settings } from '../ticket/settings.ts'
import type { Satisfied, Solved } from '../ticket/events.ts'
import { ask, say, speak } from './dialogue.ts'
import type {
  CallbackInProgress,
  Choice,
  ConverseTools,
  Dialogue,
  OwnTicket,
  Scene,
  Turn,
} from './types.ts'

/** What an answer gives; `comment`: the words it was given in, masked. */
export type Answers = Omit<CallbackInProgress, 'ticketId'> & {
  readonly satisfied: Satisfied | null
  readonly comment: string | null
}

const questions = {
  contacted: ['yes', 'no'],
  solved: ['solved', 'partly', 'unsolved'],
  satisfied: ['satisfied', 'basically', 'unsatisfied'],
} as const

const steps = { contacted: 1, solved: 2, satisfied: 3 } as const

/** The first question of a ticket's call-back that has no answer yet (rule 9). */
export function startCallback(dialogue: Dialogue, one: OwnTicket, tools: ConverseTools): Turn {
  const { ticket } = one
  const begun = dialogue.callback?.ticketId === ticket.id ? dialogue.callback : null
  const callback = begun ?? { ticketId: ticket.id, contacted: null, solved: null }
  return askNext({ ...dialogue, callback }, one, callback, tools)
}

/** A button of one of the three questions; null when it is none of them. */
export function callbackChoice(choiceId: string): Partial<Answers> | null {
  switch (choiceId) {
    case 'yes':
      return { contacted: true }
    case 'no':
      return { contacted: false }
    case 'solved':
    case 'partly':
    case 'unsolved':
      return { solved: choiceId }
    case 'satisfied':
    case 'basically':
    case 'unsatisfied':
      return { satisfied: choiceId }
    default:
      return null
  }
}

/** Free words answer as many questions as they can: 还是那么臭 is "not solved". */
export function callbackWords({ rating }: Understanding): Partial<Answers> | null {
  const given = {
    ...(rating.contacted === null ? {} : { contacted: rating.contacted }),
    ...(rating.solved === null ? {} : { solved: rating.solved }),
    ...(rating.satisfied === null ? {} : { satisfied: rating.satisfied }),
  }
  return Object.keys(given).length === 0 ? null : given
}

/** Takes an answer and asks what is still open; with all three, the rating is ordered. */
export function answerCallback(
  { dialogue, tools }: Scene,
  one: OwnTicket,
  given: Partial<Answers>,
): Turn {
  const known = dialogue.callback
  if (known === null) return speak(dialogue, [say('stale-button')])
  const contacted = given.contacted ?? known.contacted
  const solved = given.solved ?? known.solved
  const satisfied = given.satisfied ?? null
  if (contacted !== null && solved !== null && satisfied !== null) {
    const comment = given.comment ?? null
    return settle(dialogue, one, { contacted, solved, satisfied, comment })
  }
  const callback = { ...known, contacted, solved }
  return askNext({ ...dialogue, callback }, one, callback, tools)
}

function askNext(
  dialogue: Dialogue,
  { ticket }: OwnTicket,
  { contacted, solved }: CallbackInProgress,
  tools: ConverseTools,
): Turn {
  const kind = contacted === null ? 'contacted' : solved === null ? 'solved' : 'satisfied'
  const choices: Choice[] = questions[kind].map((id) => ({ id, label: tools.say(`choice.${id}`) }))
  const slots = {
    number: ticket.opened.number,
    category: ticket.category === null ? '' : tools.labels.category(ticket.category),
  }
  const handler = ticket.handler === null ? '' : tools.labels.unit(ticket.handler)
  const card = { type: 'callback', ...slots, handler, step: steps[kind] } as const
  return ask(dialogue, tools, { kind, choices }, say(`callback.${kind}`, slots, { card }))
}

function settle(
  dialogue: Dialogue,
  { ticket }: OwnTicket,
  answers: {
    readonly contacted: boolean
    readonly solved: Solved
    readonly satisfied: Satisfied
    readonly comment: string | null
  },
): Turn {
  const { number } = ticket.opened
  const good = answers.solved === 'solved' && answers.satisfied !== 'unsatisfied'
  const last = ticket.reopenings >= settings.maxReopenings
  const key = good ? 'callback.closed' : last ? 'callback.final' : 'callback.reopened'
  const after = { ...dialogue, callback: null, question: null }
  const command = { type: 'rate', ...answers, via: dialogue.channel } as const
  return speak(after, [say(key, { number })], {
    orders: [{ ticketId: ticket.id, command }],
    outcome: 'record',
  })
}
