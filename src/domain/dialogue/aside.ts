import { answered } from './answers.ts'
import type { Acts } from './acts.ts'
import { say } from './dialogue.ts'
import { tell } from './move.ts'
import { openOnes, ordered } from './own-tickets.ts'
import type { OwnTicket, Scene, TextContent } from './types.ts'

/**
 * Acts that answer no question and add nothing to a complaint: each gets its own answer, nothing is filed, and
 * whatever was asked stands.
 */
export const asides: Acts = {
  ask: answered,
  thank: () => [tell([say('thanks')])],
  abuse: () => [tell([say('insulted')])],
  chatter: () => [tell([say('heard')])],
  praise: (scene, content) => {
    const one = openOnes(scene.own).at(-1)
    return one === undefined
      ? [tell([say('praise')])]
      : [noted(scene, one, content, 'praise.passed')]
  },
  suggest: (scene, content) => {
    const one = openOnes(scene.own).at(-1)
    return one === undefined
      ? [tell([say('suggest')])]
      : [noted(scene, one, content, 'suggest.passed')]
  },
  unclear: ({ dialogue }) => (dialogue.question === null ? null : [tell([say('unclear')])]),
}

/** Kept with the open ticket, where those it is for read it. */
function noted(
  { tools }: Scene,
  { ticket }: OwnTicket,
  { text }: TextContent,
  key: 'praise.passed' | 'suggest.passed',
) {
  const { number } = ticket.opened
  const command = {
    type: 'supplement',
    text: tools.mask(text),
    attachments: [],
    place: null,
  } as const
  return ordered(ticket, command, say(key, { number }))
}
