import { say } from '../dialogue.ts'
import { become, serve } from '../move.ts'
import type { Moves } from '../move.ts'
import { byNumber, openOnes } from '../own-tickets.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { ConverseTools, OwnTicket, Scene } from '../types.ts'
import { question } from './question.ts'

const atMost = 8

/** Which of the open tickets is meant; what is to be done with it waits meanwhile. */
export const whichTicket = question({
  kind: 'which-ticket',
  put: (open: readonly OwnTicket[], tools: ConverseTools) => ({
    choices: open.slice(-atMost).map(({ ticket }) => ({
      id: ticket.id,
      label: ticketLabel(ticket, tools),
    })),
    reply: say('ask.which-ticket'),
  }),
  press: (scene, choiceId) =>
    chosen(
      scene,
      scene.own.find(({ ticket }) => ticket.id === choiceId),
    ),
  words: (scene, { understanding }) =>
    chosen(scene, byNumber(scene.own, understanding.ticketNumber)),
  leaves: toNewest,
})

function chosen({ dialogue }: Scene, one: OwnTicket | undefined): Moves | null {
  if (one === undefined) return null
  const errand = dialogue.waitingAct ?? { act: 'status', text: '' }
  return [become({ question: null }), serve(errand, one)]
}

/** Words kept back are not lost when something else is said: the newest ticket gets them. */
function toNewest({ dialogue: { waitingAct }, own }: Scene): Moves {
  const newest = openOnes(own).at(-1)
  return waitingAct?.act === 'supplement' && newest !== undefined ? [serve(waitingAct, newest)] : []
}

function ticketLabel({ category, opened }: Ticket, tools: ConverseTools): string {
  const label = category === null ? '' : tools.labels.category(category)
  return `${label.replace(/（.*）$/, '')} ${opened.number.slice(-7)}`.trim()
}
