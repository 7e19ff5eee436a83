import type { TicketEvent } from '../ticket/events.ts'
import { answerBarred } from '../ticket/excluding.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ask, say, speak } from './dialogue.ts'
import { ordered } from './own-tickets.ts'
import type { ConverseTools, Dialogue, OwnTicket, Question, Reply, Scene, Turn } from './types.ts'

/** The citizen's word on an exclusion (rulebook, Exclusion): told of it, offered a button, heard in words. */

const citizen = { id: '', role: 'citizen', unit: null, name: '' } as const

/** What is told of an exclusion's course; null for events that are not of it. */
export function exclusionTold(
  ticket: Ticket,
  event: TicketEvent,
  tools: ConverseTools,
): Reply | null {
  const { number } = ticket.opened
  const category = ticket.category === null ? '' : tools.labels.category(ticket.category)
  switch (event.type) {
    case 'exclusion-proposed': {
      const ground = tools.say(`ground.${event.data.ground}`)
      return say('told.exclusion', { number, category, ground })
    }
    case 'exclusion-approved':
      return say(ticket.exclusion?.appealed === true ? 'told.excluded-final' : 'told.excluded', {
        number,
        category,
      })
    case 'exclusion-refused':
      return say('told.included', { number, category })
    default:
      return null
  }
}

/** Offers the button under the last of `told`, unless something else is being talked about. */
export function offerWord(
  dialogue: Dialogue,
  ticket: Ticket,
  told: readonly Reply[],
  tools: ConverseTools,
): { readonly dialogue: Dialogue; readonly replies: readonly Reply[] } {
  const last = told.at(-1)
  const busy = dialogue.draft !== null || dialogue.question !== null
  if (last === undefined || busy || answerBarred(ticket, citizen) !== null) {
    return { dialogue, replies: told }
  }
  const choices = [{ id: `exclusion:${ticket.id}`, label: tools.say('choice.speak') }]
  const turn = ask(dialogue, tools, { kind: 'exclusion', choices }, last)
  return { dialogue: turn.dialogue, replies: [...told.slice(0, -1), ...turn.replies] }
}

/** The button: the next words are the citizen's word on this exclusion; or not, after all. */
export function chooseWord(scene: Scene, { kind }: Question, choiceId: string): Turn {
  return kind === 'exclusion' ? askWord(scene, choiceId) : keepSilent(scene.dialogue)
}

function askWord(scene: Scene, choiceId: string): Turn {
  const { dialogue, tools } = scene
  const one = scene.own.find(({ ticket }) => choiceId === `exclusion:${ticket.id}`)
  if (one === undefined || answerBarred(one.ticket, citizen) !== null) return nothing(dialogue)
  const choices = [{ id: choiceId, label: tools.say('choice.not-now') }]
  const { number } = one.ticket.opened
  return ask(dialogue, tools, { kind: 'exclusion-word', choices }, say('ask.exclusion', { number }))
}

function keepSilent(dialogue: Dialogue): Turn {
  return speak({ ...dialogue, question: null }, [say('kept')])
}

/** Words after the button; null when the exclusion is gone meanwhile, so that they are heard as anything else. */
export function hearWord({ dialogue, own, tools }: Scene, text: string): Turn | null {
  const asked = dialogue.question?.choices[0]?.id
  const one: OwnTicket | undefined = own.find(({ ticket }) => asked === `exclusion:${ticket.id}`)
  if (one === undefined || answerBarred(one.ticket, citizen) !== null) return null
  const command = { type: 'answer-exclusion', text: tools.mask(text) } as const
  const reply = say('exclusion.heard', { number: one.ticket.opened.number })
  return ordered(dialogue, one.ticket, command, reply)
}

function nothing(dialogue: Dialogue): Turn {
  return speak({ ...dialogue, question: null }, [say('nothing')])
}
