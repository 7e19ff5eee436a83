import { say } from '../dialogue.ts'
import { question } from './question.ts'

/** How often it has been asked where it is; or the place outside the district that was named instead. */
type Before = 'first' | 'again' | { readonly outside: string }

/** Where it is, in free words. */
export const place = question({
  kind: 'place',
  put: (before: Before) => ({ choices: [], reply: said(before) }),
  about: 'place',
})

function said(before: Before) {
  if (before === 'first') return say('ask.place')
  return before === 'again' ? say('ask.place-again') : say('outside', { name: before.outside })
}
