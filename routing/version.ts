import { towns } from './places/towns.ts'
import { unitGroups } from './plan/groups.ts'
import { citationsOf, rulebook } from './rulebook.ts'
import type { Rulebook } from './types.ts'
import { units } from './units.ts'

/** How the rules are applied: raised by whoever changes what routing/route.ts makes of the same data. */
const reading = 2

/**
 * Names the rules that decided: the newest plan's year and a hash of the rules with the measures they cite
 * (FNV-1a, 32 bits). Changes with any of them.
 */
export function versionOf(book: Rulebook): string {
  const { responsibilities, refinements } = book
  const measures = [...responsibilities, ...refinements].map((one) => one.clause)
  const read = [reading, responsibilities, refinements, measures.map(citationsOf(book))]
  const year = Math.max(...Object.keys(book.plans).map(Number))
  return `${String(year)}-${hash(JSON.stringify([read, units, unitGroups, towns]))}`
}

export const rulesVersion = versionOf(rulebook)

function hash(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  }
  return (sum >>> 0).toString(16).padStart(8, '0')
}
