import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { answerCallback, callbackChoice } from './callback.ts'
import { ask, say, speak, standing, withoutDraft } from './dialogue.ts'
import { chooseWord } from './exclusion-word.ts'
import { openAsSame, openConfirmed } from './opening.ts'
import { carryOut, handoff, ordered } from './own-tickets.ts'
import { withPhotoPlace } from './photo-place.ts'
import { nextStep } from './questions.ts'
import { chooseRepeat } from './repeat.ts'
import { sameNumber } from './similar.ts'
import type {
  ConverseTools,
  Dialogue,
  Draft,
  DraftProblem,
  Question,
  Scene,
  Turn,
} from './types.ts'

/** A button. One of an earlier question does nothing but say what is current (rule 13). */
export function hearChoice(
  scene: Scene,
  pressed: { readonly questionId: string; readonly choiceId: string },
): Turn {
  const { dialogue } = scene
  const { question } = dialogue
  if (question === null || question.id !== pressed.questionId) return stale(dialogue)
  if (!question.choices.some(({ id }) => id === pressed.choiceId)) return stale(dialogue)
  return choose(scene, question, pressed.choiceId)
}

function stale(dialogue: Dialogue): Turn {
  return speak(dialogue, [say('stale-button'), standing(dialogue)])
}

/** Takes one of the current question's choices. */
export function choose(scene: Scene, question: Question, choiceId: string): Turn {
  const { dialogue, tools } = scene
  switch (question.kind) {
    case 'category':
      return chooseCategory(dialogue, choiceId, tools)
    case 'candidates':
      return chooseCandidate(dialogue, choiceId, tools)
    case 'photo-place':
      return choosePhotoPlace(dialogue, choiceId, tools)
    case 'confirm':
      return chooseConfirm(dialogue, choiceId, tools)
    case 'which-ticket':
    case 'withdraw':
      return chooseTicket(scene, choiceId)
    case 'exclusion':
    case 'exclusion-word':
      return chooseWord(scene, question, choiceId)
    case 'repeat': {
      const turn = dialogue.draft && chooseRepeat(scene, dialogue.draft, choiceId)
      return turn ?? stale(dialogue)
    }
    case 'handoff':
      return handoff({ ...scene, dialogue: { ...dialogue, question: null } }, labelOf(question))
    case 'contacted':
    case 'solved':
    case 'satisfied':
      return chooseRating(scene, choiceId)
    default:
      return stale(dialogue)
  }
}

/** The words of a question's only choice: pressing it is saying them. */
function labelOf({ choices }: Question): string {
  return choices[0]?.label ?? ''
}

function chooseCategory(dialogue: Dialogue, choiceId: string, tools: ConverseTools): Turn {
  if (dialogue.draft === null) return stale(dialogue)
  const { draft } = dialogue
  // Safe because the ids of category choices are made from category ids (questions.ts).
  const categories = choiceId.replace('category:', '').split(',') as ComplaintCategoryId[]
  if (choiceId === 'none') return noneOfThese(dialogue, draft, tools)
  const [only] = categories
  const chosen: Partial<DraftProblem> =
    categories.length === 1 && only !== undefined
      ? { category: only, among: [] }
      : { among: categories }
  return nextStep(dialogue, withProblem(draft, chosen), null, tools)
}

/** The one clarifying question did not help: only the place is still asked, then the desk decides. */
export function noneOfThese(dialogue: Dialogue, draft: Draft, tools: ConverseTools): Turn {
  return nextStep(dialogue, withProblem(draft, { among: [] }), null, tools)
}

function withProblem(draft: Draft, chosen: Partial<DraftProblem>): Draft {
  const at = draft.problems.findIndex(({ category }) => category === null)
  const blank: DraftProblem = { category: null, classification: null, text: '', among: [] }
  const open = draft.problems[at] ?? blank
  const rest = draft.problems.filter((_, index) => index !== at)
  return { ...draft, problems: [...rest, { ...open, ...chosen }] }
}

function chooseCandidate(dialogue: Dialogue, choiceId: string, tools: ConverseTools): Turn {
  const { draft } = dialogue
  const chosen = draft?.candidates[Number(choiceId.replace('candidate:', ''))]
  if (draft === null || chosen === undefined) return stale(dialogue)
  const place = { ...draft.place, town: chosen.town, village: chosen.village }
  return nextStep(dialogue, { ...draft, place, candidates: [] }, null, tools)
}

/** Where a photo was taken is where it is, or it is asked where that is. */
function choosePhotoPlace(dialogue: Dialogue, choiceId: string, tools: ConverseTools): Turn {
  const { draft } = dialogue
  if (draft === null) return stale(dialogue)
  return nextStep(dialogue, withPhotoPlace(draft, choiceId), null, tools)
}

function chooseConfirm(dialogue: Dialogue, choiceId: string, tools: ConverseTools): Turn {
  const { draft } = dialogue
  if (draft === null) return stale(dialogue)
  if (choiceId === 'confirm') return openConfirmed(dialogue, draft, tools)
  const same = sameNumber(choiceId)
  if (same !== null) return openAsSame(dialogue, draft, tools, same)
  if (choiceId === 'cancel') return cancelled(dialogue)
  return askCorrection(dialogue, tools)
}

/** Drops what was being told. */
export function cancelled(dialogue: Dialogue): Turn {
  return speak(withoutDraft(dialogue), [say('cancelled')])
}

/** Asks what is wrong; the next words replace it. */
export function askCorrection(dialogue: Dialogue, tools: ConverseTools): Turn {
  return ask(dialogue, tools, { kind: 'correction', choices: [] }, say('ask.correction'))
}

function chooseTicket(scene: Scene, choiceId: string): Turn {
  const { dialogue, own } = scene
  const done: Dialogue = { ...dialogue, question: null }
  if (choiceId === 'keep') return speak(done, [say('kept')])
  const id = choiceId.replace('withdraw:', '')
  const one = own.find(({ ticket }) => ticket.id === id)
  if (one === undefined) return stale(dialogue)
  if (choiceId.startsWith('withdraw:')) {
    const reply = say('withdrawn', { number: one.ticket.opened.number })
    return ordered(done, one.ticket, { type: 'withdraw', reason: null }, reply)
  }
  const after = dialogue.waitingAct ?? { act: 'status', text: '' }
  return carryOut({ ...scene, dialogue: done }, one, after)
}

function chooseRating(scene: Scene, choiceId: string): Turn {
  const { dialogue, own } = scene
  const given = callbackChoice(choiceId)
  const one = own.find(({ ticket }) => ticket.id === dialogue.callback?.ticketId)
  if (given === null || one === undefined) return stale(dialogue)
  return answerCallback(scene, one, given)
}
