import {
  accountNames,
  blanks,
  paperNames,
  plateEndings,
  plateForces,
  plateRegions,
} from '../lexicon/personal.ts'
import type { Span } from '../types.ts'

export type AccountKind = 'email' | 'account' | 'paper' | 'plate'
export type FoundAccount = {
  readonly kind: AccountKind
  readonly span: Span
  readonly value: string
}

const gap = `[\\s\\-－·•・.．${blanks.map((code) => `\\u{${code.toString(16)}}`).join('')}]{0,2}`

/** Province or force, letter, five or six signs; the last may be a character. Then the armed police, then embassies. */
const plates = [
  new RegExp(
    `[${plateRegions}${plateForces}]${gap}[A-Za-zＡ-Ｚａ-ｚ]${gap}(?:[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]{2,5}${gap}[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]{1,4}[${plateEndings}]?)(?![A-Za-z0-9Ａ-Ｚａ-ｚ０-９])`,
    'gu',
  ),
  new RegExp(`WJ${gap}[${plateRegions}\\d]${gap}[A-Za-z0-9]{0,2}${gap}\\d{4,5}[A-Za-z]?`, 'giu'),
  new RegExp(`使${gap}\\d{6}|(?<!\\d)\\d{6}${gap}使`, 'gu'),
]
const plateSigns = { fewest: 7, most: 9 }

const named = (names: readonly string[], what: string) =>
  new RegExp(`(?:${names.join('|')})(?:号码|号|帐号|账号|是|为|:|：|\\s){0,4}(${what})`, 'giu')

const account = named(accountNames, '[A-Za-z0-9][A-Za-z0-9_-]{4,24}')
const paper = named(paperNames, '[A-Za-z]{0,2}\\d{6,11}')

/** E-mail addresses, accounts on other services, papers and number plates, in order of their kinds. Linear. */
export function accountsIn(text: string): readonly FoundAccount[] {
  return [
    ...(text.includes('@') || text.includes('＠') ? emailsIn(text) : []),
    ...(/\d|[０-９]/.test(text) ? [...platesIn(text), ...groupsOf(text, paper, 'paper')] : []),
    ...(/[A-Za-z\d]{3}/.test(text) ? groupsOf(text, account, 'account') : []),
  ]
}

const local = /[\w.+%-]/
const domain = /[\w.-]/
/** No part of an address is longer. */
const longestLocal = 64
const longestDomain = 255

/** From each @ outwards, so that a long text without one costs nothing and none costs more than once. */
function emailsIn(text: string): readonly FoundAccount[] {
  const found: FoundAccount[] = []
  for (let at = next(text, 0); at !== -1; at = next(text, at + 1)) {
    let from = at
    while (from > 0 && at - from < longestLocal && local.test(text.charAt(from - 1))) from -= 1
    let to = at + 1
    while (to < text.length && to - at < longestDomain && domain.test(text.charAt(to))) to += 1
    const host = text.slice(at + 1, to).replace(/\.+$/, '')
    if (from === at || !/^[\w-]+(?:\.[\w-]+)+$/.test(host)) continue
    const end = at + 1 + host.length
    found.push({ kind: 'email', span: [from, end], value: text.slice(from, end) })
  }
  return found
}

function next(text: string, from: number): number {
  const found = [text.indexOf('@', from), text.indexOf('＠', from)].filter((at) => at !== -1)
  return found.length === 0 ? -1 : Math.min(...found)
}

function platesIn(text: string): readonly FoundAccount[] {
  return plates.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found): readonly FoundAccount[] => {
      const value = found[0]
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toUpperCase()
      const fits = value.length >= plateSigns.fewest && value.length <= plateSigns.most
      return fits && /\d/.test(value)
        ? [{ kind: 'plate', span: [found.index, found.index + found[0].length], value }]
        : []
    }),
  )
}

function groupsOf(text: string, pattern: RegExp, kind: AccountKind): readonly FoundAccount[] {
  return [...text.matchAll(pattern)].flatMap((found): readonly FoundAccount[] => {
    const value = found[1] ?? ''
    const to = found.index + found[0].length
    return /\d|_/.test(value) || value.length >= 6
      ? [{ kind, span: [to - value.length, to], value }]
      : []
  })
}
