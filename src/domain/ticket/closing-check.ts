import type { CategoryId } from '#intents/categories/index.ts'
import { closingWords } from './closing-words.ts'
import type { Ticket } from './ticket.ts'

/**
 * What speaks against closing a ticket with a reply: `bare` says nothing of what was done, `undated` not when,
 * `unfilled` leaves a template's blank, `personal` leads to somebody, `problem` leaves one unanswered; the others are still open on the ticket.
 */
export const closingFaults = [
  'bare',
  'undated',
  'unfilled',
  'personal',
  'problem',
  'question',
  'whistle',
  'part',
  'order',
] as const
export type ClosingFault = (typeof closingFaults)[number]

/** `of`: the problems or units it is about, by id, and nothing for the others. */
export type ClosingFinding = { readonly fault: ClosingFault; readonly of: readonly string[] }

/** Which categories a text speaks of. */
export type MattersIn = (text: string) => ReadonlySet<CategoryId>

const dates = new RegExp(closingWords.dates.join('|'), 'u')
const everyDate = new RegExp(dates, 'gu')
const notWords = /[\s\p{P}\p{S}]/gu
/** As numbers and plates are starred before anything is decided. */
const starred = /＊{2,}/u

/**
 * The check before closing: what a reply lacks, and what on the ticket nobody has finished, in the order of
 * `closingFaults`. The reply is masked already (personal.ts).
 */
export function checkClosing(
  ticket: Ticket,
  publicReply: string,
  mattersIn: MattersIn,
): readonly ClosingFinding[] {
  const problems = unanswered(ticket, publicReply, mattersIn)
  const whistles = ticket.whistles.filter(({ closedAt }) => closedAt === null)
  const parts = ticket.parts.filter(({ doneAt }) => doneAt === null)
  const found = {
    bare: isBare(publicReply) ? [''] : [],
    undated: dates.test(publicReply) ? [] : [''],
    unfilled: publicReply.includes(closingWords.blank) ? [''] : [],
    personal: starred.test(publicReply) ? [''] : [],
    problem: problems,
    question: ticket.unansweredAt === null ? [] : [''],
    whistle: [...new Set(whistles.flatMap(({ units }) => units))],
    part: parts.map(({ unit }) => unit),
    order: ticket.supervision !== null && ticket.supervision.repliedAt === null ? [''] : [],
  } satisfies Record<ClosingFault, readonly string[]>
  return closingFaults.flatMap((fault) => {
    const of: readonly string[] = found[fault]
    return of.length === 0 ? [] : [{ fault, of: of.filter((one) => one !== '') }]
  })
}

/** Whether nothing is left of it without its day and its phrases of politeness. */
function isBare(reply: string): boolean {
  const said = reply.replace(everyDate, '').replace(notWords, '')
  return closingWords.hollow.reduce((left, phrase) => left.replaceAll(phrase, ''), said).length < 3
}

/** Of several problems those a reply does not speak of; one alone is what the whole reply is about. */
function unanswered(
  { category, opened }: Ticket,
  reply: string,
  mattersIn: MattersIn,
): readonly CategoryId[] {
  if (opened.secondary.length === 0) return []
  const told = [...(category === null ? [] : [category]), ...opened.secondary]
  const answered = mattersIn(reply)
  return [...new Set(told)].filter((one) => !answered.has(one))
}
