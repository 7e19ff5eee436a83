import type { RateGroup } from '#domain/tally.ts'
import { categories } from '#intents/categories/index.ts'
import { units } from '#routing/units.ts'
import { fill } from '#doors/labels.ts'
import { annexLabels, channelLabels } from '#doors/label-tables.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import { words } from '#doors/words.ts'

/** How the table may be grouped, in the words of its form. */
export const groupLabels = bureauTexts.groups satisfies Record<RateGroup, string>

const labels = new Map<string, string>([
  ...[...units, ...categories].map(({ id, label }) => [id, label] as const),
  ...Object.entries(channelLabels),
])
const annexes = new Map<string, string>(Object.entries(annexLabels))

/** A line's key in words: a unit, a category, a township, a clause (`air-22`), a person by `people`. */
export function keyLabel(
  group: RateGroup,
  key: string,
  people: Readonly<Record<string, string>> = {},
): string {
  if (group === 'clause') return clauseName(key)
  if (group === 'person') return key === '' ? bureauExtra.noPerson : (people[key] ?? key)
  if (key === '') return bureauExtra.noTown
  return labels.get(key) ?? key
}

function clauseName(key: string): string {
  const [annex = '', task = ''] = key.split('-')
  return fill(words.partOf, { annex: annexes.get(annex) ?? annex, task })
}
