import { refinements } from '#routing/refinements.ts'
import { fill } from '#doors/labels.ts'
import { annexLabels } from '#doors/label-tables.ts'
import { consideredTexts } from './texts.ts'
import { words } from '#doors/words.ts'

const plain: Readonly<Record<string, string>> = consideredTexts
const annexes: Readonly<Record<string, string>> = annexLabels
const facts = new Map<string, string>(refinements.map(({ id, label }) => [id, label]))

/** A code of routing/considered.ts in Chinese; the code itself when it is none that is known. */
export function reasonText(reason: string): string {
  const [code = '', id = ''] = reason.split(' ')
  const fact = facts.get(code) ?? facts.get(id) ?? id
  const text = plain[facts.has(code) ? 'because' : code]
  return text === undefined ? reason : fill(text, { fact, clause: clauseOfMeasure(id) })
}

/** 大气 17 for the measure air-17.2; as it is when it is none. */
function clauseOfMeasure(id: string): string {
  const [annex = '', task = ''] = id.replace(/\..*$/u, '').split('-')
  const label = annexes[annex]
  return label === undefined ? id : fill(words.partOf, { annex: label, task })
}

/** A fact that refines a rule, in Chinese; its id when unknown. */
export function factLabel(id: string): string {
  return facts.get(id) ?? id
}
