import { readComplaint } from '#app/dispatching/read-complaint.ts'
import type { ReadComplaint } from '#app/dispatching/read-complaint.ts'
import { understandingVersion } from '#intents/classify.ts'
import { whyUnsure } from '#intents/score.ts'
import type { Doubt } from '#intents/score.ts'
import { sentenceOf } from '#routing/plan/index.ts'
import { rulesVersion } from '#routing/version.ts'

/** The whole trace of a decision: what `npm run explain -- --json` prints. */
export type Explanation = ReadComplaint & {
  /** null when it is sure enough to act. */
  readonly doubt: Doubt | null
  /** The cited clause's sentence; null when no clause is cited. */
  readonly sentence: string | null
  readonly versions: { readonly understanding: string; readonly rules: string }
}

/** Everything that led from a text to its unit. `at` is UTC milliseconds. The same text, time and versions give the same bytes. */
export function explain(text: string, at: number): Explanation {
  const read = readComplaint(text, at)
  const { routing, understanding } = read
  const clause = routing !== null && 'clause' in routing ? routing.clause : null
  return {
    ...read,
    doubt: whyUnsure(understanding.classification.ranked),
    sentence: clause && sentenceOf(clause),
    versions: { understanding: understandingVersion, rules: rulesVersion },
  }
}
