import { landmarkTails } from './refinements.ts'
import type { Refinement, Routing } from './types.ts'

/** A refinement with how to find its words in a folded text. */
export type FactRule = {
  readonly refinement: Refinement
  readonly words: RegExp | null
  readonly unless: RegExp | null
}

/** Refinements made ready: each text is searched for them. */
export function factRules(refinements: readonly Refinement[]): readonly FactRule[] {
  return refinements.map((refinement) => {
    const { words, unless, source } = refinement
    const tail = source === true ? `(?!${landmarkTails})` : ''
    return {
      refinement,
      words: words === undefined ? null : new RegExp(`(?:${longestFirst(words)})${tail}`),
      unless: unless === undefined ? null : new RegExp(longestFirst(unless)),
    }
  })
}

/** Whether the words of a folded text, or the place alone where no words are needed, tell the fact. */
export function isSaid({ words, unless }: FactRule, folded: string): boolean {
  if (unless?.test(folded) === true) return false
  return words === null || words.test(folded)
}

/** Where in the text the facts are told; spans beyond `length` (words of the spot) are left out. */
export function evidenceOf(
  told: readonly FactRule[],
  folded: string,
  length: number,
): Routing['evidence'] {
  return told.flatMap(({ refinement, words }) => {
    const found = words?.exec(folded)
    if (!found) return []
    const end = found.index + found[0].length
    return end > length ? [] : [{ rule: refinement.id, span: [found.index, end] as const }]
  })
}

function longestFirst(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}
