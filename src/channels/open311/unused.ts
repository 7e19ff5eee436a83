import { fill } from '#app/tools/fill.ts'
import type { Fields } from './read-report.ts'
import { open311Texts } from './texts.ts'

/** Fields that lead to a person: in words others read only that they came is said. */
const personal: ReadonlySet<string> = new Set([
  'first_name',
  'last_name',
  'email',
  'phone',
  'account_id',
  'device_id',
])

/** What says who asks and for which office: never anything to keep. */
const envelope: ReadonlySet<string> = new Set(['api_key', 'jurisdiction_id'])

/**
 * What a client sent and nothing of ours reads, for a note: further values of a field read, fields unknown, files.
 * `used`: fields whose first value is read. `discreet`: without the values of personal fields. null when all was used.
 */
export function unusedNote(
  fields: Fields,
  client: string,
  { used, discreet }: { readonly used: ReadonlySet<string>; readonly discreet: boolean },
): string | null {
  const left = [...fields].flatMap(([name, values]) => {
    if (envelope.has(name) || name === 'media_url') return []
    const unread = (used.has(name) ? values.slice(1) : values).filter((one) => one.trim() !== '')
    if (unread.length === 0) return []
    const hidden = discreet && personal.has(name)
    return [hidden ? name : `${name}：${unread.join('、')}`]
  })
  return left.length === 0
    ? null
    : fill(open311Texts.unusedNote, { client, fields: left.join('；') })
}

/** Addresses of pictures, each as a line for staff; none is fetched. */
export function mediaNotes(fields: Fields, client: string): readonly string[] {
  return (fields.get('media_url') ?? [])
    .map((url) => url.trim())
    .filter((url) => url !== '')
    .map((url) => fill(open311Texts.mediaNote, { client, url }))
}
