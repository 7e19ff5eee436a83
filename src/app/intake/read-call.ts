import type { ReplyKey } from '#intents/replies/types.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { UnitId } from '#routing/units.ts'
import { opensTicket } from '#intents/opens-ticket.ts'
import type { Planned } from '#domain/dialogue/summary.ts'
import { mask } from '#intents/personal/index.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { factsOf, hearCall, plannedOf } from './call-draft.ts'
import type { CallFacts, CallWords } from './call-draft.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketRow } from '#app/ports.ts'
import { findSameMatter } from '#app/tickets/read-duplicates.ts'
import type { DuplicateCandidate } from '#app/tickets/read-duplicates.ts'
import { sayIn } from '#app/tools/render.ts'
import { converseTools } from '#app/tools/converse-tools.ts'
import { liveStatuses } from '#domain/ticket/status.ts'

const alternativesMost = 5
const relatedMost = 5

export type CallQuestion = {
  readonly text: string
  /** null or no number yet: nobody is looked up. */
  readonly phone: string | null
  /** What the operator has chosen by hand; the rest is suggested. */
  readonly chosen: Partial<CallFacts>
  readonly unit: UnitId | null
}

/** An open ticket the call may belong to. `ofCaller`: opened by whoever left the same number. */
export type RelatedTicket = {
  readonly row: TicketRow
  readonly ofCaller: boolean
  /** null when only the caller tells. */
  readonly alike: Pick<DuplicateCandidate, 'score' | 'reasons'> | null
}

/** What the rules make of a call while it is written down. Nothing is stored. */
export type CallReading = {
  readonly words: CallWords
  readonly facts: CallFacts
  readonly tickets: readonly Planned[]
  /** By when they are to be solved if opened now, UTC milliseconds. */
  readonly due: number
  /** What to tell the caller before anything else; null when nobody is in danger. */
  readonly danger: string | null
  /** Categories it may be, likeliest first. */
  readonly alternatives: readonly ComplaintCategoryId[]
  /** What to tell a caller whose matter is not this desk's, or who only asks; null for a complaint. */
  readonly answer: { readonly kind: 'out-of-scope' | 'inquiry'; readonly text: string } | null
  readonly related: readonly RelatedTicket[]
}

/**
 * Reads a call by the same rules as the chat, for the operator who is writing it down: what it is about, who
 * would handle it and by when, what to tell at once, and which open tickets it may belong to. Refuses
 * 'not-allowed' for all but operators and dispatchers.
 */
export async function readCall(ctx: Ctx, asked: CallQuestion): Promise<CallReading | Refusal> {
  if (ctx.actor.role !== 'operator' && ctx.actor.role !== 'dispatcher') {
    return refuse('not-allowed', { command: 'open' })
  }
  const words = hearCall(asked.text, ctx.now())
  const facts = factsOf(words, asked.chosen)
  const tools = converseTools(ctx, 'zh-hans')
  return {
    words,
    facts,
    tickets: plannedOf(words, facts, { unit: asked.unit, tools }),
    due: tools.due('solve', facts.urgency, ctx.now()),
    danger: dangerOf(words),
    alternatives: alternativesOf(words),
    answer: facts.category === null ? answerOf(words, tools.inquiry) : null,
    related: await relatedOf(ctx, asked, facts),
  }
}

/** Whether an exchange was for this desk at all, by the words alone. */
export function answerOf(
  { understanding }: CallWords,
  inquiry: ReturnType<typeof converseTools>['inquiry'],
): CallReading['answer'] {
  const { classification, inquiryTopic, outOfScopeTopic } = understanding
  if (classification.abstain) return null
  if (classification.category === 'out-of-scope') {
    const key = `out-of-scope${outOfScopeTopic === null ? '' : `.${outOfScopeTopic}`}` as ReplyKey // Safe because tests/data prove that the key exists.
    return { kind: 'out-of-scope', text: sayIn('zh-hans', key) }
  }
  if (classification.category !== 'env-inquiry') return null
  const found = inquiryTopic === null ? null : inquiry(inquiryTopic)
  const text =
    found === null ? sayIn('zh-hans', 'inquiry.none') : sayIn('zh-hans', 'inquiry', found)
  return { kind: 'inquiry', text }
}

function dangerOf({ understanding: { danger } }: CallWords): string | null {
  return danger === null ? null : sayIn('zh-hans', `danger.${danger}`)
}

function alternativesOf({ draft, understanding }: CallWords): readonly ComplaintCategoryId[] {
  const named = draft.problems.map(({ category }) => category).filter((one) => one !== null)
  const ranked = understanding.classification.ranked.map(({ category }) => category)
  return [...new Set([...named, ...ranked.filter(opensTicket)])].slice(0, alternativesMost)
}

async function relatedOf(
  ctx: Ctx,
  { text, phone }: CallQuestion,
  { category, town, village, spot }: CallFacts,
): Promise<readonly RelatedTicket[]> {
  const matter = { category, town, village, spot, text: mask(text), openedAt: ctx.now() }
  const [own, same] = await Promise.all([ofCaller(ctx, phone), findSameMatter(ctx, matter)])
  const alikes = new Map(same.map(({ row, score, reasons }) => [row.id, { score, reasons }]))
  const owned = new Set(own.map(({ id }) => id))
  return [
    ...own.map((row) => ({ row, ofCaller: true, alike: alikes.get(row.id) ?? null })),
    ...same
      .filter(({ row }) => !owned.has(row.id))
      .map(({ row, score, reasons }) => ({ row, ofCaller: false, alike: { score, reasons } })),
  ]
    .sort((a, b) => (b.alike?.score ?? 0) - (a.alike?.score ?? 0))
    .slice(0, relatedMost)
}

/** Open tickets of whoever has left this number, newest first. */
async function ofCaller(ctx: Ctx, phone: string | null): Promise<readonly TicketRow[]> {
  const people = phone === null ? [] : await ctx.people.byPhone(phone)
  const lists = await Promise.all(
    people.map((citizen) =>
      ctx.readers.list({
        citizen,
        statuses: liveStatuses,
        sort: 'newest',
        limit: relatedMost,
        offset: 0,
      }),
    ),
  )
  const rows = lists.flatMap((list) => list.rows).sort((a, b) => b.openedAt - a.openedAt)
  return rows.slice(0, relatedMost)
}
