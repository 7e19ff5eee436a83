import type { TownData, TownId } from '../types.ts'
import {
  districtNames,
  districtWide,
  everyday,
  groupNames,
  landmarks,
  noPlaces,
} from './aliases.ts'
import { otherCities, sameNamed } from './other-cities.ts'
import { outsidePlaces } from './outside.ts'
import type { OutsideData } from './outside.ts'
import { traditionalPairs } from './script.ts'
import { towns } from './towns.ts'
import { villages } from './villages.ts'
import { words } from './words.ts'

export type VillageOption = {
  readonly town: TownId
  readonly village: string | null
  readonly kind: 'community' | 'village' | 'landmark'
}

/** All a name may mean. `none`: a word that only looks like a place. */
export type NameEntry = {
  town: TownId | null
  /** Of the township. */
  kind: TownData['kind'] | null
  villages: VillageOption[]
  outside: string | null
  /** A city's name without 市: weaker than the full one. */
  bare: boolean
  /** A place elsewhere that it means right before a name of ours: 朝阳十里堡. */
  leads: string | null
  role: 'place' | 'district' | 'water' | 'none'
  strength: 'plain' | 'weak' | 'strong'
}

/** `led`: the place elsewhere that it means by what follows; null nearly always. */
export type NameHit = {
  readonly entry: NameEntry
  readonly start: number
  readonly end: number
  readonly led: string | null
}

type Node = { readonly next: Map<number, Node>; entry: NameEntry | null }

const root: Node = { next: new Map(), entry: null }
/** Characters: a shorter bare name is met by chance. */
const shortestLead = 2
const strong = new Set<string>(everyday.strong)
const weak = new Set<string>(everyday.weak)

/** Character by character, so that offsets stay: traditional → simplified, full width → half, capitals → small. A table by UTF-16 unit: every text passes here. */
const folds = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
for (let at = 0; at + 1 < traditionalPairs.length; at += 2) {
  folds[traditionalPairs.charCodeAt(at)] = traditionalPairs.charCodeAt(at + 1)
}
for (let code = 33; code <= 126; code++) {
  const small = String.fromCharCode(code).toLowerCase().charCodeAt(0)
  folds[code] = small
  folds[code + 0xfee0] = small
}

/** The text as names are compared, of the same length. */
export function fold(text: string): string {
  let folded = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const plain = folds[code] ?? code
    if (plain === code) continue
    folded += text.slice(kept, at) + String.fromCharCode(plain)
    kept = at + 1
  }
  return kept === 0 ? text : folded + text.slice(kept)
}

function entryOf(name: string): NameEntry {
  let node = root
  for (const char of fold(name)) {
    const code = char.charCodeAt(0)
    let next = node.next.get(code)
    if (next === undefined) {
      next = { next: new Map(), entry: null }
      node.next.set(code, next)
    }
    node = next
  }
  node.entry ??= {
    town: null,
    kind: null,
    villages: [],
    outside: null,
    bare: false,
    leads: null,
    role: 'place',
    strength: strong.has(name) ? 'strong' : weak.has(name) ? 'weak' : 'plain',
  }
  return node.entry
}

function learnTowns(): void {
  for (const { id, label, kind, aliases } of towns) {
    for (const name of [label, ...aliases]) Object.assign(entryOf(name), { town: id, kind })
  }
}

/** A community that bears its township's full name is meant only with a suffix of its own. */
function learnVillages(): void {
  const townNames = new Set<string>(towns.map((town) => town.label))
  for (const { town, name, kind } of villages) {
    const key = townNames.has(name) ? name + words.community : name
    entryOf(key).villages.push({ town, village: name, kind })
  }
  for (const { name, villages: members } of groupNames) {
    const meant = new Set<string>(members)
    for (const one of villages.filter((village) => meant.has(village.name))) {
      entryOf(name).villages.push({ town: one.town, village: one.name, kind: one.kind })
    }
  }
  for (const { name, town, village } of landmarks) {
    entryOf(name).villages.push({ town, village, kind: 'landmark' })
  }
}

function learnOthers(): void {
  for (const name of districtNames) entryOf(name).role = 'district'
  for (const name of districtWide) entryOf(name).role = 'water'
  for (const name of noPlaces) entryOf(name).role = 'none'
  for (const { name, aliases, within = [] } of outsidePlaces as readonly OutsideData[]) {
    for (const one of [name, ...within]) entryOf(one).outside = name
    for (const alias of aliases) {
      const entry = entryOf(alias)
      entry.outside = name
      entry.bare = !isLatin(alias.charCodeAt(0))
      entry.leads = name
    }
    learnLead(name)
  }
  for (const name of otherCities) {
    entryOf(name).outside = name
    learnLead(name)
  }
  for (const name of sameNamed) entryOf(name).outside = name
}

/** 朝阳区 without 区: nothing by itself, but before the name of another township of ours. */
function learnLead(name: string): void {
  const bare = name.replace(/(?:地区|[市区县省])$/, '')
  if (bare.length >= shortestLead) entryOf(bare).leads ??= name
}

learnTowns()
learnVillages()
learnOthers()

export function isOurs({ town, villages: options }: NameEntry): boolean {
  return town !== null || options.length > 0
}

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Names in a folded text: from the left, the longest each, none overlapping. */
export function scanNames(folded: string): readonly NameHit[] {
  const hits: NameHit[] = []
  let at = 0
  while (at < folded.length) {
    const found = longestAt(folded, at)
    const hit = found === null || found.entry.leads === null ? found : ledBy(folded, found)
    if (hit !== null) hits.push(hit)
    at = hit === null ? at + 1 : hit.end
  }
  return hits
}

/** With the place elsewhere that a bare name means before another of ours; null when it then means nothing. */
function ledBy(folded: string, hit: NameHit): NameHit | null {
  const { entry, end } = hit
  const from = folded.charAt(end) === words.of ? end + 1 : end
  const next = longestAt(folded, from)?.entry
  const led = next !== undefined && isOurs(next) && !shareTown(entry, next) ? entry.leads : null
  const means = led !== null || isOurs(entry) || entry.outside !== null || entry.role !== 'place'
  return means ? { ...hit, led } : null
}

function shareTown(one: NameEntry, other: NameEntry): boolean {
  const towns = new Set([other.town, ...other.villages.map(({ town }) => town)])
  return [one.town, ...one.villages.map(({ town }) => town)].some(
    (town) => town !== null && towns.has(town),
  )
}

function longestAt(folded: string, start: number): NameHit | null {
  let node = root.next.get(folded.charCodeAt(start))
  let hit: NameHit | null = null
  for (let end = start + 1; node !== undefined; end++) {
    if (node.entry !== null) hit = { entry: node.entry, start, end, led: null }
    node = node.next.get(folded.charCodeAt(end))
  }
  if (hit === null || !isLatin(folded.charCodeAt(start))) return hit
  const inWord = isLatin(folded.charCodeAt(start - 1)) || isLatin(folded.charCodeAt(hit.end))
  return inWord ? null : hit
}
