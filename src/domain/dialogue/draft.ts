import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Classification, Part, Span, Understanding, Urgency } from '#intents/types.ts'
import type { FoundPlace, Place } from '#routing/types.ts'
import { nowhere, settledIn, toldOf, updatedPlace } from './place.ts'
import type { PlaceTold } from './place.ts'
import type { Draft, DraftProblem, TextContent } from './types.ts'
import { opensTicket } from '#intents/opens-ticket.ts'

const ranks: Readonly<Record<Urgency, number>> = { urgent: 3, fast: 2, general: 1, complex: 0 }

/** A draft before its first word. `at`: when the first message arrived, UTC milliseconds. */
export function freshDraft(at: number): Draft {
  return {
    texts: [],
    problems: [],
    place: nowhere,
    candidates: [],
    when: null,
    urgency: 'general',
    happeningNow: false,
    secrecy: false,
    phone: null,
    attachments: [],
    photoPlace: null,
    another: false,
    receivedAt: at,
  }
}

/** A problem of which nothing is known yet. */
export const blank: DraftProblem = { category: null, classification: null, text: '', among: [] }

/** How a text is taken: `correcting` replaces what it names, `answering` a question for the place adds no problem. */
export type Taking = { readonly correcting: boolean; readonly answering: boolean }

/** Everything a text adds to a draft: words, problems, place, time, urgency, phone. */
export function withText(draft: Draft, content: TextContent, taking: Taking): Draft {
  const { understanding, place } = content
  const apart = content.told !== undefined && !taking.correcting && draft.place.town !== null
  const before = apart || tellsOfAnotherPlace(draft, content, taking) ? leftBehind(draft) : draft
  const problems = problemsAfter(before, content, taking)
  return {
    ...withPlace(before, toldOf(place), taking.correcting),
    texts: [...draft.texts, content.text],
    problems,
    when: whenTold(draft.when, understanding.when, taking.correcting),
    urgency: [understanding.urgency, urgencyTogether(content)].reduce(higher, draft.urgency),
    happeningNow: draft.happeningNow || understanding.happeningNow,
    secrecy: draft.secrecy || understanding.secrecy,
    phone: understanding.phone ?? draft.phone,
  }
}

/** Times told bit by bit: each once, in their order; a correction takes the place of what was told. */
function whenTold(before: string | null, told: string | null, correcting: boolean): string | null {
  if (before === null || told?.includes(before) || (correcting && told !== null))
    return told ?? before
  return told === null || before.includes(told) ? before : `${before}，${told}`
}

/** Of all words so far; danger counts only where it was told in these, so that its alarm was given. */
function urgencyTogether({ understanding, together }: TextContent): Urgency {
  return together.danger === null || understanding.danger !== null ? together.urgency : 'general'
}

/**
 * Told of another place, of another problem or on top (还有巨各庄镇也有人烧秸秆): the problems before stay where
 * they are.
 */
function tellsOfAnotherPlace(
  { problems, place: known }: Draft,
  { understanding, place }: TextContent,
  { correcting, answering }: Taking,
): boolean {
  if (correcting || answering || known.town === null) return false
  if (understanding.also) {
    return isElsewhere(known, place) && problems.some(({ category }) => category !== null)
  }
  if (place.town === null || place.town === known.town) return false
  return decided(understanding, 0).some(
    ({ category }) => !problems.some((one) => one.category === category),
  )
}

/** Another township, another village of the same, or a name of several places none of which is in it. */
function isElsewhere({ town, village }: Place, found: FoundPlace): boolean {
  if (found.town === null) {
    return found.candidates.length > 1 && found.candidates.every((one) => one.town !== town)
  }
  const apart = village !== null && found.village !== null && found.village !== village
  return found.town !== town || apart
}

/** A draft whose problems keep the place known so far, and which tells of none itself any more. */
function leftBehind(draft: Draft): Draft {
  const { place, problems } = draft
  return {
    ...draft,
    place: nowhere,
    problems: problems.map((problem) => ({ ...problem, place: problem.place ?? place })),
  }
}

function higher(a: Urgency, b: Urgency): Urgency {
  return ranks[b] > ranks[a] ? b : a
}

/**
 * A draft after a statement of where it is. A name of several places is settled by the township known, unless that is
 * what is being corrected, or by the township named for one that was asked about.
 */
