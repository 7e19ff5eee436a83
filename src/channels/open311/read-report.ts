import { phoneOf } from '#intents/personal/index.ts'
import { complaintCategoryId } from '#app/tools/ids.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'
import { placeOfReport } from '#app/places/place-of-report.ts'
import type { Coordinates } from '#routing/types.ts'
import { areFaults, faultOf } from './errors.ts'
import type { Fault } from './errors.ts'
import { fill } from '#app/tools/fill.ts'
import { attributesOf, serviceName } from './services.ts'
import type { Attribute } from './services.ts'
import { open311Texts } from './texts.ts'
import { mediaNotes, unusedNote } from './unused.ts'

const longest = { description: 4000, address_string: 500, media_url: 2000 } as const
const longestShort = 200

/** A form's fields, each once or more; an empty one is none. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** First value of a field; null when it is absent or empty: the standard makes no difference. */
export function field(fields: Fields, name: string): string | null {
  const value = fields.get(name)?.[0]?.trim() ?? ''
  return value === '' ? null : value
}

/** Who sends a report, and when. `newId` numbers one that has no number of its own. */
export type Envelope = {
  readonly client: string
  readonly now: number
  readonly newId: () => string
}

/**
 * POST requests → a report, or everything that is wrong with it at once. The category is the service's, the
 * place is found as in the chat; what FixMyStreet calls the report (attribute fixmystreet_id, external_id)
 * makes sending it again no second ticket.
 */
export function readReport(fields: Fields, envelope: Envelope): SourceReport | readonly Fault[] {
  const faults = [...lengthFaults(fields), ...mediaFaults(fields)]
  const code = field(fields, 'service_code')
  const known = complaintCategoryId.safeParse(code)
  if (code === null) faults.push(faultOf('no-service-code'))
  else if (!known.success) faults.push(faultOf('no-service', 404, { id: code }))
  const coordinates = readCoordinates(fields)
  if (areFaults(coordinates)) faults.push(...coordinates)
  const answers = known.success ? readAnswers(fields, attributesOf(known.data)) : []
  if (areFaults(answers)) faults.push(...answers)
  if (faults.length > 0 || !known.success || areFaults(coordinates) || areFaults(answers)) {
    // A service that does not exist is the one thing that is a 404: it decides the status.
    return [...faults].sort((a, b) => b.status - a.status)
  }
  return reportOf(fields, envelope, { category: known.data, coordinates, answers })
}

type Answers = readonly { readonly attribute: Attribute; readonly value: string }[]
type Read = {
  readonly category: NonNullable<SourceReport['category']>
  readonly coordinates: Coordinates | null
  readonly answers: Answers
}

function reportOf(
  fields: Fields,
  { client, now, newId }: Envelope,
  { category, coordinates, answers }: Read,
): SourceReport | readonly Fault[] {
  const answered = (code: Attribute['code']) =>
    answers.find(({ attribute }) => attribute.code === code)?.value ?? null
  const written = field(fields, 'address_string')
  const address = written ?? answered('place')
  if (address === null && coordinates === null) {
    const byId = field(fields, 'address_id') !== null
    return [faultOf(byId ? 'address-id' : 'no-location')]
  }
  const text = textOf(fields, category, answers)
  const place = placeOfReport({ address, coordinates, text })
  if ('outside' in place) return [faultOf('outside', 400, { place: place.outside })]
  const person = personOf(fields, client)
  const used = usedOf({ answers, place: written === null, person: person !== null })
  const own = attribute(fields, 'fixmystreet_id') ?? attribute(fields, 'external_id') ?? newId()
  return {
    kind: 'complaint',
    channel: 'open311',
    sourceNumber: `${client}:${own.slice(0, longestShort)}`,
    text,
    category,
    place,
    urgency: null,
    when: answered('when'),
    secrecy: answered('secrecy') === 'yes',
    note: noteOf(fields, client, used),
    person,
    receivedAt: now,
  }
}

/** The words, and what the answers add to them. Without words the service's name stands for them. */
function textOf(fields: Fields, category: string, answers: Answers): string {
  const source = answers.find(({ attribute }) => attribute.code === 'source')
  const name = source?.attribute.values.find(({ key }) => key === source.value)?.name
  const now = answers.some(({ attribute, value }) => attribute.code === 'now' && value === 'yes')
  return [
    field(fields, 'description') ?? serviceName(category) ?? category,
    ...(name === undefined ? [] : [fill(open311Texts.sourceLine, { source: name })]),
    ...(now ? [open311Texts.nowLine] : []),
  ].join('\n')
}

