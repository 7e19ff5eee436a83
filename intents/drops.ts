import { classifyNormal } from './classify.ts'
import { dropWords } from './lexicon/drop-words.ts'
import type { CategoryId } from './categories/index.ts'

/** What one clause says of the problems told: whether one is dropped or stays, and which. */
export type DropClause = {
  readonly drops: boolean
  /** It ends in words that mean nothing else. */
  readonly sure: boolean
  /** From 0; null: it is named, not counted. */
  readonly place: number | null
  /** What its words name, likeliest first. */
  readonly named: readonly CategoryId[]
}

const keep = new RegExp(dropWords.keep)
const drop = new RegExp(dropWords.drop)
const sure = new RegExp(dropWords.sure)
const ordinals = dropWords.ordinals.map((re) => new RegExp(re))

const clauseEnds = /[，。；！？,.;!?\n ]+/

/** Whether a normalised text drops something in so many words. */
export function saysDrop(normal: string): boolean {
  return normal.split(clauseEnds).some((clause) => sure.test(clause))
}

/** The clauses of a normalised text that drop or keep one of several problems. */
export function dropsIn(normal: string): readonly DropClause[] {
  const clauses = normal.split(clauseEnds)
  return clauses.flatMap((clause, i) => {
    if (!keep.test(clause) && !drop.test(clause) && !sure.test(clause)) return []
    const at = ordinals.findIndex((re) => re.test(clause))
    const drops = !keep.test(clause)
    const place = at === -1 ? null : at
    return [{ drops, sure: drops && sure.test(clause), place, named: namedIn(clauses, i) }]
  })
}

/** What a clause names; where it names nothing (那个不用管), what the one before it does. */
function namedIn(clauses: readonly string[], i: number): readonly CategoryId[] {
  const alone = classifyNormal(clauses[i] ?? '').classification
  const before = clauses[i - 1] ?? ''
  const read = alone.evidence.length > 0 ? alone : classifyNormal(before).classification
  return (read.evidence.length > 0 ? read : alone).ranked.map(({ category }) => category)
}
