import { answerBarred } from '../../ticket/excluding.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { say } from '../dialogue.ts'
import { tell } from '../move.ts'
import { ordered } from '../own-tickets.ts'
import type { Choice } from '../reply.ts'
import type { ConverseTools, OwnTicket, Scene } from '../types.ts'
import { question } from './question.ts'

const citizen = { id: '', role: 'citizen', unit: null, name: '' } as const
const prefix = 'exclusion:'

/** The citizen's word on an exclusion (rulebook, Exclusion): the next words are it; or not, after all. */
export const exclusionWord = question({
  kind: 'exclusion-word',
  put: ({ id, opened }: Ticket, tools: ConverseTools) => ({
    choices: [wordChoice(id, tools.say('choice.not-now'))],
    reply: say('ask.exclusion', { number: opened.number }),
  }),
  press: () => [tell([say('kept')])],
  // Gone meanwhile: they are heard as anything else.
  words: (scene, { text }) => {
    const one = answerable(scene, scene.dialogue.question?.choices[0]?.id)
    if (one === null) return null
    const command = { type: 'answer-exclusion', text: scene.tools.mask(text) } as const
    const reply = say('exclusion.heard', { number: one.ticket.opened.number })
    return [ordered(one.ticket, command, reply)]
  },
})

/** Whether the citizen may say something to the exclusion of a ticket now. */
export function mayAnswer(ticket: Ticket): boolean {
  return answerBarred(ticket, citizen) === null
}

/** The button that names whose exclusion it is. */
export function wordChoice(ticketId: Ticket['id'], label: string): Choice {
  return { id: prefix + ticketId, label }
}

/** The ticket a button names, if its exclusion is still to be answered. */
export function answerable({ own }: Scene, choiceId: string | undefined): OwnTicket | null {
  const one = own.find(({ ticket }) => choiceId === prefix + ticket.id)
  return one !== undefined && mayAnswer(one.ticket) ? one : null
}
