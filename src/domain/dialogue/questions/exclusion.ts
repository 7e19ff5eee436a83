import type { Ticket } from '../../ticket/ticket.ts'
import { say } from '../dialogue.ts'
import { ask, tell } from '../move.ts'
import type { Reply } from '../reply.ts'
import type { ConverseTools } from '../types.ts'
import { answerable, exclusionWord, wordChoice } from './exclusion-word.ts'
import { question } from './question.ts'

/** Under what is told of an exclusion's course: whether the citizen has something to say to it. */
export const exclusion = question({
  kind: 'exclusion',
  put: (ticket: Ticket, told: Reply, tools: ConverseTools) => ({
    choices: [wordChoice(ticket.id, tools.say('choice.speak'))],
    reply: told,
  }),
  press: (scene, choiceId) => {
    const one = answerable(scene, choiceId)
    return one === null
      ? [tell([say('nothing')])]
      : [ask(exclusionWord.put(one.ticket, scene.tools))]
  },
  awaited: false,
})
