import { say } from '../dialogue.ts'
import { withPlace } from '../draft.ts'
import { goOn } from '../move.ts'
import { toldOf } from '../place.ts'
import type { ConverseTools, Draft } from '../types.ts'
import { question } from './question.ts'

const prefix = 'candidate:'
const atMost = 8

/** Which of several places of one name, or of several townships by whose border a pin lies. */
export const candidates = question({
  kind: 'candidates',
  put: ({ candidates: several, place }: Draft, { labels }: ConverseTools) => ({
    choices: several.slice(0, atMost).map(({ town, village }, index) => ({
      id: prefix + String(index),
      label: `${labels.town(town)}${village ?? ''}`,
    })),
    reply: say(place.coordinates === null ? 'ask.candidates' : 'ask.candidates-pin'),
  }),
  press: ({ dialogue: { draft } }, choiceId) => {
    const chosen = draft?.candidates[Number(choiceId.replace(prefix, ''))]
    if (draft === null || chosen === undefined) return null
    return [goOn(withPlace(draft, toldOf({ ...chosen, spot: null, told: null, candidates: [] })))]
  },
  about: 'place',
})
