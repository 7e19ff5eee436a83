import { findMeasure } from './plan/index.ts'
import type { Measure } from './plan/types.ts'
import { refinements } from './refinements.ts'
import { responsibilities } from './responsibility.ts'
import type { Clause } from './types.ts'

/** Looked up once: a search through the plan for every complaint would cost more than the rest of routing. */
const cited: ReadonlyMap<Clause, Measure | undefined> = new Map(
  [...responsibilities, ...refinements].map(({ clause }) => [clause, findMeasure(clause)]),
)

/** The measure of the plan a rule's clause cites; undefined when it stands in none (the tests forbid it). */
export function citedBy(clause: Clause): Measure | undefined {
  return cited.get(clause) ?? findMeasure(clause)
}
