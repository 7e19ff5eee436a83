import { say } from '../dialogue.ts'
import { become } from '../move.ts'
import { question } from './question.ts'

/** Which ticket somebody asks after whose tickets are not known here. */
export const ticketNumber = question({
  kind: 'ticket-number',
  put: () => ({ choices: [], reply: say('ask.ticket-number') }),
  words: (_, { understanding: { ticketNumber: number } }) =>
    number === null ? null : [become({ question: null }), { do: 'status', number }],
})
