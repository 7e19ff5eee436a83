import { findMeasure, plans } from './plan/index.ts'
import type { Measure } from './plan/types.ts'
import { refinements } from './refinements.ts'
import { responsibilities } from './responsibility.ts'
import type { Clause, Rulebook } from './types.ts'

/** The plans and rules in use. */
export const rulebook: Rulebook = { plans, responsibilities, refinements }

export type MeasureOf = (clause: Clause) => Measure | undefined

/**
 * The measure each rule's clause cites, in the plan of its year; undefined when it stands in none (the tests
 * forbid it). Looked up once: a search through the plan for every complaint would cost more than the rest of routing.
 */
export function citationsOf(book: Rulebook): MeasureOf {
  const rules = [...book.responsibilities, ...book.refinements]
  const cited = new Map(rules.map(({ clause }) => [clause, findMeasure(clause, book.plans)]))
  return (clause) => cited.get(clause)
}
