import { rateBarred } from '../../ticket/callback.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { say } from '../dialogue.ts'
import { ask, become, tell } from '../move.ts'
import type { Moves } from '../move.ts'
import type { Reply } from '../reply.ts'
import type { ConverseTools, OwnTicket, Scene } from '../types.ts'
import { contacted } from './contacted.ts'
import { question } from './question.ts'
import { ratingsOf } from './rating.ts'

const mine = 'verdict-mine:'
const other = 'verdict-other:'

/** Under what an operator wrote down of a call: whether the citizen said so (rulebook, Call-back). */
export const verdict = question({
  kind: 'verdict',
  put: (ticket: Ticket, told: Reply, { say: inWords }: ConverseTools) => ({
    choices: [
      { id: mine + ticket.id, label: inWords('choice.mine') },
      { id: other + ticket.id, label: inWords('choice.not-mine') },
    ],
    reply: told,
  }),
  press: (scene, choiceId) => {
    if (choiceId.startsWith(mine)) return [tell([say('verdict.kept')])]
    const one = contestable(scene, choiceId)
    return one === null ? null : askedAnew(scene, one)
  },
  acts: { confirm: { button: 0 }, deny: { button: 1 } },
  words: (scene, { text, understanding }) => {
    const one = contestable(scene, scene.dialogue.question?.choices.at(1)?.id ?? '')
    const given = ratingsOf(understanding)
    if (one === null || given === null) return null
    const comment = scene.tools.mask(text)
    return [become(begun(one)), { do: 'rate', one, given: { ...given, comment } }]
  },
})

/** The ticket a button names, if the citizen may still speak for herself. */
function contestable({ own }: Scene, choiceId: string): OwnTicket | null {
  const one = own.find(({ ticket }) => choiceId === other + ticket.id)
  return one === undefined || rateBarred(one.ticket, { role: 'citizen' }) !== null ? null : one
}

function askedAnew({ tools }: Scene, one: OwnTicket): Moves {
  return [become(begun(one)), ask(contacted.put(one.ticket, tools))]
}

function begun({ ticket }: OwnTicket) {
  return { callback: { ticketId: ticket.id, contacted: null, solved: null } }
}
