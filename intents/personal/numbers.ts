import {
  blanks,
  extensionNames,
  fileNumberNames,
  measures,
  numberGroupings,
  numberSeparators,
  phoneNames,
} from '../lexicon/personal.ts'
import type { Span } from '../types.ts'
import { boundaries, digit, escaped, figuresOf, runsIn } from './digits.ts'
import type { Run } from './digits.ts'

export type NumberKind = 'mobile' | 'landline' | 'id-card' | 'card'
/** `value`: its digits in plain figures; a landline's extension is not in it. */
export type FoundNumber = {
  readonly kind: NumberKind
  readonly span: Span
  readonly value: string
}

const separators = new Set([
  ...numberSeparators,
  ...blanks.map((code) => String.fromCodePoint(code)),
])
/** More signs than these between two digits, and they belong to two numbers. */
const gapAtMost = 3
const fewestDigits = 7
/** Seven digits or more with few signs between them. Linear: no sign is both. */
const runs = new RegExp(
  `${digit}(?:[${escaped(separators)}]{0,${String(gapAtMost)}}${digit}){${String(fewestDigits - 1)},}`,
  'gu',
)

const dates = [
  /^(?:19|20)\d\d(?:0?[1-9]|1[0-2])(?:0?[1-9]|[12]\d|3[01])$/,
  /^(?:0?[1-9]|1[0-2])(?:0?[1-9]|[12]\d|3[01])$/,
]

/** Takes dates out of a run: 2026-11-20, 20261120, 11.20; what is left between them are runs of their own. */
function withoutDates(run: Run): readonly Run[] {
  const edges = boundaries(run)
  const rest: Run[] = []
  let from = 0
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const length = dateAt(run, edges, i)
    if (length === 0) continue
    rest.push(run.slice(from, edges[i]))
    from = edges[i + length] ?? run.length
    i += length - 1
  }
  return [...rest, run.slice(from)].filter((one) => one.length >= fewestDigits)
}

/** How many groups from the `i`th on are a date: one (20261120) or three (2026-11-20); 0: they are none. */
function dateAt(run: Run, edges: readonly number[], i: number): 0 | 1 | 3 {
  const group = (k: number) => figuresOf(run.slice(edges[i + k] ?? 0, edges[i + k + 1] ?? 0))
  const [first, second, third] = [group(0), group(1), group(2)]
  if (first.length === 8 && dates[0]?.test(first) === true) return 1
  const isYear = /^(?:19|20)\d\d$/.test(first)
  return isYear && second.length <= 2 && dates[1]?.test(pad(second) + pad(third)) === true ? 3 : 0
}

const pad = (figures: string): string => figures.padStart(2, '0')

const mobile = /^(?:(?:00)?86)?0?(1[3-9]\d{9})$/
const landline = /^(?:(?:00)?86)?(0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7})$/
const local = /^[2-8]\d{7}$/
const shortLocal = /^[2-8]\d{6}$/
const idCard = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/
const oldIdCard = /^[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/

/** Telephone, identity and card numbers in any spelling, in order. Linear. */
export function numbersIn(text: string): readonly FoundNumber[] {
  const found = closeNumbers(text)
  const apart = groupedNumbers(text).filter(
    ({ span: [from, to] }) => !found.some(({ span }) => span[0] < to && from < span[1]),
  )
  return [...found, ...apart].sort((a, b) => a.span[0] - b.span[0])
}

/** Those whose digits stand close together. */
function closeNumbers(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = []
  for (const whole of runsIn(text, runs)) {
    // Before dates are taken out of it: an identity number has one inside.
    const known = phoneIn(text, whole) ?? idCardIn(text, whole)
    if (known !== null) {
      found.push(known)
      continue
    }
    for (const run of withoutDates(whole)) {
      if (!isFileNumber(text, run)) found.push(...classified(text, run))
    }
  }
  return found
}

/** Groups of digits with a sign or two between them, whatever it is. Linear: it begins where digits begin. */
const spread = new RegExp(`(?<!${digit})${digit}+(?:[^\\p{L}\\p{N}]{1,2}${digit}+)+`, 'gu')
const groupings = numberGroupings.map((sizes) => sizes.split('-').map(Number))

/** Those told group by group, as people group such numbers; amounts and measures are none. */
function groupedNumbers(text: string): readonly FoundNumber[] {
  return runsIn(text, spread).flatMap((run) => {
    const edges = boundaries(run)
    return edges.flatMap((from, i) => {
      const sizes = edges.slice(i + 1, i + 6).map((edge, k) => edge - (edges[i + k] ?? 0))
      const grouping = groupings.find((one) => one.every((size, k) => size === sizes[k]))
      if (grouping === undefined) return []
      const part = run.slice(from, edges[i + grouping.length])
      const number = phoneIn(text, part) ?? idCardIn(text, part) ?? cardOf(text, part)
      return number === null || isMeasured(text, number.span[1]) ? [] : [number]
    })
  })
}

/** Telephone numbers one after the other, else what the run is as a whole, else what its groups make. */
function classified(text: string, run: Run): readonly FoundNumber[] {
  const phones = inGroups(text, run, phoneIn)
  if (phones.length > 1) return phones
  const whole = wholeNumber(text, run)
  return whole === null ? inGroups(text, run, partNumber) : [whole]
}

type Reader = (text: string, run: Run) => FoundNumber | null

function inGroups(text: string, run: Run, read: Reader): readonly FoundNumber[] {
  const edges = boundaries(run)
  const found: FoundNumber[] = []
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const piece = numberAt(text, { run, edges, i }, read)
    if (piece === null) continue
    found.push(piece.number)
    i = piece.next - 1
  }
  return found
}

