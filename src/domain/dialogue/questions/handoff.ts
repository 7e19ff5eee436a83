import { say } from '../dialogue.ts'
import { handedOver } from '../own-tickets.ts'
import type { ConverseTools } from '../types.ts'
import { question } from './question.ts'

/** A person is offered to whom nothing gets through. */
export const handoff = question({
  kind: 'handoff',
  put: (tools: ConverseTools) => ({
    choices: [{ id: 'handoff', label: tools.say('choice.handoff') }],
    reply: say('not-understood.again'),
  }),
  // Pressing its only button is saying its words.
  press: (scene) => [handedOver(scene, scene.dialogue.question?.choices[0]?.label ?? '')],
  awaited: false,
})
