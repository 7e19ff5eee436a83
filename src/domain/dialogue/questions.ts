import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Clarification } from '#intents/types.ts'
import type { ReplyKey } from '#intents/replies/types.ts'
import { ask, say } from './dialogue.ts'
import { nowhere } from './draft.ts'
import { openAtDesk, openConfirmed } from './opening.ts'
import { askPhotoPlace } from './photo-place.ts'
import { summary } from './summary.ts'
import type { Choice, ConverseTools, Dialogue, Draft, DraftProblem, Turn } from './types.ts'

/** A ticket exists after at most so many questions (how the bot talks, rule 2). */
const questionsAtMost = 3

/**
 * The next step of a draft: the one thing still missing is asked; when nothing is, the summary is shown;
 * when the questions are used up, the desk takes it over. `clarification`: what to ask about the category.
 */
export function nextStep(
  dialogue: Dialogue,
  draft: Draft,
  clarification: Clarification | null,
  tools: ConverseTools,
): Turn {
  const given = { ...dialogue, draft }
  const open = openProblem(draft)
  const placed = draft.place.town !== null
  if (draft.urgency === 'urgent') return inDanger(given, draft, tools)
  if (open === undefined && placed) return summary(given, draft, tools)
  if (dialogue.asked >= questionsAtMost) return openAtDesk(given, draft, tools, reasonOf(open))
  const counted = { ...given, asked: dialogue.asked + 1 }
  if (open !== undefined && mayAskCategory(dialogue, open)) {
    return askCategory(counted, open, clarification, tools)
  }
  return placed ? openAtDesk(given, draft, tools, 'unsure') : askPlace(counted, draft, tools)
}

const blank: DraftProblem = { category: null, classification: null, text: '', among: [] }

/** What is not known yet of the matter itself; a draft of a pin or a photo alone has it all to tell. */
function openProblem({ problems }: Draft): DraftProblem | undefined {
  return problems.length === 0 ? blank : problems.find(({ category }) => category === null)
}

/** Danger waits for no confirmation (rule 7): the place is asked once, then the ticket is there; details follow. */
function inDanger(dialogue: Dialogue, draft: Draft, tools: ConverseTools): Turn {
  const placed = draft.place.town !== null
  if (!placed && dialogue.asked === 0) return askPlace({ ...dialogue, asked: 1 }, draft, tools)
  const known = draft.problems.some(({ category }) => category !== null)
  return known && placed
    ? openConfirmed(dialogue, draft, tools)
    : openAtDesk(dialogue, draft, tools, reasonOf(openProblem(draft)))
}

function reasonOf(open: DraftProblem | undefined): 'unsure' | 'place-missing' {
  return open === undefined ? 'place-missing' : 'unsure'
}

/** One clarifying question, and one more when a button narrowed it down; then the desk. */
function mayAskCategory(dialogue: Dialogue, open: DraftProblem): boolean {
  return dialogue.asked === 0 || (open.among.length > 1 && dialogue.asked === 1)
}

function askCategory(
  dialogue: Dialogue,
  open: DraftProblem,
  clarification: Clarification | null,
  tools: ConverseTools,
): Turn {
  if (open.among.length > 1) {
    const choices = [...open.among.map((id) => categoryChoice(id, tools)), none(tools)]
    return ask(dialogue, tools, { kind: 'category', choices }, say('ask.between'))
  }
  const options = (clarification?.choices ?? []).map(({ id, categories }) => ({
    id: `category:${categories.join(',')}`,
    label: (categories as readonly string[]).includes(id)
      ? shortLabel(id as ComplaintCategoryId, tools) // Safe because it is one of `categories`.
      : tools.say(`choice.${id}` as ReplyKey), // Safe because tests/data prove that the key exists.
  }))
  const choices = options.length === 0 ? [] : [...options, none(tools)]
  const family = clarification?.family ?? null
  const key = family === null ? 'ask.category' : (`ask.${family}` as ReplyKey) // Safe because tests/data prove that the key exists.
  return ask(dialogue, tools, { kind: 'category', choices }, say(key))
}

function none(tools: ConverseTools): Choice {
  return { id: 'none', label: tools.say('choice.none') }
}

function categoryChoice(id: ComplaintCategoryId, tools: ConverseTools): Choice {
  return { id: `category:${id}`, label: shortLabel(id, tools) }
}

/** A label that fits a button: without its parenthesis. */
function shortLabel(id: ComplaintCategoryId, tools: ConverseTools): string {
  return tools.labels.category(id).replace(/（.*）$/, '')
}

/** The place is wrong, and no other was named: it is forgotten and asked for; that counts as no further question. */
export function askPlaceAnew(dialogue: Dialogue, draft: Draft, tools: ConverseTools): Turn {
  const without = { ...draft, place: nowhere, candidates: [] }
  return askPlace({ ...dialogue, draft: without }, without, tools)
}

function askPlace(dialogue: Dialogue, draft: Draft, tools: ConverseTools): Turn {
  if (draft.candidates.length > 1) {
    const pinned = draft.place.coordinates !== null
    const choices = draft.candidates.slice(0, 8).map(({ town, village }, index) => ({
      id: `candidate:${String(index)}`,
      label: `${tools.labels.town(town)}${village ?? ''}`,
    }))
    return ask(
      dialogue,
      tools,
      { kind: 'candidates', choices },
      say(pinned ? 'ask.candidates-pin' : 'ask.candidates'),
    )
  }
  const photo = draft.photoPlace ?? null
  if (photo !== null) return askPhotoPlace(dialogue, photo, tools)
  const again = dialogue.question?.kind === 'place'
  const key = again ? 'ask.place-again' : 'ask.place'
  return ask(dialogue, tools, { kind: 'place', choices: [] }, say(key))
}
