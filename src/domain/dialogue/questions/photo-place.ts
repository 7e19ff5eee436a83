import { say } from '../dialogue.ts'
import { withPlace } from '../draft.ts'
import { goOn } from '../move.ts'
import { toldOf } from '../place.ts'
import { isBare } from '../said.ts'
import type { ConverseTools, Draft, PhotoPlace, Scene, TextContent } from '../types.ts'
import { question } from './question.ts'

const prefix = 'photo-place:'
const elsewhere = `${prefix}elsewhere`

/** Townships offered near a border, the nearest first; any other is said in words. */
const atMost = 4

/** Whether the matter is where a photo was taken: that is only what the photo says. */
export const photoPlace = question({
  kind: 'photo-place',
  put: ({ place }: PhotoPlace, { labels, say: inWords }: ConverseTools) => {
    const near = place.candidates.slice(0, atMost).map(({ town }) => town)
    const towns = place.town === null ? near : [place.town]
    const named = towns.map((town) => labels.town(town))
    const choices = towns.map((town) => ({ id: prefix + town, label: labels.town(town) }))
    return {
      choices: [...choices, { id: elsewhere, label: inWords('choice.elsewhere') }],
      reply: say('ask.photo-place', { place: named.join(inWords('word.or')) }),
    }
  },
  press,
  // What says more than yes or no is taken as any answer to where it is.
  acts: { confirm: yes, deny: no, 'none-of-these': no },
  about: 'place',
})

function press({ dialogue: { draft } }: Scene, choiceId: string) {
  return draft && [goOn(withPhotoPlace(draft, choiceId))]
}

/** A yes means the one township named. */
function yes(scene: Scene, content: TextContent) {
  const [only, no, ...more] = scene.dialogue.question?.choices ?? []
  const clear = only !== undefined && no !== undefined && more.length === 0
  return clear && isBare(content) ? press(scene, only.id) : null
}

function no(scene: Scene, content: TextContent) {
  return isBare(content) ? press(scene, elsewhere) : null
}

/** The draft once the citizen has said where it is: in that township, or not where the photo was taken. */
function withPhotoPlace(draft: Draft, choiceId: string): Draft {
  const photo = draft.photoPlace ?? null
  const asked: Draft = { ...draft, photoPlace: null }
  if (photo === null || choiceId === elsewhere) return asked
  const { coordinates, place } = photo
  const options = [place, ...place.candidates]
  const chosen = options.find(({ town }) => choiceId === `${prefix}${String(town)}`)
  if (chosen === undefined) return asked
  const { town, village } = chosen
  return withPlace(asked, toldOf({ ...place, town, village }, coordinates))
}
