import type { DialogueAct } from '#intents/types.ts'
import { answerCallback, callbackWords } from './callback.ts'
import type { Answers } from './callback.ts'
import { say, speak } from './dialogue.ts'
import { opensTicket } from './draft.ts'
import type { TextContent } from './text.ts'
import type { Question, Scene, Turn } from './types.ts'

/**
 * Free words in answer to one of the three questions (rule 9). null when they tell of another problem:
 * that is taken up first. What answers nothing gets the question again.
 */
export function answerWithWords(
  scene: Scene,
  question: Question,
  { understanding, text }: TextContent,
): Turn | null {
  const { dialogue, own, tools } = scene
  const one = own.find(({ ticket }) => ticket.id === dialogue.callback?.ticketId)
  if (one === undefined) return null
  const given = plainAnswer(question, understanding.acts[0]) ?? callbackWords(understanding)
  if (given !== null) return answerCallback(scene, one, { ...given, comment: tools.mask(text) })
  const { category, abstain } = understanding.classification
  if (!abstain && opensTicket(category) && category !== one.ticket.category) return null
  const { choices, id } = question
  return speak(dialogue, [say('callback.repeat', {}, { choices, questionId: id })])
}

/** Yes and no answer the first two questions. */
function plainAnswer({ kind }: Question, act: DialogueAct | undefined): Partial<Answers> | null {
  if (act !== 'confirm' && act !== 'deny') return null
  const yes = act === 'confirm'
  if (kind === 'contacted') return { contacted: yes }
  return kind === 'solved' ? { solved: yes ? 'solved' : 'unsolved' } : null
}
