import { say } from '../dialogue.ts'
import { serve } from '../move.ts'
import type { Moves } from '../move.ts'
import { byNumber, openOnes } from '../own-tickets.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { ConverseTools, Heard, OwnTicket, Scene } from '../types.ts'
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
  return [serve(errand, one)]
}

/** What was kept is not lost when something else is said: the newest ticket gets it. Photos and pins join it. */
function toNewest(
  { dialogue: { waitingAct }, own }: Scene,
  { type }: Heard['content'],
): Moves | null {
  if (type !== 'text') return null
  const newest = openOnes(own).at(-1)
  return waitingAct?.act === 'supplement' && newest !== undefined
    ? [serve(waitingAct, newest)]
    : null
}

function ticketLabel({ category, opened }: Ticket, tools: ConverseTools): string {
  const label = category === null ? '' : tools.labels.category(category)
  return `${label.replace(/（.*）$/, '')} ${opened.number.slice(-7)}`.trim()
}
