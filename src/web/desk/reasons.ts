import { refinements } from '#routing/refinements.ts'
import type { Refinement } from '#routing/types.ts'
import { fill } from '../labels.ts'
import { consideredTexts } from '../texts.ts'

const shownWords = 3
const plain: Readonly<Record<string, string>> = consideredTexts
const byId = new Map<string, Refinement>(refinements.map((one) => [one.id, one]))

/** A code of routing/considered.ts in Chinese; the code itself when it is none that is known. */
export function reasonText(reason: string): string {
  const [code = '', id = ''] = reason.split(' ')
  const fact = factText(byId.get(code === 'replaced-by' || code === 'fact-absent' ? id : code))
  const text = plain[byId.has(code) ? 'because' : code]
  return text === undefined ? reason : fill(text, { fact })
}

/** The fact a refinement looks for, by its first words. */
function factText(refinement: Refinement | undefined): string {
  const said = refinement?.words?.slice(0, shownWords).join('、')
  return said === undefined ? consideredTexts.place : fill(consideredTexts.words, { words: said })
}
