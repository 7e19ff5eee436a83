import type { TicketEvent } from './events.ts'
import type { Fields, Holds, Kind } from './kinds.ts'
import { eventsByType } from './steps/index.ts'

const wordsOf: Readonly<Record<Holds, boolean>> = {
  citizen: true,
  staff: true,
  place: true,
  name: false,
  identity: false,
  nothing: false,
}

/** What somebody wrote with an event, the citizen or staff, as declared by its fields: in order, nothing else. */
export function writtenWith(event: TicketEvent): readonly string[] {
  return wordsIn(eventsByType[event.type].fields, event.data)
}

function wordsIn(fields: Fields, data: object): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) => wordsOfValue(fields[name], value))
}

function wordsOfValue(kind: Kind | undefined, value: unknown): readonly string[] {
  if (kind === undefined || kind.is === 'rules' || value === null) return []
  if (typeof value === 'string') return wordsOf[kind.holds] && value !== '' ? [value] : []
  if (typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((one) => wordsOfValue(kind.items, one))
  return wordsIn(kind.fields ?? {}, value)
}
