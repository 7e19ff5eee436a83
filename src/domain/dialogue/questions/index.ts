import { candidates } from './candidates.ts'
import { category } from './category.ts'
import { confirm } from './confirm.ts'
import { contacted } from './contacted.ts'
import { correction } from './correction.ts'
import { exclusionWord } from './exclusion-word.ts'
import { exclusion } from './exclusion.ts'
import { handoff } from './handoff.ts'
import { meant } from './meant.ts'
import { photoPlace } from './photo-place.ts'
import { pinTown } from './pin-town.ts'
import { place } from './place.ts'
import type { Declared } from './question.ts'
import { repeat } from './repeat.ts'
import { satisfied } from './satisfied.ts'
import { solved } from './solved.ts'
import { ticketNumber } from './ticket-number.ts'
import { verdict } from './verdict.ts'
import { whichTicket } from './which-ticket.ts'
import { withdraw } from './withdraw.ts'
import type { Question, QuestionKind } from '../reply.ts'

/** Every question there is. */
export const questions = {
  category,
  place,
  candidates,
  'photo-place': photoPlace,
  'pin-town': pinTown,
  confirm,
  'which-ticket': whichTicket,
  'ticket-number': ticketNumber,
  contacted,
  solved,
  satisfied,
  verdict,
  withdraw,
  exclusion,
  'exclusion-word': exclusionWord,
  correction,
  repeat,
  handoff,
  meant,
} satisfies { readonly [K in QuestionKind]: Declared<K> }

/** The declaration of the question that stands; null when none does. */
export function declared(question: Question | null): Declared | null {
  return question && questions[question.kind]
}

/** Whether a question of this kind is answered with a place. */
export function asksForPlace(kind: QuestionKind | null): boolean {
  return kind !== null && questions[kind].about === 'place'
}
