import { settings } from '../../ticket/settings.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { noDraft, say } from '../dialogue.ts'
import { goOn, tell } from '../move.ts'
import type { Move, Moves } from '../move.ts'
import { urgedStatus } from '../own-tickets.ts'
import { filledIn } from '../place.ts'
import { isOf } from '../repeat.ts'
import { maskedPlace } from '../summary.ts'
import type { ConverseTools, Draft, OwnTicket, Scene, TicketOrder } from '../types.ts'
import { question } from './question.ts'

const prefix = 'urge:'

/** Whether a complaint is the citizen's own open ticket once more. */
export const repeat = question({
  kind: 'repeat',
  put: (
    { id, opened, category, place, status }: Ticket,
    { say: inWords, labels }: ConverseTools,
  ) => ({
    choices: [
      { id: prefix + id, label: inWords('choice.urge') },
      { id: 'another', label: inWords('choice.another') },
    ],
    reply: say('ask.repeat', {
      number: opened.number,
      category: category === null ? '' : labels.category(category),
      place: labels.place(place),
      status: labels.status(status),
    }),
  }),
  press: (scene, choiceId) => {
    const { draft } = scene.dialogue
    const one = scene.own.find(({ ticket }) => choiceId === prefix + ticket.id)
    if (draft === null) return null
    if (choiceId === 'another') {
      return [goOn({ ...draft, another: true })]
    }
    return one === undefined ? null : sameMatter(scene, one, draft)
  },
  // Urging means the ticket there is; a plain no another one. More words are added, and it is asked again.
  acts: {
    urge: { button: 0 },
    confirm: { button: 0 },
    deny: { button: 1 },
    'none-of-these': { button: 1 },
  },
})

/** The same matter: it is urged, and the rest is taken up. */
function sameMatter({ tools }: Scene, one: OwnTicket, draft: Draft): Moves {
  const problems = draft.problems.filter((problem) => !isOf(problem, one.ticket.category))
  const told = urgedAgain(one, draft, tools)
  return problems.length === 0
    ? [told, tell([], { becomes: noDraft, phone: draft.phone })]
    : [told, goOn({ ...draft, problems, attachments: [] })]
}

/** An urge once a day (rulebook); within it the words are added all the same. Photos too, and what is new of the place. */
function urgedAgain(one: OwnTicket, draft: Draft, tools: ConverseTools): Move<'tell'> {
  const { ticket } = one
  const { number } = ticket.opened
  const text = tools.mask(draft.texts.join('\n'))
  const { attachments } = draft
  const last = ticket.urgedAt.at(-1)
  const urges = last === undefined || tools.now - last >= settings.urgeEveryMs
  const commands: TicketOrder['command'][] = urges ? [{ type: 'urge', text }] : []
  const place = filledIn(ticket.place, maskedPlace(draft.place, tools))
  if (!urges || attachments.length > 0 || place !== null) {
    commands.push({ type: 'supplement', text: urges ? '' : text, attachments, place })
  }
  const status = urgedStatus(one, tools)
  const reply = urges ? say('urged', { number, status }) : say('urged.again', { number })
  const orders = commands.map((command) => ({ ticketId: ticket.id, command }))
  return tell([reply], { orders, outcome: 'record' })
}
