import { meaningOf } from './acts.ts'
import { say, standing } from './dialogue.ts'
import { freshDraft, withPlace } from './draft.ts'
import { hearWithoutDraft } from './fresh.ts'
import { hearInDraft } from './in-draft.ts'
import { become, goOn, serve, tell } from './move.ts'
import type { Moves } from './move.ts'
import { openOnes } from './own-tickets.ts'
import { toldOf } from './place.ts'
import { declared } from './questions/index.ts'
import type { Errand, Heard, PhotoPlace, Scene, TextContent } from './types.ts'

type Content<T extends Heard['content']['type']> = Extract<Heard['content'], { readonly type: T }>

/** What something heard comes to at this point of the dialogue. */
export function meant(scene: Scene, content: Heard['content']): Moves {
  switch (content.type) {
    case 'text':
      return inWords(scene, content)
    case 'choice':
      return pressed(scene, content) ?? stale(scene)
    case 'location':
      return pinned(scene, content)
    case 'attachments':
      return attached(scene, content)
    case 'sticker':
      return [tell([say('sticker')])]
  }
}

/** Words. Danger is answered before anything else (rule 7). */
function inWords(scene: Scene, content: TextContent): Moves {
  const moves = answered(scene, content) ?? unasked(scene, content)
  const { danger } = content.understanding
  return danger === null ? moves : [tell([say(`danger.${danger}`)]), ...moves]
}

/** Words that answer the question that stands: a button's label is its button, an act what it means there. */
function answered(scene: Scene, content: TextContent): Moves | null {
  const { question } = scene.dialogue
  const asked = declared(question)
  if (question === null || asked === null) return null
  const label = content.text.trim()
  const button = question.choices.find((choice) => choice.label === label)
  if (button !== undefined) return settled(asked.press(scene, button.id)) ?? stale(scene)
  return settled(meaningOf(asked.acts, scene, content) ?? asked.words(scene, content))
}

/** A question that is answered stands no longer. */
function settled(moves: Moves | null): Moves | null {
  return moves && [become({ question: null }), ...moves]
}

function unasked(scene: Scene, content: TextContent): Moves {
  const { draft } = scene.dialogue
  if (draft !== null) return hearInDraft(scene, draft, content)
  return [...leftBehind(scene, content), ...hearWithoutDraft(scene, content)]
}

/** What was kept for an answer that does not come is not lost; then nothing is left to be answered. */
function leftBehind(scene: Scene, content: Heard['content']): Moves {
  return settled(declared(scene.dialogue.question)?.leaves(scene, content) ?? null) ?? []
}

/** A button of the question that stands; null for one of an earlier question. */
function pressed(
  scene: Scene,
  { questionId, choiceId }: Pick<Content<'choice'>, 'questionId' | 'choiceId'>,
): Moves | null {
  const { question } = scene.dialogue
  const stands = question?.id === questionId && question.choices.some(({ id }) => id === choiceId)
  return stands ? settled(declared(question)?.press(scene, choiceId) ?? null) : null
}

/** A button of an earlier question does nothing but say what is current (rule 13). */
function stale({ dialogue }: Scene): Moves {
  return [tell([say('stale-button'), standing(dialogue)])]
}

/** A pin is the place of what is being told, or belongs to the one open ticket. */
function pinned(scene: Scene, content: Content<'location'>): Moves {
  const { place: found, coordinates } = content
  if (found.outside !== null) return [tell([say('outside', { name: found.outside })])]
  const place = toldOf(found, coordinates)
  const added = supplement(scene, content, { act: 'supplement', text: '', place })
  return added ?? [goOn(withPlace(scene.dialogue.draft ?? freshDraft(scene.at), place))]
}

/** Photos belong to what is being told, or to the one open ticket; else they begin a complaint. */
function attached(scene: Scene, content: Content<'attachments'>): Moves {
  const { attachments, photoPlace: told } = content
  const added = supplement(scene, content, { act: 'supplement', text: '', attachments })
  if (added !== null) return added
  const known = scene.dialogue.draft ?? freshDraft(scene.at)
  const photoPlace = usable(told) ?? known.photoPlace ?? null
  return [goOn({ ...known, attachments: [...known.attachments, ...attachments], photoPlace })]
}

/** A photo taken outside the district says nothing of where the matter is. */
function usable(photo: PhotoPlace | null): PhotoPlace | null {
  return photo !== null && photo.place.outside === null ? photo : null
}

/** Adds to the open ticket when nothing else is being told; null when there is none. */
function supplement(scene: Scene, content: Heard['content'], errand: Errand): Moves | null {
  const none = scene.dialogue.draft !== null || openOnes(scene.own).length === 0
  return none ? null : [...leftBehind(scene, content), serve(errand)]
}
