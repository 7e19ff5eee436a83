import { acts, padding } from './dialogue/acts.ts'
import { ratings } from './dialogue/ratings.ts'
import type { DialogueAct, Understanding } from './types.ts'

const compiled = acts.map(({ act, whole, patterns }) => ({
  act: act as DialogueAct,
  whole: new Set<string>(whole),
  patterns: patterns.map((re) => new RegExp(re)),
}))
const paddingPattern = new RegExp(padding, 'g')
const longestPatterned = 60

/** A short message without politeness and punctuation. */
function bare(text: string): string {
  const stripped = text.replace(paddingPattern, '')
  return stripped === '' ? text.replaceAll(/\s/g, '') : stripped
}

/**
 * What a sender may be doing, likeliest first, from normalised text: a whole message that is a known phrase
 * first, then phrases inside a short one. Long messages tell a story: they complain. Never empty.
 */
export function actsOf(text: string, complains: boolean): DialogueAct[] {
  const short = bare(text)
  const tidy = text.replaceAll(/[\s，。！？.]/g, '')
  const whole = compiled.filter(({ whole: phrases }) => phrases.has(short) || phrases.has(tidy))
  const inside =
    text.length > longestPatterned
      ? []
      : compiled.filter(({ patterns }) => patterns.some((re) => re.test(text)))
  const found: DialogueAct[] = [...whole, ...inside].map(({ act }) => act)
  if (rates(text)) found.push('rate')
  if (complains) found.push('complain')
  const unique = [...new Set(found)]
  return unique.length === 0 ? ['other'] : unique
}

function rates(text: string): boolean {
  const { contacted, solved, satisfied } = ratingOf(text)
  return contacted !== null || solved !== null || satisfied !== null
}

const compiledRatings = {
  contacted: ratings.contacted.map(({ value, re }) => ({ value, re: new RegExp(re) })),
  solved: ratings.solved.map(({ value, re }) => ({ value, re: new RegExp(re) })),
  satisfied: ratings.satisfied.map(({ value, re }) => ({ value, re: new RegExp(re) })),
}

/** Answers to the call-back's questions that the words give (还是那么臭: not solved); null where they give none. */
export function ratingOf(text: string): Understanding['rating'] {
  return {
    contacted: compiledRatings.contacted.find(({ re }) => re.test(text))?.value ?? null,
    solved: compiledRatings.solved.find(({ re }) => re.test(text))?.value ?? null,
    satisfied: compiledRatings.satisfied.find(({ re }) => re.test(text))?.value ?? null,
  }
}
