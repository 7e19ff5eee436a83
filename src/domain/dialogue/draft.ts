import type { CategoryId, ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Classification, Part, Span, Understanding, Urgency } from '#intents/types.ts'
import type { FoundPlace, Place } from '#routing/types.ts'
import type { Draft, DraftProblem, Heard } from './types.ts'

type HeardText = Extract<Heard['content'], { readonly type: 'text' }>

const nowhere: Place = { town: null, village: null, spot: null, coordinates: null }

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

/** How a text is taken: `correcting` replaces what it names, `answering` a question for the place adds no problem. */
export type Taking = { readonly correcting: boolean; readonly answering: boolean }

/** Everything a text adds to a draft: words, problems, place, time, urgency, phone. */
export function withText(draft: Draft, content: HeardText, taking: Taking): Draft {
  const { understanding, together, place } = content
  const apart = tellsOfAnotherPlace(draft, content, taking)
  const problems = problemsAfter(draft, content, taking).map((problem) =>
    apart && draft.problems.includes(problem)
      ? { ...problem, place: problem.place ?? draft.place }
      : problem,
  )
  return {
    ...withPlace(draft, place, taking.correcting),
    texts: [...draft.texts, content.text],
    problems,
    when: understanding.when ?? draft.when,
    urgency: [understanding.urgency, together.urgency].reduce(higher, draft.urgency),
    happeningNow: draft.happeningNow || understanding.happeningNow,
    secrecy: draft.secrecy || understanding.secrecy,
    phone: understanding.phone ?? draft.phone,
  }
}

/** Another problem in another township (还有巨各庄镇也有人烧秸秆): the ones before stay where they are. */
function tellsOfAnotherPlace(
  { problems, place: { town } }: Draft,
  { understanding, place }: HeardText,
  { correcting, answering }: Taking,
): boolean {
  if (correcting || answering || town === null) return false
  if (place.town === null || place.town === town) return false
  return decided(understanding, 0).some(
    ({ category }) => !problems.some((one) => one.category === category),
  )
}

function higher(a: Urgency, b: Urgency): Urgency {
  return ranks[b] > ranks[a] ? b : a
}

/**
 * The newest place named wins; a mere spot is added to the place known. A name of several places is settled
 * by the township known, unless that is what is being corrected.
 */
export function withPlace(draft: Draft, found: FoundPlace, correcting = false): Draft {
  const { place } = draft
  if (found.town === null && found.candidates.length > 1) {
    return withCandidates(correcting ? { ...draft, place: nowhere } : draft, found)
  }
  if (found.town === null) return { ...draft, place: { ...place, spot: found.spot ?? place.spot } }
  const asked = draft.candidates.find(({ town }) => town === found.town)
  const known = keptOf(place, found.town)
  const next: Place = {
    town: found.town,
    village: found.village ?? asked?.village ?? known.village,
    spot: found.spot ?? known.spot,
    coordinates: place.coordinates,
  }
  return { ...draft, place: next, candidates: [] }
}

/** What still holds of a place when its township is named: all in the same one, the spot when none was known. */
function keptOf(place: Place, town: Place['town']): Pick<Place, 'village' | 'spot'> {
  const same = town === place.town
  return {
    village: same ? place.village : null,
    spot: same || place.town === null ? place.spot : null,
  }
}

/** A name of several places: settled by the township known, else to be asked. */
function withCandidates(draft: Draft, found: FoundPlace): Draft {
  const { place } = draft
  const spot = found.spot ?? place.spot
  const [only, ...others] = found.candidates.filter(({ town }) => town === place.town)
  return only !== undefined && others.length === 0
    ? { ...draft, place: { ...place, village: only.village, spot }, candidates: [] }
    : { ...draft, place: { ...place, spot }, candidates: found.candidates }
}

/** The problems of a draft after another text. */
function problemsAfter(
  { problems: before, texts }: Draft,
  content: HeardText,
  { correcting, answering }: Taking,
): readonly DraftProblem[] {
  const { understanding, together } = content
  // Evidence is kept as offsets in all the words, joined by one character.
  const offset = texts.reduce((sum, text) => sum + text.length + 1, 0)
  const own = decided(understanding, offset)
  if (correcting) {
    const kept = before.filter(({ category }) => !isDenied(understanding, category))
    if (own.length > 0) return own
    if (kept.length > 0) return kept
    const others = decided(together, 0).filter(({ category }) => !isDenied(understanding, category))
    return others.length > 0 ? others : [undecided(understanding, offset)]
  }
  const among = before.flatMap((problem) => problem.among)
  const known = before.filter(({ category }) => category !== null)
  if (known.length > 0) {
    if (answering) return known
    const added = own.filter(({ category }) => !known.some((one) => one.category === category))
    return [...known, ...added]
  }
  const read = own.length > 0 ? own : decided(together, 0)
  if (read.length > 0) return read
  return [{ ...undecided(together, 0), among }]
}

function isDenied(understanding: Understanding, category: ComplaintCategoryId | null): boolean {
  return category !== null && understanding.denied.includes(category)
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

/** Tells categories a ticket can carry from the two that open none. */
export function opensTicket(category: CategoryId): category is ComplaintCategoryId {
  return category !== 'out-of-scope' && category !== 'env-inquiry'
}
