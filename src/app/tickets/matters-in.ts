import type { CategoryId } from '#intents/categories/index.ts'
import { classify } from '#intents/classify.ts'

/** From this likelihood on a clause is taken to speak of a category. */
const likely = 0.2
const clauseEnds = /[，。；！？、\n,;!?]/u

/** Which categories a reply speaks of, read clause by clause: it may answer several problems in one sentence. */
export function mattersIn(text: string): ReadonlySet<CategoryId> {
  const clauses = text.split(clauseEnds).filter((clause) => clause.trim() !== '')
  return new Set(
    clauses.flatMap((clause) =>
      classify(clause)
        .ranked.filter(({ score }) => score >= likely)
        .map(({ category }) => category),
    ),
  )
}