/** Longest first: what a group and those after it make together. */
function numberAt(
  text: string,
  { run, edges, i }: { readonly run: Run; readonly edges: readonly number[]; readonly i: number },
  read: Reader,
) {
  for (let j = Math.min(edges.length - 1, i + 12); j > i; j -= 1) {
    const part = run.slice(edges[i], edges[j])
    const number = read(text, part)
    if (number !== null) return { number, next: j }
  }
  return null
}

/** What a run as a whole is; null when it is no number of a person's. */
function wholeNumber(text: string, run: Run): FoundNumber | null {
  return phoneIn(text, run) ?? idCardIn(text, run) ?? cardOf(text, run) ?? localOf(text, run)
}

/** Of a longer run a local number is one group of its own. */
function partNumber(text: string, run: Run): FoundNumber | null {
  const alone = boundaries(run).length === 2
  const number = phoneIn(text, run) ?? idCardIn(text, run) ?? cardOf(text, run)
  return number ?? (alone ? localOf(text, run) : null)
}

function phoneIn(text: string, run: Run): FoundNumber | null {
  const figures = figuresOf(run)
  const phone = mobile.exec(figures)?.[1]
  if (phone !== undefined) return numberOf(text, run, 'mobile', phone)
  const fixed = landline.exec(figures)?.[1]
  return fixed === undefined ? null : numberOf(text, run, 'landline', fixed)
}

function idCardIn(text: string, run: Run): FoundNumber | null {
  const figures = figuresOf(run)
  const last = /^[Xx]/.test(text.slice(run.at(-1)?.to))
  if (last && idCard.test(`${figures}0`)) return numberOf(text, run, 'id-card', `${figures}X`, 1)
  if (idCard.test(figures) || oldIdCard.test(figures)) {
    return numberOf(text, run, 'id-card', figures)
  }
  return null
}

/** A long number in few groups: a bank card's, or two numbers written without a gap. */
function cardOf(text: string, run: Run): FoundNumber | null {
  const figures = figuresOf(run)
  const groups = boundaries(run).length - 1
  const together = groups === 1 || figures.length / groups >= 3
  return figures.length >= 15 && together ? numberOf(text, run, 'card', figures) : null
}

/** A number without an area code: told from other numbers by what stands around it. */
function localOf(text: string, run: Run): FoundNumber | null {
  const figures = figuresOf(run)
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return null
  const named = isNamedPhone(text, first.at)
  const plain = local.test(figures) || (named && shortLocal.test(figures))
  if (!plain || !isLocalGrouping(text, run, named)) return null
  if (/[A-Za-z\d]$/.test(text.slice(Math.max(0, first.at - 1), first.at))) return null
  return !named && isMeasured(text, last.to) ? null : numberOf(text, run, 'landline', figures)
}

/** 69041234, 6904 1234, 69 04 12 34: groups of one length, and by blanks or dashes alone. */
function isLocalGrouping(text: string, run: Run, named: boolean): boolean {
  const edges = boundaries(run)
  if (edges.length === 2 || named) return true
  const sizes = new Set(edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0)))
  const from = run[0]?.at ?? 0
  const written = text.slice(from, run.at(-1)?.to)
  return sizes.size === 1 && /^[\d\s-]+$/.test(written) && !isRange(run, written)
}

/** 5000-6000 is from, to: two halves by a dash, the second the larger. */
function isRange(run: Run, written: string): boolean {
  const figures = figuresOf(run)
  const half = figures.length / 2
  return (
    written.includes('-') &&
    figures.slice(0, half) < figures.slice(half) &&
    boundaries(run).length === 3
  )
}

const nameReach = 8
const measurePattern = new RegExp(`^\\s?(?:${measures.join('|')})`)
const filePattern = new RegExp(`(?:${fileNumberNames.join('|')})(?:号|编号)?[:：为是\\s]{0,3}$`)
const phonePattern = new RegExp(`(?:${phoneNames.join('|')})[^\\d。；\\n]{0,6}$`, 'i')
const extensionPattern = new RegExp(`^\\s?(?:${extensionNames.join('|')})\\s?\\d{1,6}(?!\\d)`, 'i')

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - nameReach - 6), at)
}

function isNamedPhone(text: string, at: number): boolean {
  return phonePattern.test(before(text, at))
}

function isMeasured(text: string, to: number): boolean {
  return measurePattern.test(text.slice(to, to + 4))
}

/** A number that is named as a file's: 工单编号 2026112000001234. Never one of eleven figures that could be called. */
function isFileNumber(text: string, run: Run): boolean {
  const figures = figuresOf(run)
  return figures.length >= 12 && filePattern.test(before(text, run[0]?.at ?? 0))
}

function numberOf(text: string, run: Run, kind: NumberKind, value: string, more = 0): FoundNumber {
  const from = run[0]?.at ?? 0
  const to = (run.at(-1)?.to ?? 0) + more
  const phone = kind === 'mobile' || kind === 'landline'
  const extension = phone ? (extensionPattern.exec(text.slice(to, to + 12))?.[0].length ?? 0) : 0
  return { kind, span: [from, to + extension], value }
}