export function withPlace(draft: Draft, told: PlaceTold, correcting = false): Draft {
  const several = told.candidates.length > 0
  const before = several && correcting ? nowhere : draft.place
  const settled = settledIn(before.town, told)
  if (settled === null) {
    return { ...draft, place: updatedPlace(before, told.stated), candidates: told.candidates }
  }
  const { town = null } = settled
  const asked = town === null ? null : settledIn(town, { stated: {}, candidates: draft.candidates })
  const place = updatedPlace(before, { ...asked, ...settled })
  return { ...draft, place, candidates: several || town !== null ? [] : draft.candidates }
}

/** The problems of a draft after another text. */
function problemsAfter(
  { problems: before, texts }: Draft,
  content: TextContent,
  { correcting, answering }: Taking,
): readonly DraftProblem[] {
  const { understanding, together } = content
  // Evidence is kept as offsets in all the words, joined by one character.
  const offset = texts.reduce((sum, text) => sum + text.length + 1, 0)
  const own = decidedIn(content, offset)
  if (correcting) {
    const kept = before.filter(({ category }) => !isDenied(understanding, category))
    // Of several only what is denied is replaced.
    const replaces = kept.length < before.length && before.length > 1
    if (own.length > 0) return replaces ? [...kept, ...newIn(own, kept)] : own
    if (kept.length > 0) return kept
    const others = decided(together, 0).filter(({ category }) => !isDenied(understanding, category))
    return others.length > 0 ? others : [undecided(understanding, offset)]
  }
  const among = before.flatMap((problem) => problem.among)
  const known = before.filter(({ category }) => category !== null)
  if (known.length > 0) {
    if (answering) return known
    return [...known, ...addedTo(known, own, content)]
  }
  const read = own.length > 0 ? own : decided(together, 0)
  if (read.length > 0) return read
  return [{ ...undecided(together, 0), among }]
}

function newIn(own: readonly DraftProblem[], kept: readonly DraftProblem[]): DraftProblem[] {
  return own.filter(({ category }) => !kept.some((one) => one.category === category))
}

/** What a text adds to the problems known: its own, or of another place the same once more. */
function addedTo(
  known: readonly DraftProblem[],
  own: readonly DraftProblem[],
  { understanding: { also }, text, place: { town, candidates } }: TextContent,
): readonly DraftProblem[] {
  // Problems left behind have their place: none of the others is the one told of now.
  const here = known.filter(({ place }) => place === undefined)
  const elsewhere = also && here.length === 0 && (town !== null || candidates.length > 1)
  if (!elsewhere)
    return own.filter(({ category }) => !known.some((one) => one.category === category))
  const last = known.at(-1)
  return own.length > 0 || last === undefined
    ? own
    : [{ category: last.category, classification: last.classification, among: [], text }]
}

function isDenied(understanding: Understanding, category: ComplaintCategoryId | null): boolean {
  return category !== null && understanding.denied.includes(category)
}

/** The problems of a text as `decided`; those of other places than its first have theirs. */
function decidedIn({ understanding, told, place }: TextContent, offset: number): DraftProblem[] {
  if (told === undefined) return decided(understanding, offset)
  return told.flatMap(({ part, place: own }) => {
    const elsewhere = own === place ? {} : { place: updatedPlace(nowhere, toldOf(own).stated) }
    return problemOf(part, understanding, offset).map((problem) => ({ ...problem, ...elsewhere }))
  })
}

/** The problems a text names without doubt. `offset`: where it begins in all the words. */
function decided(understanding: Understanding, offset: number): DraftProblem[] {
  return understanding.parts.flatMap((part) => problemOf(part, understanding, offset))
}

function problemOf(
  { classification, span }: Part,
  { text: whole, denied }: Understanding,
  offset: number,
): DraftProblem[] {
  const { category, abstain } = classification
  if (abstain || !opensTicket(category) || denied.includes(category)) return []
  const text = whole.slice(...span)
  return [{ category, classification: shifted(classification, offset), text, among: [] }]
}

function undecided({ classification, text }: Understanding, offset: number): DraftProblem {
  return { category: null, classification: shifted(classification, offset), text, among: [] }
}

function shifted(classification: Classification, by: number): Classification {
  const move = ([from, to]: Span): Span => [from + by, to + by]
  const evidence = classification.evidence.map(({ rule, span }) => ({ rule, span: move(span) }))
  return { ...classification, evidence }
}
