import { classifyNormal } from './classify.ts'
import { dropWords } from './lexicon/drop-words.ts'
import type { CategoryId } from './categories/index.ts'

/** What one clause says of the problems told: whether one is dropped or stays, and which. */
export type DropClause = {
  readonly drops: boolean
  /** From 0; null: it is named, not counted. */
  readonly place: number | null
  /** What its words name, likeliest first. */
  readonly named: readonly CategoryId[]
}

const keep = new RegExp(dropWords.keep)
const drop = new RegExp(dropWords.drop)
const ordinals = dropWords.ordinals.map((re) => new RegExp(re))

/** The clauses of a normalised text that drop or keep one of several problems. */
export function dropsIn(normal: string): readonly DropClause[] {
  return normal
    .split(/[，。；！？,.;!?\n ]+/)
    .filter((clause) => keep.test(clause) || drop.test(clause))
    .map((clause) => {
      const at = ordinals.findIndex((re) => re.test(clause))
      const { classification } = classifyNormal(clause)
      return {
        drops: !keep.test(clause),
        place: at === -1 ? null : at,
        named: classification.ranked.map(({ category }) => category),
      }
    })
}
