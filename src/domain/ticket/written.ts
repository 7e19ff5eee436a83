import type { Fields, Holds, Kind } from './kinds.ts'

const wordsOf: Readonly<Record<Holds, boolean>> = {
  citizen: true,
  staff: true,
  place: true,
  name: false,
  identity: false,
  nothing: false,
}

/** What somebody wrote, the citizen or staff, as the fields of an event declare it: in order, nothing else. */
export function wordsIn(fields: Fields, data: object): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) => wordsOfValue(fields[name], value))
}

function wordsOfValue(kind: Kind | undefined, value: unknown): readonly string[] {
  if (kind === undefined || kind.is === 'rules' || value === null) return []
  if (typeof value === 'string') return wordsOf[kind.holds] && value !== '' ? [value] : []
  if (typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((one) => wordsOfValue(kind.items, one))
  return wordsIn(kind.fields ?? {}, value)
}
