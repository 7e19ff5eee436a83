import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Seal } from './seal.ts'

/** What a link of a chain is made of; `data` and `by` as stored. */
export type Link = {
  /** Whose chain: a ticket's, or that of what the journal tells of. */
  readonly chain: string
  readonly seq: number
  readonly at: number
  readonly type: string
  /** Of what `data` holds, as declared when it was written. */
  readonly version: number
  readonly by: unknown
  readonly data: unknown
  /** Where `data` is personal: paths, one that ends in `?` may be null (domain/ticket/personal.ts). */
  readonly personal: readonly string[]
  /** Random, so that nobody can guess an erased word from its digest; null once it is erased. */
  readonly salt: string | null
  /** How many seals there were when it was written: one that is taken out later is missed here. */
  readonly seals: number
}

/** An event as it is stored. */
export type EventRow = StoredEvent & Pick<Link, 'personal' | 'version'>

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Fields = { readonly [key: string]: Json }

/** What has no past: the hash before a ticket's first event and before the first seal. */
export const genesis = ''

const saltBytes = 12
const digestForm = /^erased:[0-9a-f]{64}$/

/** JSON with the keys of every object in order: the same value always gives the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    isFields(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

/**
 * The keyed hash of an entry: of the hash before it and all that it says. Digests stand for what is personal, so that
 * erasing a person leaves the chain whole.
 */
export function hashOf({ mac }: Pick<Seal, 'mac'>, previous: string, link: Link): string {
  const { chain, seq, at, type, version, personal, seals } = link
  const { by, data } = digested(link)
  return mac(previous + canonical({ chain, seq, at, type, version, by, data, personal, seals }))
}

/** An entry with digests in place of what is personal: what stays of it when its person is erased. */
export function digested(link: Pick<Link, 'by' | 'data' | 'personal' | 'salt'>): {
  readonly by: Fields
  readonly data: Fields
} {
  const [by, data] = [asFields(link.by), asFields(link.data)]
  const author = by['role'] === 'citizen' ? ['id'] : []
  return {
    by: withDigests(by, author, link.salt),
    data: withDigests(data, link.personal.map(pathOf), link.salt),
  }
}

/** What makes the digests of a new entry unguessable. */
export function freshSalt(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(saltBytes))).toString('base64url')
}

/** A stored event, in the form it was written in: what has been erased is empty. */
export function readable({
  personal,
  ...event
}: StoredEvent & Pick<Link, 'personal'>): StoredEvent {
  const author = isErased(event.by.id)
  const fields = asFields(event.data)
  const erased = personal.filter((path) => isErased(at(fields, pathOf(path))))
  if (erased.length === 0 && !author) return event
  const data = erased.reduce((all, path) => put(all, pathOf(path), emptyOf(path)), fields)
  // Safe because only personal fields changed, each to the empty value of its type.
  return { ...event, by: author ? { ...event.by, id: '' } : event.by, data } as StoredEvent
}

/** Whether a stored event has lost its personal fields. */
export function isErasedLink({ personal, by, data }: Pick<Link, 'personal' | 'by' | 'data'>) {
  const found = personal.map((path) => at(asFields(data), pathOf(path)))
  return [...found, asFields(by)['id'] ?? null].some(isErased)
}

function pathOf(path: string): string {
  return path.replace(/\?$/, '')
}

function emptyOf(path: string): Json {
  return path.endsWith('?') ? null : ''
}

function isErased(value: Json): boolean {
  return typeof value === 'string' && digestForm.test(value)
}

function withDigests(all: Fields, paths: readonly string[], salt: string | null): Fields {
  let after = all
  for (const path of paths) {
    const value = at(after, path)
    if (value === null || isErased(value)) continue
    after = put(after, path, `erased:${sha256((salt ?? '') + canonical(value))}`)
  }
  return after
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function at(all: Fields, path: string): Json {
  const [head = '', ...rest] = path.split('.')
  const value = all[head] ?? null
  if (rest.length === 0) return value
  if (isList(value)) return at(numbered(value), rest.join('.'))
  return isFields(value) ? at(value, rest.join('.')) : null
}

function put(all: Fields, path: string, value: Json): Fields {
  const [head = '', ...rest] = path.split('.')
  const inner = all[head] ?? null
  if (rest.length === 0) return { ...all, [head]: value }
  if (isList(inner)) {
    return { ...all, [head]: Object.values(put(numbered(inner), rest.join('.'), value)) }
  }
  return isFields(inner) ? { ...all, [head]: put(inner, rest.join('.'), value) } : all
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** A list by its numbers, in order. */
function numbered(list: readonly Json[]): Fields {
  return Object.fromEntries(list.map((one, index) => [String(index), one]))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asFields(value: unknown): Fields {
  return isFields(value) ? value : {}
}
