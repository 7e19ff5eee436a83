import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Fault } from './errors.ts'

export type Format = 'xml' | 'json'

/** What an answer says, written as XML or JSON: the two say the same (GeoReport v2, Spark convention). */
export type Tree =
  string | number | boolean | null | readonly Tree[] | { readonly [name: string]: Tree }

/** The name of one element of a list, by the list's. */
const items = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
} as const

export type Root = keyof typeof items | 'service_definition' | 'discovery'

const mediaTypes = { xml: 'text/xml', json: 'application/json' } as const

/** A body as an answer, of the format asked for. */
export function answerWith(
  c: Context,
  format: Format,
  { root, body, status = 200 }: { root: Root; body: Tree; status?: ContentfulStatusCode },
): Response {
  const text = format === 'xml' ? xmlDocument(root, body) : JSON.stringify(body)
  return c.body(text, status, { 'content-type': contentType(c, format) })
}

/** Faults as an answer: the first one's status. */
export function answerFaults(c: Context, format: Format, faults: readonly Fault[]): Response {
  const body = faults.map(({ status, description }) => ({ code: status, description }))
  const status = faults[0]?.status ?? 400
  if (status === 429) c.header('retry-after', '60')
  return answerWith(c, format, { root: 'errors', body, status })
}

/** With its charset, as the standard shows it; without, for a client that names the bare type alone. */
function contentType(c: Context, format: Format): string {
  const asked = (c.req.header('accept') ?? '').trim().toLowerCase()
  const type = mediaTypes[format]
  return asked === type ? type : `${type}; charset=utf-8`
}

/** A tree as an XML document in UTF-8, without namespaces. */
function xmlDocument(root: string, body: Tree): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, body)}\n`
}

function element(name: string, value: Tree): string {
  const content = contentOf(name, value)
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`
}

function contentOf(name: string, value: Tree): string {
  if (value === null) return ''
  if (typeof value !== 'object') return escaped(String(value))
  if (isList(value)) {
    const item = name in items ? items[name as keyof typeof items] : 'item' // Safe because it is one of its keys.
    return value.map((one) => element(item, one)).join('')
  }
  return Object.entries(value)
    .map(([key, one]) => element(key, one))
    .join('')
}

function isList(value: object): value is readonly Tree[] {
  return Array.isArray(value)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Also without the characters no XML 1.0 document may hold. */
function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
  )
}
