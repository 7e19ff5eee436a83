import { refinements } from './refinements.ts'
import { responsibilities } from './responsibility.ts'
import { units } from './units.ts'
import { towns } from './places/towns.ts'

/** Names the rules that decided: the plan's year and a hash of all the rules say (FNV-1a, 32 bits). Changes with any of them. */
export const rulesVersion = `2023-${hash(JSON.stringify([responsibilities, refinements, units, towns]))}`

function hash(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  }
  return (sum >>> 0).toString(16).padStart(8, '0')
}
