import type { Fields, Kind, KindName } from '#domain/ticket/kinds.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { eventsByType } from '#domain/ticket/steps/index.ts'
import type { Place } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { choiceLabels } from '#web/desk/steps/choice-labels.ts'
import { dateTime } from '#doors/format.ts'
import { categoryLabel, placeLabel, unitLabel, unitList } from '#doors/labels.ts'
import { wordsOf } from '#web/desk/steps/step-words.ts'
import type { EventWords } from '#web/desk/steps/step-words.ts'
import { words } from '#doors/words.ts'

const plain = (value: unknown): string => String(value)
/** Values of a closed list by their names, of anything else how many. */
const listed = (value: unknown, { items }: Kind): string => {
  const all = value as readonly unknown[]
  if (all.length === 0) return ''
  return items?.is === 'choice'
    ? all.map((one) => readings.choice(one as never, items)).join('；')
    : String(all.length)
}

/** How a value of each kind reads. Safe because a kind says what its values are. */
const readings: { readonly [K in KindName]: (value: never, kind: Kind) => string } = {
  text: plain,
  line: plain,
  choice: (value: string, { list }) =>
    list === undefined ? value : (choiceLabels[list][value] ?? value),
  'yes-no': (value: boolean) => (value ? words.yes : words.no),
  unit: unitLabel,
  units: (value: readonly UnitId[]) => (value.length === 0 ? '' : unitList(value)),
  moment: dateTime,
  count: plain,
  id: plain,
  'ticket-number': plain,
  'half-day': plain,
  whistle: plain,
  colleague: plain,
  category: categoryLabel,
  coordinates: () => '',
  place: (value: Place) => placeLabel(value),
  object: () => '',
  list: listed,
  rules: () => '',
}

/** The value of `deadlines.solve` and what it is. */
function found(
  fields: Fields,
  data: unknown,
  path: string,
): { kind: Kind | undefined; value: unknown } {
  const [head = '', ...rest] = path.split('.')
  const kind = fields[head]
  const value = (data as Readonly<Record<string, unknown>> | null)?.[head]
  return rest.length === 0 ? { kind, value } : found(kind?.fields ?? {}, value, rest.join('.'))
}

function reading(fields: Fields, data: unknown, path: string, says: EventWords['says']): string {
  const { kind, value } = found(fields, data, path)
  const said = says?.[path]?.[String(value)]
  if (said !== undefined) return said
  if (kind?.is === 'category') return categoryLabel(value as null)
  if (kind === undefined || value === null || value === undefined) return ''
  return readings[kind.is](value as never, kind)
}

/** What an event says beyond its label, in plain Chinese: each line whose fields have something to say. */
export function detailsOf({ type, data }: TicketEvent): readonly string[] {
  const { fields } = eventsByType[type]
  const { lines, says } = wordsOf(type)
  return lines.flatMap((line) => {
    const values = new Map(
      [...line.matchAll(/\{([\w.]+)\}/g)].map(([slot, path = '']) => [
        slot,
        reading(fields, data, path, says),
      ]),
    )
    if ([...values.values()].some((value) => value === '')) return []
    return [line.replace(/\{[\w.]+\}/g, (slot) => values.get(slot) ?? slot)]
  })
}
