import type { Clarification } from '#intents/types.ts'
import { blank } from './draft.ts'
import { ask, become } from './move.ts'
import type { Asked, Move, Moves } from './move.ts'
import { nowhere } from './place.ts'
import { candidates } from './questions/candidates.ts'
import { category } from './questions/category.ts'
import { confirm } from './questions/confirm.ts'
import { photoPlace } from './questions/photo-place.ts'
import { place } from './questions/place.ts'
import { repeat } from './questions/repeat.ts'
import { repeatedIn } from './repeat.ts'
import type { Question } from './reply.ts'
import type { ConverseTools, Draft, DraftProblem, Scene } from './types.ts'

/** A ticket exists after at most so many questions (how the bot talks, rule 2). */
const questionsAtMost = 3

/**
 * The next step of a draft: the one thing still missing is asked; when nothing is, the summary is shown;
 * when the questions are used up, the desk takes it over. `clarification`: what to ask about the category.
 */
export function nextStep(
  scene: Scene,
  { draft, clarification }: { readonly draft: Draft; readonly clarification: Clarification | null },
): Moves {
  const { asked } = scene.dialogue
  const open = openProblem(draft)
  const placed = draft.place.town !== null
  if (draft.urgency === 'urgent') return inDanger(scene, draft)
  if (open === undefined && placed) return confirmed(scene, draft)
  if (asked >= questionsAtMost) return [toDesk(draft)]
  if (open !== undefined && mayAskCategory(asked, open)) {
    return [counted(scene, draft), ask(category.put(open, clarification, scene.tools))]
  }
  return placed ? [toDesk(draft)] : placeAsked(scene, draft)
}

/** What is not known yet of the matter itself; a draft of a pin or a photo alone has it all to tell. */
function openProblem({ problems }: Draft): DraftProblem | undefined {
  return problems.length === 0 ? blank : problems.find((problem) => problem.category === null)
}

/** Danger waits for no confirmation (rule 7): the place is asked once, then the ticket is there; details follow. */
function inDanger(scene: Scene, draft: Draft): Moves {
  const placed = draft.place.town !== null
  if (!placed && scene.dialogue.asked === 0) return placeAsked(scene, draft)
  const known = draft.problems.some((problem) => problem.category !== null)
  return [known && placed ? { do: 'open', draft } : toDesk(draft)]
}

function toDesk(draft: Draft): Move<'to-desk'> {
  const reason = openProblem(draft) === undefined ? 'place-missing' : 'unsure'
  return { do: 'to-desk', draft, reason, note: null }
}

/** One clarifying question, and one more when a button narrowed it down; then the desk. */
function mayAskCategory(asked: number, open: DraftProblem): boolean {
  return asked === 0 || (open.among.length > 1 && asked === 1)
}

function counted({ dialogue }: Scene, draft: Draft): Move<'tell'> {
  return become({ draft, asked: dialogue.asked + 1 })
}

function confirmed(scene: Scene, draft: Draft): Moves {
  return repeatAsked(scene, draft) ?? [become({ draft }), ask(confirm.put(draft, scene.tools))]
}

function placeAsked(scene: Scene, draft: Draft): Moves {
  const asked = whereAsked(draft, scene.dialogue.question, scene.tools)
  const again = asked.kind === 'place' ? repeatAsked(scene, draft) : null
  return again ?? [counted(scene, draft), ask(asked)]
}

/** Before anything is opened, or asked further: is it the ticket there already is? Once a draft, not counted. */
function repeatAsked({ own, tools }: Scene, draft: Draft): Moves | null {
  const one = draft.another ? null : repeatedIn(draft, own, tools)
  return one && [become({ draft }), ask(repeat.put(one.ticket, tools))]
}

/** Where it is: one of several, where a photo was taken, or anywhere. */
function whereAsked(draft: Draft, before: Question | null, tools: ConverseTools): Asked {
  if (draft.candidates.length > 1) return candidates.put(draft, tools)
  const photo = draft.photoPlace ?? null
  if (photo !== null) return photoPlace.put(photo, tools)
  return place.put(before?.kind === 'place' ? 'again' : 'first')
}

/** The place is wrong, and no other was named: it is forgotten and asked for; that counts as no further question. */
export function placeAskedAnew({ dialogue, tools }: Scene, draft: Draft): Moves {
  const without = { ...draft, place: nowhere, candidates: [] }
  return [become({ draft: without }), ask(whereAsked(without, dialogue.question, tools))]
}
