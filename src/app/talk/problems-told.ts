import { opensTicket } from '#intents/opens-ticket.ts'
import type { Part, Span, Understanding } from '#intents/types.ts'
import { understand } from '#intents/understand.ts'
import { findPlaces } from '#routing/places/find.ts'
import type { FoundPlace } from '#routing/types.ts'
import type { ProblemTold } from '#domain/dialogue/types.ts'

const clauseEnds = /[，。；！？,;!?\n]|还有就?是?|還有就?是?|另外|以及/gu
/** Several places of one trouble: 鼓楼和果园都有. */
const joints = /和|跟|与|與|以及|、/u
const likewise = /都|也/u

/** A stretch of a text that tells of one place. */
type Scene = { readonly from: number; readonly to: number; readonly place: FoundPlace }

/**
 * The problems of a text with the place of each, where it tells of several places; null where one place, or none, is
 * told of, or where it cannot be said which place is whose: then it is asked. `whole`: the place of all the words.
 */
export function problemsTold(
  understanding: Understanding,
  whole: FoundPlace,
): readonly ProblemTold[] | null {
  if (whole.outside !== null && whole.town === null) return null
  if (understanding.parts.length < 2 && namesIn(whole) < 2) return null
  const scenes = scenesIn(understanding)
  if (scenes === null || scenes.length < 2) return null
  const told = withParts(understanding, scenes)
  return new Set(told.map(({ place }) => keyOf(place))).size > 1 ? told : null
}

function namesIn({ evidence }: FoundPlace): number {
  return evidence.filter(({ rule }) => rule !== 'spot').length
}

function keyOf({ town, village, spot }: FoundPlace): string {
  return [town, village, spot].join('|')
}

/** Clause by clause: another place begins another scene once something is wrong at the one before. */
function scenesIn({ text, parts }: Understanding): readonly Scene[] | null {
  const scenes: Scene[] = []
  for (const [from, to] of clausesIn(text)) {
    const words = text.slice(from, to)
    const last = scenes.at(-1)
    const several = placesTogether(words)
    if (several !== null) {
      scenes.push(...several.map((place) => ({ from, to, place })))
      continue
    }
    const place = findPlaces(words, townFor(words, last), 'begins')
    if (place.town === null && place.candidates.length > 1) return null
    if (last !== undefined && !(isAnother(place, last.place) && isTold(parts, last))) {
      scenes[scenes.length - 1] = { from: last.from, to, place: together(last.place, place) }
    } else {
      scenes.push({ from, to, place: last === undefined ? place : within(last.place, place) })
    }
  }
  return scenes
}

function clausesIn(text: string): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const { index, 0: end } of text.matchAll(clauseEnds)) {
    if (text.slice(from, index).trim() !== '') spans.push([from, index])
    from = index + end.length
  }
  return text.slice(from).trim() === '' ? spans : [...spans, [from, text.length]]
}

/** A name of several places is settled by the township told of last; null where it needs no help. */
function townFor(words: string, last: Scene | undefined) {
  const { town, candidates } = findPlaces(words)
  const known = last?.place.town ?? null
  return town === null && candidates.some((one) => one.town === known) ? known : null
}

/** The places of a clause that says the same of each of several; null where it does not. */
function placesTogether(words: string): readonly FoundPlace[] | null {
  if (!likewise.test(words) || !joints.test(words)) return null
  const places = words.split(joints).map((piece) => findPlaces(piece))
  const clear = places.every(({ town }) => town !== null)
  return clear && new Set(places.map(keyOf)).size > 1 ? places : null
}

/** Whether a clause tells of another place than the one before: another township or village, or a spot of its own. */
function isAnother(place: FoundPlace, before: FoundPlace): boolean {
  if (place.town === null) return place.spot !== null && before.spot !== null
  if (before.town === null) return false
  const villages = place.village !== null && before.village !== null
  return place.town !== before.town || (villages && place.village !== before.village)
}

function isTold(parts: readonly Part[], { from, to }: Scene): boolean {
  return parts.some(({ span }) => span[0] < to && from < span[1])
}

/** What the next clause adds to the place of a scene. */
function together(before: FoundPlace, more: FoundPlace): FoundPlace {
  const told = [before.told, more.told].filter((one) => one !== null)
  return {
    ...before,
    town: before.town ?? more.town,
    village: before.village ?? more.village,
    spot: before.spot ?? more.spot,
    told: told.length === 0 ? null : [...new Set(told)].join('，'),
  }
}

/** A spot alone is in the place told of before. */
function within({ town, village }: FoundPlace, place: FoundPlace): FoundPlace {
  return place.town === null ? { ...place, town, village } : place
}

/** Each scene's problems; one that says 也有 has that of the scene before. */
function withParts(understanding: Understanding, scenes: readonly Scene[]): ProblemTold[] {
  const { text, parts } = understanding
  const told: ProblemTold[] = []
  for (const scene of scenes) {
    const own = parts.filter(({ span: [at] }) => scene.from <= at && at < scene.to)
    const found = own.length > 0 && parts.length > 1 ? own : partsAlone(text, scene)
    const last = told.at(-1)
    const same = last === undefined ? [] : [{ ...last.part, span: [scene.from, scene.to] as Span }]
    const these = found.length > 0 ? found : same
    told.push(...these.map((part) => ({ part, place: scene.place })))
  }
  return told
}

function partsAlone(text: string, { from, to }: Scene): readonly Part[] {
  const move = ([start, end]: Span): Span => [start + from, end + from]
  return understand(text.slice(from, to))
    .parts.filter(({ classification: { abstain, category } }) => !abstain && opensTicket(category))
    .map(({ span, classification }) => {
      const evidence = classification.evidence.map((one) => ({ ...one, span: move(one.span) }))
      return { span: move(span), classification: { ...classification, evidence } }
    })
}
