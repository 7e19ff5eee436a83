import { everyday } from './aliases.ts'
import { shapeRows, soundRows } from './alike.ts'
import { beginsName } from './edges.ts'
import { fold } from './names.ts'
import { realElsewhere } from './other-cities.ts'
import type { TownId } from '../types.ts'
import { towns } from './towns.ts'
import { villages } from './villages.ts'
import { words } from './words.ts'

/** Characters of a name that may hold a slip: shorter ones are too easily met by chance. */
const shortest = 3
/** What stands for the one character that differs. */
const gap = '*'

const others = new Set<string>(realElsewhere)

/** The township a place is known to be in, and where its name ends. */
type Within = { readonly town: TownId; readonly from: number }

type Name = { readonly name: string; readonly towns: ReadonlySet<TownId> }

/** Rows each character stands in, those of sounds first. */
const rowsOf = new Map<string, Set<number>>()
for (const [index, row] of [...soundRows, ...shapeRows].entries()) {
  for (const char of row) rowsOf.set(char, (rowsOf.get(char) ?? new Set()).add(index))
}

/** Names by themselves with a gap at each place: 金*罗. */
const byGap = new Map<string, Name[]>()
for (const name of namesToFind()) {
  for (const key of gapped(name.name)) byGap.set(key, [...(byGap.get(key) ?? []), name])
}
const longest = Math.max(...[...byGap.keys()].map(({ length }) => length))

/** What a name bears behind it, each told by its beginning. */
const suffixes = startsOf([
  ...Object.values(words.townSuffixes).flat(),
  ...words.communitySuffixes,
  ...words.villageSuffixes,
])

/** Those of the words that do not begin with another of them. */
function startsOf(all: readonly string[]): readonly string[] {
  return all.filter((one) => !all.some((other) => other !== one && one.startsWith(other)))
}

/**
 * A folded text with names put right that have one character taken for another which sounds or looks like it:
 * 金巨罗村 becomes 金叵罗村. Only a name of three characters and more, one slip in it, that no second name of ours
 * is as near to, with its 村, 镇, 社区 behind it or as all that is said. `within`: names of that township alone, that
 * may also stand bare right behind `from`. The text keeps its length.
 */
export function correctOneSlip(folded: string, within: Within | null = null): string {
  const text = endsOfNames(folded).reduce((read, end) => correctAt(read, end, within), folded)
  return within === null || text !== folded ? text : correctBare(folded, within)
}

/** The text with the name put right that ends at an offset. */
function correctAt(text: string, end: number, within: Within | null): string {
  for (let start = end - shortest; start >= Math.max(0, end - longest); start -= 1) {
    const name = nameMeant(text.slice(start, end), within?.town ?? null)
    const isName = name !== null && (start === within?.from || isApart(text, start))
    if (isName) return text.slice(0, start) + name + text.slice(end)
  }
  return text
}

/** Where a name may end: before its suffix, or at the end of a text that is little more than a name. */
function endsOfNames(folded: string): number[] {
  const ends = folded.length <= longest ? [folded.length] : []
  for (const suffix of suffixes) {
    for (let at = folded.indexOf(suffix); at !== -1; at = folded.indexOf(suffix, at + 1)) {
      if (at >= shortest) ends.push(at)
    }
  }
  return ends
}

/** Whether a name may begin there and is not the end of a longer one. */
function isApart(text: string, start: number): boolean {
  return beginsName(text, start) || words.areaEnds.includes(text.charAt(start - 1))
}

/** The name right behind a township's: 溪翁庄镇金巨罗东边. */
function correctBare(folded: string, { town, from }: Within): string {
  for (let length = Math.min(longest, folded.length - from); length >= shortest; length -= 1) {
    const name = nameMeant(folded.slice(from, from + length), town)
    if (name !== null) return folded.slice(0, from) + name + folded.slice(from + length)
  }
  return folded
}

/** The one name of ours that these words are but for one character; null when none or several are. */
function nameMeant(said: string, town: TownId | null): string | null {
  if (town === null && others.has(said)) return null
  const near = new Set<string>()
  for (const [at, key] of gapped(said).entries()) {
    for (const { name, towns: own } of byGap.get(key) ?? []) {
      if (town !== null && !own.has(town)) continue
      if (name === said) return null
      if (isAlike(name.charAt(at), said.charAt(at))) near.add(name)
    }
  }
  const [only] = near
  return near.size === 1 ? (only ?? null) : null
}

function isAlike(one: string, other: string): boolean {
  const rows = rowsOf.get(one)
  return [...(rowsOf.get(other) ?? [])].some((row) => rows?.has(row) === true)
}

function gapped(name: string): string[] {
  return Array.from(name, (_, at) => name.slice(0, at) + gap + name.slice(at + 1))
}

function namesToFind(): readonly Name[] {
  const plainWords = new Set<string>([...everyday.strong, ...everyday.weak])
  const found = new Map<string, Set<TownId>>()
  const learn = (name: string, town: TownId) => {
    const fits = name.length >= shortest && !plainWords.has(name) && /^[\u4e00-\u9fa5]+$/.test(name)
    if (fits) found.set(fold(name), (found.get(fold(name)) ?? new Set()).add(town))
  }
  for (const { id, kind, aliases } of towns) {
    if (kind !== 'park') for (const alias of aliases) learn(alias, id)
  }
  for (const { name, town } of villages) learn(name, town)
  return [...found].map(([name, own]) => ({ name, towns: own }))
}
