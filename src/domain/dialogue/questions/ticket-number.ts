import { say } from '../dialogue.ts'
import { question } from './question.ts'

/** Which ticket somebody asks after whose tickets are not known here. */
export const ticketNumber = question({
  kind: 'ticket-number',
  put: () => ({ choices: [], reply: say('ask.ticket-number') }),
  words: (_, { understanding: { ticketNumber: number } }) =>
    number === null ? null : [{ do: 'status', number }],
  awaited: false,
})
