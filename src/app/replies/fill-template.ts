import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { beijingDay } from '#routing/calendar.ts'
import { recognisedIn } from '#routing/places/in-words.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { categoryLabel, unitLabel } from '#app/tools/converse-tools.ts'
import { fill } from '#app/tools/fill.ts'
import { factNames, templateTexts } from './texts.ts'

/** What a template can take from a case. */
export const replyFacts = [
  'today',
  'received',
  'contacted',
  'place',
  'category',
  'number',
  'unit',
] as const
export type ReplyFact = (typeof replyFacts)[number]

const slots = /\{([^{}]*)\}/gu
const byName = new Map<string, ReplyFact>(replyFacts.map((fact) => [factNames[fact], fact]))

/** Names in braces that are no fact's, in order. */
export function unknownSlots(text: string): readonly string[] {
  return [...text.matchAll(slots)].flatMap(([, name = '']) => (byName.has(name) ? [] : [name]))
}

/**
 * A template with a case's facts in their slots. What the case does not know is left to be filled in, and the check
 * before closing finds it. `now`: UTC milliseconds.
 */
export function fillTemplate(text: string, ticket: Ticket, now: number): string {
  const facts = factsOf(ticket, now)
  return text.replaceAll(slots, (slot, name: string) => {
    const fact = byName.get(name)
    if (fact === undefined) return slot
    return facts[fact] ?? fill(templateTexts.unknown, { name })
  })
}

function factsOf(ticket: Ticket, now: number): Readonly<Record<ReplyFact, string | null>> {
  const { category, contactedAt, handler, opened, openedAt, place } = ticket
  return {
    today: dayInWords(now),
    received: dayInWords(openedAt),
    contacted: contactedAt === null ? null : dayInWords(contactedAt),
    place: recognisedIn(place) || null,
    category: category === null ? null : plainCategory(category),
    number: opened.number,
    unit: handler === null ? null : unitLabel(handler),
  }
}

/** Without what a category also holds, which stands in brackets behind it. */
function plainCategory(category: ComplaintCategoryId): string {
  return categoryLabel(category).replace(/（.*）$/u, '')
}

function dayInWords(at: number): string {
  const [, month = '', day = ''] = beijingDay(at).split('-')
  return fill(templateTexts.day, { month: Number(month), day: Number(day) })
}