/** What staff may use and nobody else sees: never part of the words. */
function noteOf(fields: Fields, client: string, used: ReadonlySet<string>): string | null {
  const unused = unusedNote(fields, client, { used, discreet: false })
  const notes = [...mediaNotes(fields, client), ...(unused === null ? [] : [unused])]
  return notes.length === 0 ? null : notes.join('\n')
}

const alwaysRead = ['service_code', 'description', 'lat', 'long', 'address_string'] as const
const ownNumbers = ['fixmystreet_id', 'external_id'] as const

/** Fields a report is made of: an answer that says the place is not, beside an address; a name without a way to the person. */
function usedOf({
  answers,
  place,
  person,
}: {
  readonly answers: Answers
  readonly place: boolean
  readonly person: boolean
}): ReadonlySet<string> {
  const codes = answers.map(({ attribute: { code } }) => code)
  const attributes = [...codes.filter((code) => place || code !== 'place'), ...ownNumbers]
  return new Set([
    ...alwaysRead,
    ...(person ? ['first_name', 'last_name', 'phone'] : []),
    ...attributes.flatMap((code) => [`attribute[${code}]`, `attribute[${code}][]`]),
  ])
}

function personOf(fields: Fields, client: string): SourceReport['person'] {
  const written = field(fields, 'phone')
  const phone = written === null ? null : (phoneOf(written) ?? written)
  const names = [field(fields, 'last_name'), field(fields, 'first_name')]
  const name = names.filter((part) => part !== null).join('') || null
  const known = phone ?? field(fields, 'email') ?? field(fields, 'account_id')
  return known === null ? null : { sender: `${client}:${known}`, name, phone }
}

function readCoordinates(fields: Fields): Coordinates | null | readonly Fault[] {
  const given = { lat: field(fields, 'lat'), long: field(fields, 'long') }
  if (given.lat === null && given.long === null) return null
  const lat = degrees(given.lat, 90)
  const lon = degrees(given.long, 180)
  if (lat !== null && lon !== null) return { lat, lon }
  return [
    ...(lat === null ? [faultOf('bad-lat')] : []),
    ...(lon === null ? [faultOf('bad-long')] : []),
  ]
}

function degrees(text: string | null, most: number): number | null {
  const value = text === null ? NaN : Number(text)
  return Math.abs(value) <= most ? value : null
}

/** attribute[code] as forms write it, once or as a list. */
function attribute(fields: Fields, code: string): string | null {
  return field(fields, `attribute[${code}]`) ?? field(fields, `attribute[${code}][]`)
}

function readAnswers(fields: Fields, attributes: readonly Attribute[]): Answers | readonly Fault[] {
  const faults: Fault[] = []
  const answers: { attribute: Attribute; value: string }[] = []
  for (const one of attributes) {
    const value = attribute(fields, one.code)
    if (value === null) continue
    const listed = one.values.length === 0 || one.values.some(({ key }) => key === value)
    if (!listed) faults.push(faultOf('bad-attribute', 400, { code: one.code }))
    else if (value.length > longestShort) {
      const slots = { field: one.code, max: String(longestShort) }
      faults.push(faultOf('too-long', 400, slots))
    } else answers.push({ attribute: one, value })
  }
  return faults.length > 0 ? faults : answers
}

/** Fields that are longer than is read. */
export function lengthFaults(fields: Fields): Fault[] {
  const short = ['first_name', 'last_name', 'phone', 'email', 'account_id', 'update_id'] as const
  const limits = [...Object.entries(longest), ...short.map((name) => [name, longestShort] as const)]
  return limits
    .filter(([name, max]) => (field(fields, name)?.length ?? 0) > max)
    .map(([name, max]) => faultOf('too-long', 400, { field: name, max: String(max) }))
}

/** What is wrong with the addresses of pictures. */
export function mediaFaults(fields: Fields): Fault[] {
  const urls = (fields.get('media_url') ?? []).map((url) => url.trim())
  const wrong = urls.some((url) => url !== '' && !(/^https?:\/\//.test(url) && URL.canParse(url)))
  return wrong ? [faultOf('bad-media')] : []
}
