import type { TicketEvent } from '../ticket/events.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { put, say } from './dialogue.ts'
import type { Asked } from './move.ts'
import { mayAnswer } from './questions/exclusion-word.ts'
import { exclusion } from './questions/exclusion.ts'
import type { Reply } from './reply.ts'
import type { ConverseTools, Dialogue } from './types.ts'

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

/** Offers the citizen's word on an exclusion, where they may still have it. */
export function offerWord(
  dialogue: Dialogue,
  ticket: Ticket,
  told: readonly Reply[],
  tools: ConverseTools,
): Offered {
  if (!mayAnswer(ticket)) return { dialogue, replies: told }
  return offer(dialogue, told, (last) => exclusion.put(ticket, last, tools), tools)
}

type Offered = { readonly dialogue: Dialogue; readonly replies: readonly Reply[] }

/** Puts buttons under the last of `told`, unless something else is being talked about. */
export function offer(
  dialogue: Dialogue,
  told: readonly Reply[],
  asked: (last: Reply) => Asked,
  tools: ConverseTools,
): Offered {
  const last = told.at(-1)
  const busy = dialogue.draft !== null || dialogue.question !== null
  if (last === undefined || busy) return { dialogue, replies: told }
  const turn = put(dialogue, asked(last), tools)
  return { dialogue: turn.dialogue, replies: [...told.slice(0, -1), ...turn.replies] }
}
