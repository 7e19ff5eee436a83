import type { TownId } from '../types.ts'
import { isOurs } from './names.ts'
import type { NameEntry, NameHit, VillageOption } from './names.ts'
import {
  beginsName,
  endsClause,
  endsWithOne,
  goesOn,
  isAnnounced,
  isHome,
  isUnderAnother,
  opensClause,
  strip,
} from './edges.ts'
import { isOutside } from './elsewhere.ts'
import { words } from './words.ts'

/** A name accepted as a place of the district. Offsets: start, end of the name, end with its suffix. */
export type Mention = {
  readonly start: number
  readonly nameEnd: number
  readonly end: number
  /** The township named, or null when a village was. */
  readonly town: TownId | null
  readonly options: readonly VillageOption[]
  /** Where the speaker lives: weaker than where it happens. */
  readonly home: boolean
  /** A name of its own, or under its township: everyday words alone give way to a place elsewhere. */
  readonly firm: boolean
}

export type OutsideMention = { readonly start: number; readonly end: number; readonly name: string }

export type Mentions = {
  readonly inside: readonly Mention[]
  readonly outside: readonly OutsideMention[]
  readonly waters: readonly NameHit[]
  /** The district itself is named: 密云的房子. */
  readonly district: boolean
}

type SuffixKind = 'town' | 'community' | 'village' | null
type Suffix = { readonly kind: SuffixKind; readonly end: number }
type Previous = {
  readonly end: number
  readonly town: TownId | null
  readonly role: 'district' | 'inside' | 'outside'
}
type Reading = {
  readonly text: string
  readonly hit: NameHit
  readonly suffix: Suffix
  readonly previous: Previous | null
  readonly next: NameHit | undefined
  readonly townsNamed: ReadonlySet<TownId>
}

const bank = new RegExp(words.bank, 'y')
const longerVillage = new RegExp(words.longerVillage, 'y')

/** Which of the names found in a folded text are meant as places, by the words around them. */
export function readMentions(text: string, hits: readonly NameHit[]): Mentions {
  const inside: Mention[] = []
  const outside: OutsideMention[] = []
  const townsNamed = new Set(hits.flatMap(({ entry }) => (entry.town === null ? [] : [entry.town])))
  let previous: Previous | null = null
  for (const [index, hit] of hits.entries()) {
    const { entry, start, end } = hit
    if (entry.role === 'district') previous = { end, town: null, role: 'district' }
    if (entry.role !== 'place') continue
    const reading = {
      text,
      hit,
      suffix: suffixOf(text, hit),
      previous,
      next: hits[index + 1],
      townsNamed,
    }
    const mention = hit.led === null ? insideMention(reading) : null
    if (hit.led !== null) {
      outside.push({ start, end, name: hit.led })
      previous = { end, town: null, role: 'outside' }
    } else if (mention !== null) {
      inside.push(mention)
      previous = { end: mention.end, town: mention.town, role: 'inside' }
    } else if (entry.outside !== null && isOutside(text, hit, previous)) {
      outside.push({ start, end, name: entry.outside })
      previous = { end, town: null, role: 'outside' }
    }
  }
  return {
    inside,
    outside,
    waters: hits.filter(({ entry }) => entry.role === 'water'),
    district: hits.some(
      ({ entry, start }) => entry.role === 'district' && !endsWithOne(text, start, words.denied),
    ),
  }
}

function suffixOf(text: string, { entry, end }: NameHit): Suffix {
  const of = (list: readonly string[]) => list.find((one) => text.startsWith(one, end))
  const town = entry.kind === null ? undefined : of(words.townSuffixes[entry.kind])
  if (town !== undefined) return { kind: 'town', end: end + town.length }
  const community = of(words.communitySuffixes)
  if (community !== undefined) return { kind: 'community', end: end + community.length }
  const village = of(words.villageSuffixes)
  if (village === undefined) return { kind: null, end }
  const after = text.charAt(end + village.length)
  if (after !== '' && words.notAfterVillage.includes(after)) return { kind: null, end }
  return { kind: 'village', end: end + village.length }
}

function insideMention(reading: Reading): Mention | null {
  const { text, hit, suffix } = reading
  const { entry, start, end } = hit
  const denied = endsWithOne(text, start, words.denied)
  if (!isOurs(entry) || denied || isAnother(reading) || !isMeant(reading)) return null
  const isJoined = joined(reading)
  const ownTown = isJoined ? (reading.previous?.town ?? null) : null
  const options = optionsOf(entry, suffix.kind, ownTown)
  const town = options.length === 0 ? entry.town : null
  if (options.length === 0 && town === null) return null
  const home = isHome(text, start)
  const firm = entry.strength === 'plain' || isJoined
  return { start, nameEnd: end, end: suffix.end, town, options, home, firm }
}

/** Whether the words around make it a place of another name or another district: 果园镇, 某某区明珠小区, 大岭山. */
function isAnother({ text, hit, suffix, previous, next }: Reading): boolean {
  const near = previous !== null && hit.start - previous.end <= 2
  if (!near && isUnderAnother(text, hit.start)) return true
  const ends = suffix.kind !== null || next?.start === hit.end
  return !ends && isLonger(text, hit)
}

