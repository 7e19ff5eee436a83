import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { asRead } from '#intents/readable.ts'
import type { Classification, Understanding, Urgency } from '#intents/types.ts'
import { understand } from '#intents/understand.ts'
import { urgencyOf } from '#intents/urgency.ts'
import { findPlaces } from '#routing/places/find.ts'
import type { FoundPlace, TownId } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { freshDraft, withText } from '#domain/dialogue/draft.ts'
import { plannedTickets } from '#domain/dialogue/summary.ts'
import type { Planned } from '#domain/dialogue/summary.ts'
import type { ConverseTools, Draft } from '#domain/dialogue/types.ts'
import { circumstancesAt } from '#app/dispatching/circumstances.ts'
import { chosenByHand } from '#app/dispatching/dispatch-ticket.ts'

/** What an operator makes of a call: what the rules say, or what was chosen by hand. */
export type CallFacts = {
  /** null: unsure; the dispatch desk decides. */
  readonly category: ComplaintCategoryId | null
  /** Other problems of the same call. */
  readonly also: readonly ComplaintCategoryId[]
  readonly town: TownId | null
  readonly village: string | null
  readonly spot: string | null
  readonly when: string | null
  readonly urgency: Urgency
  readonly secrecy: boolean
}

/** Words of a call as the chat would take them for a first message. */
export type CallWords = {
  readonly text: string
  readonly understanding: Understanding
  readonly place: FoundPlace
  readonly draft: Draft
}

/** Reads the words of a call. `at`: when it came, UTC milliseconds. Pure. */
export function hearCall(text: string, at: number): CallWords {
  const understanding = understand(text, circumstancesAt(at))
  const place = findPlaces(text)
  const content = { type: 'text', text, understanding, together: understanding, place } as const
  const draft = withText(freshDraft(at), content, { correcting: false, answering: false })
  return { text, understanding, place, draft }
}

/** The facts of a call: those chosen by hand as they are, the others as the rules read them in their light. */
export function factsOf(words: CallWords, chosen: Partial<CallFacts>): CallFacts {
  const { draft } = words
  const named = draft.problems.map(({ category }) => category).filter((one) => one !== null)
  const category = chosen.category === undefined ? (named[0] ?? null) : chosen.category
  // Another category than any that was read takes the place of the main one.
  const read = category === null || named.includes(category) ? named : named.slice(1)
  const others = [...new Set(chosen.also ?? read)].filter((one) => one !== category)
  const facts = {
    category,
    also: category === null ? [] : others,
    ...placeOf(words, chosen),
    when: draft.when,
    urgency: urgencyFor(words, category),
    secrecy: draft.secrecy,
  }
  return { ...facts, ...chosen, also: facts.also }
}

/** A township chosen by hand settles which village the words mean, and a village which township. */
function placeOf({ place, draft }: CallWords, chosen: Partial<CallFacts>) {
  const { town, village, spot } = draft.place
  if (chosen.town !== undefined && chosen.town !== town) {
    const meant = place.candidates.find((one) => one.town === chosen.town)
    return { town: chosen.town, village: meant?.village ?? null, spot }
  }
  const typed = chosen.village ?? null
  return { town: town ?? (typed === null ? null : findPlaces(typed).town), village, spot }
}

/** The class of a complaint goes by what it is about: of another category it may be another. */
function urgencyFor({ draft, text }: CallWords, category: ComplaintCategoryId | null): Urgency {
  const read = draft.problems.some((problem) => problem.category === category)
  if (read || category === null) return draft.urgency
  const { urgency } = urgencyOf(asRead(text).normal, category, circumstancesAt(draft.receivedAt))
  return urgency === 'complex' ? 'general' : urgency
}

/**
 * The tickets a call becomes, as the chat would plan them; none when the desk has to decide. `unit`: whom the
 * operator chose for the first of them; without it nothing goes out unplaced.
 */
export function plannedOf(
  words: CallWords,
  facts: CallFacts,
  { unit, tools }: { readonly unit: UnitId | null; readonly tools: ConverseTools },
): readonly Planned[] {
  if (facts.category === null || (facts.town === null && unit === null)) return []
  const problems = [facts.category, ...facts.also].map((category) => ({
    category,
    classification: classificationOf(words, category),
    text: words.text,
    among: [],
  }))
  const { town, village, spot } = facts
  const { told } = words.draft.place
  const place = { town, village, spot, told, coordinates: null }
  const [first, ...others] = plannedTickets(
    { ...words.draft, problems, place, urgency: facts.urgency },
    tools,
  )
  if (first === undefined) return []
  const routing = unit === null ? first.routing : chosenByHand(first.routing, unit)
  return [{ ...first, routing }, ...others]
}

/** What the rules made of the part of the words that a category comes from; of all of them when none is named. */
export function classificationOf(
  { draft, understanding }: CallWords,
  category: ComplaintCategoryId | null,
): Classification {
  const own = draft.problems.find((problem) => problem.category === category)
  return own?.classification ?? understanding.classification
}
