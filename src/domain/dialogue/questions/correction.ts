import { say } from '../dialogue.ts'
import { question } from './question.ts'

/** What is wrong: the next words replace it. */
export const correction = question({
  kind: 'correction',
  put: () => ({ choices: [], reply: say('ask.correction') }),
  about: 'correction',
})
