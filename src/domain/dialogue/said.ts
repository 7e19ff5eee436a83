import { opensTicket } from '#intents/opens-ticket.ts'
import type { Draft, TextContent } from './types.ts'

/** Shorter than this, words of which none is known say nothing. */
const shortest = 12

/** Says that something is wrong, or yes or no, not what. */
export function isBare({ understanding, place }: TextContent): boolean {
  const { classification, denied, when, text } = understanding
  const named = classification.evidence.length > 0 || denied.length > 0 || when !== null
  return !named && !isPlaced(place) && text.length <= 8
}

/** Nothing but a number to call. */
export function isOnlyPhone({ text, understanding }: TextContent): boolean {
  return (
    text.replaceAll(/[\d\s-]/g, '').length <= 8 &&
    understanding.classification.evidence.length === 0
  )
}

/** Too short to hold a complaint, and no word of it is known. */
export function saysNothing({ understanding, place }: TextContent): boolean {
  const { classification, clarification, secrecy, text } = understanding
  const known =
    secrecy || classification.evidence.length > 0 || (clarification?.family ?? null) !== null
  return !known && !isPlaced(place) && text.trim().length < shortest
}

function isPlaced({ town, candidates }: TextContent['place']): boolean {
  return town !== null || candidates.length > 0
}

/** Names a nuisance, a family of them, or a place. */
export function names({ understanding, place }: TextContent): boolean {
  const { classification, clarification } = understanding
  const family = (clarification?.family ?? null) !== null
  return classification.evidence.length > 0 || family || isPlaced(place)
}

/** Names what a draft does not hold yet: another trouble, another place, another time. */
export function namesNew(draft: Draft, { understanding, place }: TextContent): boolean {
  const { classification, clarification, when } = understanding
  const { category, abstain, evidence } = classification
  const known = draft.problems.some((problem) => problem.category === category)
  const trouble = !abstain && opensTicket(category) ? !known : false
  const family = (clarification?.family ?? null) !== null && evidence.length > 0
  const { town, village } = draft.place
  const apart = (a: string | null, b: string | null) => b !== null && a !== b
  const elsewhere = apart(town, place.town) || apart(village, place.village)
  const time = when !== null && draft.when?.includes(when) !== true
  return trouble || (family && !known) || elsewhere || place.candidates.length > 1 || time
}
