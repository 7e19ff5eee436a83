import { endsWithOne, isTitle, strip } from './edges.ts'
import type { NameHit } from './names.ts'
import { words } from './words.ts'

/** Characters that tell whether a name stands first. */
const reach = 4

/** That it is not in the district, just before where it is instead. */
const notOurs = new RegExp(words.notOurs)
const notOursReach = 12

/** What stands before a name: the last place accepted. */
type Before = { readonly end: number; readonly role: 'district' | 'inside' | 'outside' }

/** Whether the name of a place outside the district is meant as one; in full always, but in a title or denied. */
export function isOutside(text: string, hit: NameHit, previous: Before | null): boolean {
  if (endsWithOne(text, hit.start, words.denied) || isTitle(text, hit.start)) return false
  const next = text.charAt(hit.end)
  if (next !== '' && words.notDistrict.includes(next)) return false
  return !hit.entry.bare || isBarePlace(text, hit, previous)
}

/** A city's bare name counts after 在 or 住, first in the text or before 那边, and not before food, plates and people. */
function isBarePlace(text: string, hit: NameHit, previous: Before | null): boolean {
  const { start, end } = hit
  if (words.notOutside.some((one) => text.startsWith(one, end)) || isNative(text, hit)) return false
  const opens = strip(text.slice(Math.max(0, start - reach), start)) === ''
  if (opens || endsWithOne(text, start, words.beforeOutside)) return true
  if (notOurs.test(text.slice(Math.max(0, start - notOursReach), start))) return true
  if (words.areaTails.some((one) => text.startsWith(one, end))) return true
  return previous?.role === 'outside' && previous.end === start
}

/** Whether a speaker's home province is named: 我是四川的. */
function isNative(text: string, { entry, start }: NameHit): boolean {
  const province = words.provinces.some((one) => entry.outside?.endsWith(one))
  return province && endsWithOne(text, start, words.native)
}
