import { nowLists } from '#app/evaluation/now-lists.ts'
import type { NowList } from '#app/evaluation/now-lists.ts'
import type { Period } from '#app/evaluation/read-bureau.ts'
import type { EvaluationAsked } from '#app/evaluation/read-evaluation.ts'
import { rateGroups } from '#domain/tally.ts'
import type { RateGroup } from '#domain/tally.ts'
import { figures } from '#app/evaluation/behind.ts'
import type { Figure, Line } from '#app/evaluation/behind.ts'
import { lastFullPeriod, periodWith } from '#app/evaluation/evaluation-period.ts'
import type { Cut } from '#app/evaluation/evaluation-period.ts'
import { periodFields, readPeriod } from './period.ts'

type Query = Readonly<Record<string, string>>

/** What the rates page is asked for. `bad`: the dates made no sense and the last full period is shown instead. */
export type RatesAsked = {
  readonly period: Period
  readonly group: RateGroup
  readonly bad: boolean
}

/** When it is, and how the year is cut. */
export type Calendar = { readonly now: number; readonly cut: Cut }

/** `month=2026-11`, or `from` and `to` as dates; `group` as in the rates. Without any: the last full period by unit. */
export function readRatesQuery(query: Query, { now, cut }: Calendar): RatesAsked {
  const asked = askedPeriod(query, cut)
  const group = rateGroups.find((known) => known === query['group']) ?? 'handler'
  return { period: asked ?? lastFullPeriod(now, cut), group, bad: asked === null }
}

/** What the pages of dispatches and of units are asked for: citizens' complaints unless `kind=alarm`. */
export function readEvaluationQuery(
  query: Query,
  calendar: Calendar,
): EvaluationAsked & { readonly bad: boolean } {
  const { period, bad } = readRatesQuery(query, calendar)
  return { period, bad, kind: query['kind'] === 'alarm' ? 'alarm' : 'complaint' }
}

/** undefined: nothing was asked for; null: it made no sense. */
function askedPeriod({ month, from, to }: Query, cut: Cut): Period | null | undefined {
  if (month !== undefined && month !== '') return periodWith(month, cut)
  return from === undefined && to === undefined
    ? undefined
    : readPeriod({ from: from ?? '', to: to ?? '' })
}

/** Which list stands behind a figure: tickets as they are now, or call-backs of a period. */
export type ListAsked =
  | { readonly kind: 'now'; readonly list: NowList }
  | {
      readonly kind: 'settled'
      readonly period: Period
      readonly figure: Figure
      readonly line: Line
    }

/** The query of a link made by `nowPath` or `figurePath`; null for anything else. */
export function readListQuery(query: Query): ListAsked | null {
  const list = nowLists.find((known) => known === query['now'])
  if (list !== undefined) return { kind: 'now', list }
  const period = readPeriod({ from: query['from'] ?? '', to: query['to'] ?? '' })
  const figure = figures.find((known) => known === query['which'])
  if (period === null || figure === undefined) return null
  const group = rateGroups.find((known) => known === query['group'])
  const key = query['key']
  const line = group === undefined || key === undefined ? null : { group, key }
  return { kind: 'settled', period, figure, line }
}

/** Fields of a list's address, without its page. */
export function listFields(asked: ListAsked): Record<string, string> {
  if (asked.kind === 'now') return { now: asked.list }
  const { period, figure, line } = asked
  return { ...periodFields(period), which: figure, ...(line === null ? {} : line) }
}

/** The address of the list behind a figure. */
export function listPath(asked: ListAsked): string {
  return `/bureau/tickets?${new URLSearchParams(listFields(asked)).toString()}`
}
