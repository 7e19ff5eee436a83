import { categories } from '#intents/categories/index.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { headings, resultHeadings, secrecyWords, urgencyWords } from '#intents/lexicon/headings.ts'
import type { Urgency } from '#intents/types.ts'
import { understand } from '#intents/understand.ts'
import { opensTicket } from '#intents/opens-ticket.ts'
import type { ImportColumn, ImportMap } from './import-map.ts'

/** Columns as they are taken to be; the required ones may be missing. */
export type GuessedColumns = Partial<Record<ImportColumn, string>>

// Safe because the lexicon is keyed by the columns and nothing else: the type of `headings` is checked here.
const columnNames = Object.keys(headings satisfies Record<ImportColumn, unknown>) as ImportColumn[]

/** Which column is which, by what it is called: the same name first, then one that holds it. Each is taken once. */
export function guessColumns(header: readonly string[]): GuessedColumns {
  const guessed: GuessedColumns = {}
  const taken = new Set<string>()
  const fits = [
    (heading: string, word: string) => plainHeading(heading) === word,
    (heading: string, word: string) => plainHeading(heading).includes(word),
  ]
  for (const fit of fits) {
    for (const name of columnNames) {
      if (guessed[name] !== undefined) continue
      const found = headings[name].flatMap((word) => {
        const heading = header.find((one) => one !== '' && !taken.has(one) && fit(one, word))
        return heading === undefined ? [] : [heading]
      })[0]
      if (found === undefined) continue
      guessed[name] = found
      taken.add(found)
    }
  }
  return guessed
}

/** Without spaces, signs and what stands in brackets. */
export function plainHeading(heading: string): string {
  return heading.replaceAll(/[(\uff08][^)\uff09]*[)\uff09]|[\s*:\uff1a]/g, '')
}

/** Our category for a word of theirs: of the same name, else what the rules take it for; null when unsure. */
export function guessCategory(word: string): ComplaintCategoryId | null {
  const named = categories.find(
    ({ label }) => label === word || plainHeading(label) === plainHeading(word),
  )
  if (named !== undefined) return opensTicket(named.id) ? named.id : null
  const { category, abstain } = understand(word).classification
  return abstain || !opensTicket(category) ? null : category
}

/** Our urgency for a word of theirs; null when unsure. */
export function guessUrgency(word: string): Urgency | null {
  // Safe because these are the keys of the lexicon's literal.
  const known = Object.entries(urgencyWords) as [Urgency, readonly string[]][]
  return known.find(([, words]) => words.includes(word))?.[0] ?? null
}

/** Whether a word in the column of secrecy means yes. */
export function meansSecrecy(word: string): boolean {
  return secrecyWords.some((yes) => yes === word.toUpperCase())
}

/** The map of a spreadsheet nobody has said anything of: our names of columns, and of results. */
export const standardMap: ImportMap = {
  columns: {
    sourceNumber: headings.sourceNumber[0],
    text: headings.text[0],
    receivedAt: headings.receivedAt[0],
  },
  categories: {},
  urgencies: {},
  yes: [],
  results: resultHeadings,
}
