import type { Ticket } from '../../ticket/ticket.ts'
import { say } from '../dialogue.ts'
import { become } from '../move.ts'
import type { Moves } from '../move.ts'
import { supplemented } from '../own-tickets.ts'
import { toldOf } from '../place.ts'
import type { PlaceTold } from '../place.ts'
import type { ConverseTools, Scene } from '../types.ts'
import { question } from './question.ts'

const atMost = 8
const none = 'none'

/** Which of several townships a pin for an open ticket is meant to be in. */
export const pinTown = question({
  kind: 'pin-town',
  put: (
    { opened }: Ticket,
    candidates: PlaceTold['candidates'],
    { labels, say: inWords }: ConverseTools,
  ) => ({
    choices: [
      ...candidates.slice(0, atMost).map(({ town, village }, index) => ({
        id: String(index),
        label: `${labels.town(town)}${village ?? ''}`,
      })),
      { id: none, label: inWords('choice.none') },
    ],
    reply: say('ask.pin-town', { number: opened.number }),
  }),
  press: (scene, choiceId) => added(scene, choiceId === none ? null : Number(choiceId)),
  acts: { 'none-of-these': { button: -1 }, deny: { button: -1 } },
  words: (scene, { place: { town } }) => {
    const { candidates = [] } = scene.dialogue.waitingAct?.place ?? {}
    const index = candidates.findIndex((one) => one.town === town)
    return index === -1 ? null : added(scene, index)
  },
  leaves: (scene) => added(scene, null),
})

/** The pin is added, in the township chosen; without one the ticket's stays as it is. */
function added({ dialogue, own, tools }: Scene, index: number | null): Moves | null {
  const { waitingAct: errand } = dialogue
  const one = own.find(({ ticket }) => ticket.id === errand?.ticketId)
  if (one === undefined || errand?.place === undefined) return null
  const { stated, candidates } = errand.place
  const chosen = index === null ? undefined : candidates[index]
  const town = chosen && toldOf({ ...chosen, spot: null, told: null, candidates: [] }).stated
  const move = supplemented(one.ticket, errand, { ...stated, ...town }, tools)
  return [become({ waitingAct: null }), move]
}
