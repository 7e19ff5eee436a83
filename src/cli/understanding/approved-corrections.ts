import { categoryIds } from '#intents/score.ts'
import type { Sample } from '#intents/training.ts'
import { cliTexts, fillText } from '#cli/texts.ts'
import { readLabelled } from './labelled.ts'

/**
 * Examples that officials approved (`/bureau/corrections`), from a file with one JSON object a line: text and
 * category. Throws in words for people when a line is none, or names a category that does not exist.
 */
export function correctionsIn(path: string): Sample[] {
  return readLabelled(path).map(({ text, primary }, index) => {
    const label = categoryIds.find((id) => id === primary)
    if (label === undefined) {
      const named = { line: index + 1, category: primary }
      throw new Error(fillText(cliTexts.unknownCategory, named))
    }
    return { text, label }
  })
}
