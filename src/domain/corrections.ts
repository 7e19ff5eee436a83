import type { CategoryId, ComplaintCategoryId } from '#intents/categories/index.ts'
import type { UnitId } from '#routing/units.ts'
import type { StoredEvent, TicketId } from './ticket/events.ts'

/** What people made of a ticket that the reading or the rules had seen otherwise. */
export type Correction = {
  readonly ticketId: TicketId
  readonly number: string
  /** When the last of it happened, UTC milliseconds. */
  readonly at: number
  /** What misled: the first words that counted for the category read, or the rule that named the unit. */
  readonly rule: string
  readonly read: CategoryId
  readonly meant: ComplaintCategoryId
  /** The unit named first and the one that has it, where a person redirected it; null where nobody did. */
  readonly units: { readonly from: UnitId; readonly to: UnitId } | null
  readonly text: string
  readonly secrecy: boolean
}

/** What was read and what people left it at, for one ticket whose words were read. */
export type Reading = {
  readonly at: number
  readonly read: CategoryId
  readonly meant: ComplaintCategoryId
}

/** What a history tells of how well its words were read; null when nobody read them or no category stands. */
export function readingOf(events: readonly StoredEvent[]): Reading | null {
  const [first] = events
  if (first?.type !== 'opened' || first.data.classification === null) return null
  const named = events.findLast((event) => event.type === 'classified')
  const meant = named?.type === 'classified' ? named.data.category : first.data.category
  return meant === null ? null : { at: first.at, read: first.data.classification.category, meant }
}

/**
 * The correction a history holds: another category than was read, or another unit than the rules named, by a person.
 * null when there is none, the words were not read, or they are erased.
 */
export function correctionOf(events: readonly StoredEvent[]): Correction | null {
  const [first] = events
  const reading = readingOf(events)
  if (first?.type !== 'opened' || reading === null || isErased(events)) return null
  const { read, meant } = reading
  const moved = redirectionOf(events)
  const { ticketId, data } = first
  const last = events.findLast(({ type }) => type === 'classified' || type === 'redispatched')
  if (read === meant && moved === null) return null
  const rule = read === meant && moved !== null ? moved.rule : ruleFor(read, first)
  const units = moved && { from: moved.from, to: moved.to }
  const { number, text, secrecy } = data
  return { ticketId, number, at: last?.at ?? first.at, rule, read, meant, units, text, secrecy }
}

function isErased(events: readonly StoredEvent[]): boolean {
  return events.some(({ type }) => type === 'erased')
}

type Opened = Extract<StoredEvent, { readonly type: 'opened' }>

/** The first rule that counted for the category read; the category itself when its n-grams alone did. */
function ruleFor(read: CategoryId, { data }: Opened): string {
  const evidence = data.classification?.evidence ?? []
  return evidence.find(({ rule }) => rule.startsWith(`${read}/`))?.rule ?? read
}

function redirectionOf(
  events: readonly StoredEvent[],
): { readonly rule: string; readonly from: UnitId; readonly to: UnitId } | null {
  const first = events.find((event) => event.type === 'dispatched')
  const moved = events.findLast((event) => event.type === 'redispatched')
  if (first?.type !== 'dispatched' || moved?.type !== 'redispatched') return null
  const { handler: from, routing } = first.data
  const { handler: to } = moved.data
  return from === to ? null : { rule: routing.rule, from, to }
}

/** Corrections that a rule led to, the most first; within one the latest first. */
export type CorrectionsOfRule = { readonly rule: string; readonly all: readonly Correction[] }

export function byRule(corrections: readonly Correction[]): readonly CorrectionsOfRule[] {
  const latestFirst = corrections.toSorted((a, b) => b.at - a.at)
  return [...new Set(corrections.map(({ rule }) => rule))]
    .map((rule) => ({ rule, all: latestFirst.filter((one) => one.rule === rule) }))
    .sort((a, b) => b.all.length - a.all.length || (a.rule < b.rule ? -1 : 1))
}

/** One cell of the confusion matrix: how often one category was read where people left it at another. */
type Confusion = {
  readonly read: CategoryId
  readonly meant: ComplaintCategoryId
  /** By month, in the order asked. */
  readonly counts: readonly number[]
}

export type ConfusionTable = {
  readonly months: readonly string[]
  /** How many were read, and how many of them were left as read, by month. */
  readonly read: readonly number[]
  readonly right: readonly number[]
  /** What was read wrongly, the most frequent first. */
  readonly wrong: readonly Confusion[]
}

/** The confusion matrix by month. `monthOf`: a moment's month as people say it, e.g. 2026-11. */
export function confusionOf(
  readings: readonly Reading[],
  monthOf: (at: number) => string,
): ConfusionTable {
  const months = [...new Set(readings.map(({ at }) => monthOf(at)))].sort()
  const countBy = (some: readonly Reading[]) =>
    months.map((month) => some.filter(({ at }) => monthOf(at) === month).length)
  const right = readings.filter(({ read, meant }) => read === meant)
  const wrong = readings.filter(({ read, meant }) => read !== meant)
  const cells = new Map(wrong.map((one) => [keyOf(one), one]))
  return {
    months,
    read: countBy(readings),
    right: countBy(right),
    wrong: [...cells]
      .map(([key, { read, meant }]) => ({
        read,
        meant,
        counts: countBy(wrong.filter((one) => keyOf(one) === key)),
      }))
      .sort((a, b) => sumOf(b.counts) - sumOf(a.counts)),
  }
}

function keyOf({ read, meant }: Reading): string {
  return `${read} ${meant}`
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, one) => sum + one, 0)
}
