import type { RateGroup } from '#domain/rates.ts'
import { categories } from '#intents/categories/index.ts'
import { units } from '#routing/units.ts'
import { fill } from '#doors/labels.ts'
import { annexLabels } from '#doors/label-tables.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import { words } from '#doors/words.ts'

/** How the table may be grouped, in the words of its form. */
export const groupLabels: Readonly<Record<RateGroup, string>> = {
  handler: bureauTexts.groups.unit,
  category: bureauTexts.groups.category,
  town: bureauTexts.groups.town,
  clause: bureauTexts.groups.clause,
}

const labels = new Map<string, string>([...units, ...categories].map((one) => [one.id, one.label]))
const annexes = new Map<string, string>(Object.entries(annexLabels))

/** A line's key in words: a unit, a category, a township, a clause (`air-22`). */
export function keyLabel(group: RateGroup, key: string): string {
  if (group === 'clause') return clauseName(key)
  if (key === '') return bureauExtra.noTown
  return labels.get(key) ?? key
}

function clauseName(key: string): string {
  const [annex = '', task = ''] = key.split('-')
  return fill(words.partOf, { annex: annexes.get(annex) ?? annex, task })
}
