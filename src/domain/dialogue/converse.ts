import { hearChoice } from './choices.ts'
import { current, preceded, say, speak } from './dialogue.ts'
import { freshDraft, withPlace } from './draft.ts'
import { onOwnTicket, openOnes } from './own-tickets.ts'
import type { After } from './own-tickets.ts'
import { nextStep } from './questions.ts'
import { offerRepeat } from './repeat.ts'
import { hearText } from './text.ts'
import type {
  ConverseTools,
  Dialogue,
  Draft,
  Heard,
  OwnTicket,
  PhotoPlace,
  Scene,
  Turn,
} from './types.ts'

const resumedAfterMs = 30 * 60_000

/**
 * One turn of a dialogue: what was heard, where the dialogue stands and the citizen's own tickets in; its
 * next state, what to say and what to order of tickets out. Pure: nothing is sent or stored.
 */
export function converse(
  before: Dialogue,
  heard: Heard,
  own: readonly OwnTicket[],
  tools: ConverseTools,
): Turn {
  const dialogue = current(before, tools.now)
  const scene = { dialogue, own, tools, at: heard.at }
  const turn = heardAgain(dialogue, offerRepeat(scene, take(scene, heard.content)))
  return wasLeft(dialogue, tools) ? preceded([resumed(dialogue)], turn) : turn
}

/** Something was understood: what was not before no longer counts. */
function heardAgain({ missed = 0 }: Dialogue, turn: Turn): Turn {
  const { missed: now = 0, ...rest } = turn.dialogue
  return now > missed ? turn : { ...turn, dialogue: rest }
}

type Content<T extends Heard['content']['type']> = Extract<Heard['content'], { readonly type: T }>

function take(scene: Scene, content: Heard['content']): Turn {
  switch (content.type) {
    case 'text':
      return hearText(scene, content)
    case 'choice':
      return hearChoice(scene, content)
    case 'location':
      return hearLocation(scene, content)
    case 'attachments':
      return hearAttachments(scene, content)
    case 'sticker':
      return speak(scene.dialogue, [say('sticker')])
  }
}

/** A pin is the place of what is being told, or belongs to the one open ticket. */
function hearLocation(scene: Scene, content: Content<'location'>): Turn {
  const { dialogue, tools, at } = scene
  const { place: found, coordinates, label } = content
  if (found.outside !== null) return speak(dialogue, [say('outside', { name: found.outside })])
  const spot = label ?? found.spot
  const place = { town: found.town, village: found.village, spot, coordinates }
  const added = supplement(scene, { act: 'supplement', text: '', place })
  if (added !== null) return added
  const draft = withPlace(dialogue.draft ?? freshDraft(at), { ...found, spot })
  return nextStep(dialogue, { ...draft, place: { ...draft.place, coordinates } }, null, tools)
}

/** Photos belong to what is being told, or to the one open ticket; else they begin a complaint. */
function hearAttachments(scene: Scene, content: Content<'attachments'>): Turn {
  const { dialogue, tools, at } = scene
  const { attachments } = content
  const added = supplement(scene, { act: 'supplement', text: '', attachments })
  if (added !== null) return added
  const known = dialogue.draft ?? freshDraft(at)
  const photoPlace = usable(content.photoPlace) ?? known.photoPlace ?? null
  const all = [...known.attachments, ...attachments]
  const draft: Draft = { ...known, attachments: all, photoPlace }
  return nextStep(dialogue, draft, null, tools)
}

/** A photo taken outside the district says nothing of where the matter is. */
function usable(photo: PhotoPlace | null): PhotoPlace | null {
  return photo !== null && photo.place.outside === null ? photo : null
}

/** Adds to the open ticket when nothing else is being told, asking which; null when there is none. */
function supplement(scene: Scene, after: After): Turn | null {
  const { dialogue, own } = scene
  const none = dialogue.draft !== null || openOnes(own).length === 0
  return none ? null : onOwnTicket(scene, after)
}

function wasLeft({ draft, updatedAt }: Dialogue, { now }: ConverseTools): boolean {
  return draft !== null && draft.texts.length > 0 && now - updatedAt > resumedAfterMs
}

function resumed({ draft }: Dialogue) {
  const text = draft?.texts.join('，') ?? ''
  return say('resumed', { text: text.length > 40 ? `${text.slice(0, 39)}…` : text })
}
