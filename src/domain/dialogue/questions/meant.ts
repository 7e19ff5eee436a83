import { say } from '../dialogue.ts'
import { freshDraft } from '../draft.ts'
import { become, goOn, serve } from '../move.ts'
import type { Moves } from '../move.ts'
import { handedOver, openOnes } from '../own-tickets.ts'
import type { ConverseTools, Heard, Scene } from '../types.ts'
import { question } from './question.ts'

const meanings = ['add', 'status', 'anew', 'handoff'] as const

/** What was meant by words that were not understood while a ticket is open; they are kept until it is told. */
export const meant = question({
  kind: 'meant',
  put: (tools: ConverseTools) => ({
    choices: meanings.map((id) => ({ id, label: tools.say(`choice.${id}`) })),
    reply: say('ask.meant'),
  }),
  press: (scene, choiceId) => {
    const meaning = meanings.find((one) => one === choiceId)
    return meaning === undefined ? null : taken[meaning](scene)
  },
  leaves: kept,
  awaited: false,
})

const taken = {
  add: ({ dialogue: { waitingAct } }) => waitingAct && [serve(waitingAct)],
  status: () => [become({ waitingAct: null }), { do: 'status', number: null }],
  anew: ({ dialogue: { waitingAct }, at }) => [
    become({ waitingAct: null, asked: 0 }),
    goOn({ ...freshDraft(at), texts: waitingAct === null ? [] : [waitingAct.text], another: true }),
  ],
  handoff: (scene) => [
    become({ waitingAct: null }),
    handedOver(scene, scene.dialogue.waitingAct?.text ?? ''),
  ],
} as const satisfies Record<(typeof meanings)[number], (scene: Scene) => Moves | null>

/** Nobody said what was meant: the newest ticket gets the words, so that they are not lost. */
function kept({ dialogue: { waitingAct }, own }: Scene, { type }: Heard['content']): Moves | null {
  const newest = openOnes(own).at(-1)
  return type === 'text' && waitingAct !== null && newest !== undefined
    ? [serve(waitingAct, newest)]
    : null
}
