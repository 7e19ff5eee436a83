import { categories } from './categories/index.ts'
import { deniedSpans, isDenied } from './denial.ts'
import { makeMatcher } from './match.ts'
import { requiredWords } from './required.ts'
import type { Category, Evidence, Pattern, Span, Term } from './types.ts'

/** What the rules of one category found in a text. */
export type RuleScore = {
  /** Words and patterns that name the nuisance, in weights. */
  readonly strong: number
  readonly source: number
  readonly effect: number
  /** Words that speak against it: zero or less. */
  readonly against: number
}

/** The score of a category whose rules found nothing: this very object, so that it can be told by identity. */
export const nothingFound: RuleScore = { strong: 0, source: 0, effect: 0, against: 0 }

type RuleFinding = Evidence & { readonly category: number }

export type RuleFindings = {
  /** By the order of `categories`. */
  readonly scores: readonly RuleScore[]
  /** The same for what stands in the title. */
  readonly ofTitle: readonly RuleScore[]
  /** What counted for some category, in the order of the text. */
  readonly found: readonly RuleFinding[]
  /** Categories whose naming words the text denies. */
  readonly denied: readonly number[]
  /** The words that were denied. */
  readonly deniedWords: readonly string[]
}

type Kind = 'term' | 'source' | 'effect' | 'exclusion'
type Role = {
  readonly category: number
  readonly kind: Kind
  readonly weight: number
  readonly rule: string
}
type CompiledPattern = {
  readonly rule: string
  readonly re: RegExp
  readonly category: number
  readonly weight: number
  /** How many lists of required words there are; the bits of those found make it worth trying. */
  readonly needs: number
}
/** A word that a pattern requires: of which of its lists. */
type Need = { readonly pattern: number; readonly bit: number }

const defaults: Readonly<Record<Kind, number>> = { term: 3, source: 1, effect: 1, exclusion: -3 }
const mostNeeds = 30

const words: string[] = []
const placeOf = new Map<string, number>()
const roles: Role[][] = []
const needs: Need[][] = []

function placeFor(word: string): number {
  const known = placeOf.get(word)
  if (known !== undefined) return known
  const place = words.push(word) - 1
  placeOf.set(word, place)
  roles.push([])
  needs.push([])
  return place
}

function addWords(terms: readonly Term[], category: number, kind: Kind): void {
  for (const term of terms) {
    const [word, weight] = typeof term === 'string' ? [term, defaults[kind]] : term
    const plain = word.toLowerCase()
    const rule = `${categories[category]?.id ?? ''}/${kind}:${plain}`
    roles[placeFor(plain)]?.push({ category, kind, weight, rule })
  }
}

function compile({ id, re, weight }: Pattern, category: number, place: number): CompiledPattern {
  const lists = requiredWords(re).slice(0, mostNeeds)
  lists.forEach((anyOf, list) => {
    for (const word of anyOf) needs[placeFor(word)]?.push({ pattern: place, bit: 1 << list })
  })
  const rule = `${categories[category]?.id ?? ''}/${id}`
  return { rule, re: new RegExp(re), category, weight, needs: 2 ** lists.length - 1 }
}

const patterns: CompiledPattern[] = []
categories.forEach((category: Category, index) => {
  addWords(category.terms, index, 'term')
  addWords(category.sources, index, 'source')
  addWords(category.effects, index, 'effect')
  addWords(category.exclusions, index, 'exclusion')
  for (const pattern of category.patterns) patterns.push(compile(pattern, index, patterns.length))
})
const matchWords = makeMatcher(words)

type Tally = { strong: number; source: number; effect: number; against: number }

type Search = {
  readonly text: string
  readonly titleEnd: number
  readonly denials: readonly Span[]
  readonly all: RuleScore[]
  readonly title: RuleScore[]
  readonly found: RuleFinding[]
  readonly denied: Set<number>
  readonly deniedWords: string[]
  readonly seen: Set<number>
}

/**
 * Applies every category's words and patterns to a normalised text. A word counts once however often it
 * stands; what is denied (不是噪音) counts against its category. `titleEnd`: where the title ends; what
 * stands in it is also counted apart.
 */
export function applyRules(text: string, titleEnd: number): RuleFindings {
  const search: Search = {
    text,
    titleEnd,
    denials: deniedSpans(text),
    all: categories.map(() => nothingFound),
    title: categories.map(() => nothingFound),
    found: [],
    denied: new Set(),
    deniedWords: [],
    seen: new Set(),
  }
  tryPatterns(search, countWords(search))
  search.found.sort((a, b) => a.span[0] - b.span[0])
  const { all, title, found, denied, deniedWords } = search
  return { scores: all, ofTitle: title, found, denied: [...denied], deniedWords }
}

/** Required words found in the text at hand, as bits by pattern; zero again after every use. */
const bits = new Int32Array(patterns.length)
const wanted = Int32Array.from(patterns, ({ needs }) => needs)
/** Patterns that require no word are always tried. */
const always = patterns.flatMap(({ needs }, index) => (needs === 0 ? [index] : []))

/** Counts the words; gives the patterns worth trying, in their order. */
function countWords(search: Search): number[] {
  const tried = [...always]
  const touched: number[] = []
  matchWords(search.text, (index, from, to) => {
    const needed = needs[index]!
    for (let i = 0; i < needed.length; i += 1) {
      const { pattern, bit } = needed[i]!
      const before = bits[pattern]!
      if ((before & bit) !== 0) continue
      if (before === 0) touched.push(pattern)
      bits[pattern] = before | bit
      if (bits[pattern] === wanted[pattern]) tried.push(pattern)
    }
    const played = roles[index]!
    if (played.length > 0) countWord(search, played, index, [from, to])
  })
  for (const pattern of touched) bits[pattern] = 0
  return tried.sort((a, b) => a - b)
}

function countWord(search: Search, played: readonly Role[], index: number, span: Span): void {
  if (isDenied(search.denials, ...span)) {
    deny(search, played, words[index]!)
    return
  }
  if (search.seen.has(index)) return
  search.seen.add(index)
  const inTitle = span[1] <= search.titleEnd
  for (const { category, kind, weight, rule } of played) {
    add(tallyOf(search.all, category), kind, weight)
    if (inTitle) add(tallyOf(search.title, category), kind, weight)
    if (kind !== 'exclusion') search.found.push({ category, rule, span })
  }
}

function deny(search: Search, played: readonly Role[], word: string): void {
  for (const { category, kind, weight } of played) {
    if (kind !== 'term') continue
    tallyOf(search.all, category).against -= weight
    search.denied.add(category)
    search.deniedWords.push(word)
  }
}

/** A category's own tally, begun when it is first needed: most categories find nothing. */
function tallyOf(tallies: RuleScore[], category: number): Tally {
  const known = tallies[category]!
  if (known !== nothingFound) return known
  const begun = { ...nothingFound }
  tallies[category] = begun
  return begun
}

function add(tally: Tally, kind: Kind, weight: number): void {
  if (kind === 'term') tally.strong += weight
  else if (kind === 'source') tally.source += weight
  else if (kind === 'effect') tally.effect += weight
  else tally.against += weight
}

function tryPatterns(search: Search, tried: readonly number[]): void {
  for (const index of tried) {
    const { re, rule, category, weight } = patterns[index]!
    const match = re.exec(search.text)
    if (match === null) continue
    const span: Span = [match.index, match.index + match[0].length]
    if (isDenied(search.denials, ...span)) continue
    tallyOf(search.all, category).strong += weight
    if (span[1] <= search.titleEnd) tallyOf(search.title, category).strong += weight
    search.found.push({ category, rule, span })
  }
}