/** Whether a name of everyday words goes on to be a longer one that is not ours. */
function isLonger(text: string, { entry, start, end }: NameHit): boolean {
  if (entry.strength === 'plain') return false
  const others = entry.kind === null ? [] : words.otherTownSuffixes[entry.kind]
  if (others.some((one) => text.startsWith(one, end))) return true
  return entry.strength === 'weak' && end - start === 2 && goesOn(text, end)
}

/** The villages a name may mean. A township's own name means a village of it only behind the township's, or with a suffix. */
function optionsOf(
  entry: NameEntry,
  suffix: SuffixKind,
  joinedTown: TownId | null,
): VillageOption[] {
  const ofTown = entry.villages.filter((option) => option.town === joinedTown)
  const options = ofTown.length > 0 ? ofTown : entry.villages
  if (suffix === 'town') return []
  if (entry.town !== null && suffix === null && joinedTown !== entry.town) return []
  const ofKind = options.filter((option) => option.kind === suffix)
  if (ofKind.length > 0) return ofKind
  return suffix !== null && entry.town !== null ? [] : options
}

/** Plain names always count; everyday words need a suffix, a neighbour or a preposition (see everyday). */
function isMeant(reading: Reading): boolean {
  const { text, hit, previous } = reading
  const { strength } = hit.entry
  if (joined(reading)) return previous?.role !== 'outside'
  if (isTail(reading) || isHead(reading) || isRiver(reading)) return false
  if (strength === 'plain' || isSupported(reading)) return true
  if (strength === 'strong') return false
  if (hit.entry.villages.some((option) => reading.townsNamed.has(option.town))) return true
  return opensClause(text, hit.start) || endsWithOne(text, hit.start, words.before)
}

/** Support that lifts even an everyday word. */
function isSupported(reading: Reading): boolean {
  const { text, hit, suffix } = reading
  const named = hasOwnSuffix(reading) && beginsName(text, hit.start)
  if (named || (isAnnounced(text, hit.start) && endsClause(text, suffix.end))) return true
  return isWhole(reading) || leadsToOwnVillage(reading) || isArea(reading)
}

/** Whether a village of this township follows at once: 果园 康居. */
function leadsToOwnVillage({ text, hit, suffix, next }: Reading): boolean {
  const { town } = hit.entry
  if (town === null || next === undefined) return false
  const near = isJoint(text, suffix.end, next.start)
  return near && next.entry.villages.some((option) => option.town === town)
}

/** Whether somebody lives there, or is on the stretch of land: 家住果园, 在阳光那边. */
function isArea({ text, hit, suffix }: Reading): boolean {
  if (isHome(text, hit.start)) return true
  const isHere = words.areaTails.some((one) => text.startsWith(one, suffix.end))
  return isHere && (hit.start === 0 || endsWithOne(text, hit.start, words.before))
}

/** Whether the suffix is one the place really bears: 果园小区 and 朝阳村, not 朝阳小区 or 果园村. */
function hasOwnSuffix({ hit, suffix }: Reading): boolean {
  const { entry } = hit
  if (suffix.kind === null) return false
  if (entry.villages.some((option) => option.kind === suffix.kind)) return true
  return entry.town !== null && !(suffix.kind === 'village' && entry.kind === 'street')
}

/** Whether a name of everyday words is that of a river, told of its bank: 汤河边上. */
function isRiver({ text, hit }: Reading): boolean {
  if (hit.entry.strength === 'plain' || text.charAt(hit.end - 1) !== '河') return false
  bank.lastIndex = hit.end
  return bank.test(text)
}

/** Whether it is the end of a longer name that is not ours: 小辛庄, 北李各庄村. */
function isTail({ text, hit, suffix }: Reading): boolean {
  const before = text.charAt(hit.start - 1)
  if (before === '' || !words.otherNames.includes(before)) return false
  if (hit.end - hit.start === 2 && hit.entry.town === null) return true
  const isSide = words.heading.includes(text.charAt(hit.start - 2))
  return suffix.kind === 'village' && (hit.start === 1 || !isSide)
}

/** Whether a short name of a village is the beginning of a longer one that is not ours: 辛庄子村. */
function isHead({ text, hit }: Reading): boolean {
  if (hit.end - hit.start > 2 || hit.entry.town !== null) return false
  longerVillage.lastIndex = hit.end
  return longerVillage.test(text)
}

/** Whether a place stands right before: 溪翁庄镇 走马庄, 密云果园. Everyday words need their own township or the district there. */
function joined({ text, hit, previous }: Reading): boolean {
  if (previous === null || !isJoint(text, previous.end, hit.start)) return false
  if (previous.role !== 'inside') return true
  return (
    hit.entry.town === previous.town ||
    hit.entry.villages.some(({ town }) => town === previous.town)
  )
}

/** Whether nothing but a separator or two stands between. */
function isJoint(text: string, from: number, to: number): boolean {
  if (to < from || to - from > 2) return false
  return [...text.slice(from, to)].every((char) => words.joints.includes(char))
}

/** Whether the name is all that was said, but for a preposition and a particle. */
function isWhole(reading: Reading): boolean {
  const { text, hit, suffix } = reading
  if (suffix.kind !== null && !hasOwnSuffix(reading)) return false
  if (text.length > suffix.end - hit.start + 6) return false
  const before = strip(text.slice(0, hit.start))
  const after = strip(text.slice(suffix.end))
  const opens = before === '' || words.before.some((one) => one === before)
  return opens && (after === '' || words.answerTails.some((one) => one === after))
}
