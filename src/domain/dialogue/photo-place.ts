import { ask, say } from './dialogue.ts'
import { withPlace } from './draft.ts'
import type { ConverseTools, Dialogue, Draft, PhotoPlace, Turn } from './types.ts'

const prefix = 'photo-place:'
const elsewhere = `${prefix}elsewhere`

/** Townships offered near a border, the nearest first; any other is said in words. */
const atMost = 4

/** Asks whether the matter is where a photo was taken: that is only what the photo says. */
export function askPhotoPlace(
  dialogue: Dialogue,
  { place }: PhotoPlace,
  tools: ConverseTools,
): Turn {
  const { labels } = tools
  const near = place.candidates.slice(0, atMost).map(({ town }) => town)
  const towns = place.town === null ? near : [place.town]
  const choices = [
    ...towns.map((town) => ({ id: `${prefix}${town}`, label: labels.town(town) })),
    { id: elsewhere, label: tools.say('choice.elsewhere') },
  ]
  const named = towns.map((town) => labels.town(town)).join(tools.say('word.or'))
  const reply = say('ask.photo-place', { place: named })
  return ask(dialogue, tools, { kind: 'photo-place', choices }, reply)
}

/** The draft once the citizen has said where it is: in that township, or not where the photo was taken. */
export function withPhotoPlace(draft: Draft, choiceId: string): Draft {
  const photo = draft.photoPlace ?? null
  const asked: Draft = { ...draft, photoPlace: null }
  if (photo === null || choiceId === elsewhere) return asked
  const { coordinates, place } = photo
  const options = [place, ...place.candidates]
  const chosen = options.find(({ town }) => choiceId === `${prefix}${String(town)}`)
  if (chosen === undefined) return asked
  const { town, village } = chosen
  const placed = withPlace(asked, { ...place, town, village, candidates: [] })
  return { ...placed, place: { ...placed.place, coordinates } }
}
