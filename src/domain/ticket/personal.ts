import type { Fields, Holds, Kind } from './kinds.ts'

/** How text is written for others to read; see intents/personal. Same length, idempotent. */
export type Masks = {
  /** Numbers, plates and addresses by which somebody can be found are starred. */
  readonly mask: (text: string) => string
  /** As `mask`, and what tells who speaks is starred too: for tickets of secrecy. */
  readonly conceal: (text: string) => string
}

/**
 * Data as it may enter history: whatever is anybody's words masked, on a ticket of secrecy concealed, names of
 * files left out there. A field that nothing declares is taken for the citizen's words.
 */
export function discreet<T extends object>(
  fields: Fields,
  data: T,
  { mask, conceal }: Masks,
  secret: boolean,
): T {
  const write = (text: string, holds: Holds): string | null => {
    if (holds === 'nothing' || holds === 'identity') return text
    if (holds === 'name') return secret ? null : mask(text)
    return secret ? conceal(text) : mask(text)
  }
  return rewritten(fields, data, write)
}

type Write = (text: string, holds: Holds) => string | null

function rewritten<T extends object>(fields: Fields, data: T, write: Write): T {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    rewrittenValue(fields[name], value, write),
  ])
  // Safe because only text changed, a name to null where its kind allows it.
  return Object.fromEntries(entries) as T
}

function rewrittenValue(kind: Kind | undefined, value: unknown, write: Write): unknown {
  if (typeof value === 'string') return write(value, kind?.holds ?? 'citizen')
  if (kind?.is === 'rules' || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => rewrittenValue(itemsOf(kind), one, write))
  return rewritten(kind?.fields ?? {}, value, write)
}

/** Of a list of units or the like each is what the list is. */
function itemsOf(kind: Kind | undefined): Kind | undefined {
  return kind?.items ?? (kind?.is === 'units' ? kind : undefined)
}

/**
 * Where data is personal: paths of what is erased with its person, `list.0.name` within lists; one that ends in
 * `?` may be null, any other becomes empty text. A field that nothing declares is personal as a whole.
 */
export function personalPaths(fields: Fields, data: object): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) => pathsOf(fields[name], value, name))
}

function pathsOf(kind: Kind | undefined, value: unknown, path: string): readonly string[] {
  if (value === null || value === undefined || kind?.is === 'rules') return []
  if (kind === undefined || kind.holds !== 'nothing') {
    return [kind?.nullable === false ? path : `${path}?`]
  }
  if (Array.isArray(value)) {
    return value.flatMap((one, at) => pathsOf(itemsOf(kind), one, `${path}.${String(at)}`))
  }
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) =>
    pathsOf(kind.fields?.[name], inner, `${path}.${name}`),
  )
}

/** Data without what is personal in it: what `personalPaths` names is null where it may be, else empty. */
export function emptied<T extends object>(fields: Fields, data: T): T {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    emptiedValue(fields[name], value),
  ])
  // Safe because only what may be null became null, and other text empty.
  return Object.fromEntries(entries) as T
}

function emptiedValue(kind: Kind | undefined, value: unknown): unknown {
  if (value === null || value === undefined || kind?.is === 'rules') return value
  if (kind === undefined || kind.holds !== 'nothing') return kind?.nullable === false ? '' : null
  if (Array.isArray(value)) return value.map((one) => emptiedValue(itemsOf(kind), one))
  return typeof value === 'object' ? emptied(kind.fields ?? {}, value) : value
}
