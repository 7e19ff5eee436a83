import type { Ticket } from '../../ticket/ticket.ts'
import { say } from '../dialogue.ts'
import { tell } from '../move.ts'
import { ordered } from '../own-tickets.ts'
import type { ConverseTools } from '../types.ts'
import { question } from './question.ts'

const prefix = 'withdraw:'

/** Whether a ticket is really to be withdrawn. */
export const withdraw = question({
  kind: 'withdraw',
  put: ({ id, category, opened }: Ticket, tools: ConverseTools) => ({
    choices: [
      { id: prefix + id, label: tools.say('choice.withdraw') },
      { id: 'keep', label: tools.say('choice.keep') },
    ],
    reply: say('ask.withdraw', {
      number: opened.number,
      category: category === null ? tools.say('step.queued') : tools.labels.category(category),
    }),
  }),
  press: ({ own }, choiceId) => {
    if (choiceId === 'keep') return [tell([say('kept')])]
    const one = own.find(({ ticket }) => choiceId === prefix + ticket.id)
    if (one === undefined) return null
    const reply = say('withdrawn', { number: one.ticket.opened.number })
    return [ordered(one.ticket, { type: 'withdraw', reason: null }, reply)]
  },
  acts: {
    confirm: { button: 0 },
    withdraw: { button: 0 },
    keep: { button: 1 },
    deny: { button: 1 },
    cancel: { button: 1 },
  },
})
