import { publicWords } from '#intents/personal/index.ts'
import type { CategoryId } from '#intents/categories/index.ts'
import { byRule, confusionOf, correctionOf, readingOf } from '#domain/corrections.ts'
import type { ConfusionTable, Correction, Reading } from '#domain/corrections.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketEventType, TicketId } from '#domain/ticket/events.ts'
import type { Ctx } from '../ctx.ts'
import { eachHistory } from './audit.ts'
import type { Verdict } from './corrections-port.ts'
import type { Period } from './read-bureau.ts'

/** A correction as a proposed example: its words masked as for the public, and what was decided on it. */
export type ProposedExample = Correction & { readonly verdict: Verdict | null }

export type ProposedOfRule = {
  readonly rule: string
  readonly all: readonly ProposedExample[]
}

/** What people did that may correct a reading. */
const correcting: readonly TicketEventType[] = ['opened', 'classified', 'redispatched']

/**
 * Corrections people made in a period [from, to), UTC milliseconds, by the rule that misled: each a proposed example.
 * Refuses: 'not-allowed' for whoever is not of the bureau.
 */
export async function readCorrections(
  ctx: Ctx,
  period: Period,
): Promise<readonly ProposedOfRule[] | Refusal> {
  if (!isOfBureau(ctx)) return refuse('not-allowed')
  const verdicts = new Map((await ctx.corrections.verdicts()).map((one) => [one.ticketId, one]))
  const found = await correctionsIn(ctx, period)
  return byRule(found.filter(({ at }) => at >= period.from && at < period.to)).map(
    ({ rule, all }) => ({
      rule,
      all: all.map((one) => ({ ...masked(one), verdict: verdicts.get(one.ticketId) ?? null })),
    }),
  )
}

async function correctionsIn(ctx: Ctx, { from, to }: Period): Promise<readonly Correction[]> {
  const found: Correction[] = []
  for await (const events of eachHistory(ctx, { from, to, types: correcting })) {
    const correction = correctionOf(events)
    if (correction !== null) found.push(correction)
  }
  return found
}

/** Words that leave the house: nobody is found by them, whether secrecy was asked for or not. */
function masked(correction: Correction): Correction {
  return { ...correction, text: publicWords(correction.text) }
}

/** `category`: what an approved example is one of; null rejects it. */
export type Decision = { readonly ticketId: TicketId; readonly category: CategoryId | null }

/**
 * An official approves or rejects a proposed example. Refuses: 'not-allowed' for whoever does not own the rules,
 * 'not-found' where the ticket holds no correction.
 */
export async function decideCorrection(
  ctx: Ctx,
  { ticketId, category }: Decision,
): Promise<null | Refusal> {
  if (!ownsRules(ctx)) return refuse('not-allowed')
  if (correctionOf(await ctx.store.history(ticketId)) === null) return refuse('not-found')
  const verdict = category === null ? 'rejected' : 'approved'
  await ctx.corrections.decide({ ticketId, verdict, category, by: ctx.actor.id, at: ctx.now() })
  return null
}

/** An approved example as it is exported: a line of what `npm run train -- --with-corrections` reads. */
export type ApprovedExample = { readonly text: string; readonly category: CategoryId }

/** All approved examples, oldest decision first; those whose words are erased meanwhile are left out. Refuses as above. */
export async function approvedExamples(ctx: Ctx): Promise<readonly ApprovedExample[] | Refusal> {
  if (!ownsRules(ctx)) return refuse('not-allowed')
  const approved = (await ctx.corrections.verdicts()).toSorted((a, b) => a.at - b.at)
  const examples: ApprovedExample[] = []
  for (const { ticketId, category } of approved) {
    if (category === null) continue
    const correction = correctionOf(await ctx.store.history(ticketId))
    if (correction !== null) examples.push({ text: masked(correction).text, category })
  }
  return examples
}

/**
 * What was read and what people left it at, of tickets opened in a period, by month. `monthOf`: a moment's month.
 * Refuses: 'not-allowed' for whoever is not of the bureau.
 */
export async function readConfusion(
  ctx: Ctx,
  { from, to }: Period,
  monthOf: (at: number) => string,
): Promise<ConfusionTable | Refusal> {
  if (!isOfBureau(ctx)) return refuse('not-allowed')
  const readings: Reading[] = []
  for await (const events of eachHistory(ctx, { from, to, types: ['opened'] })) {
    const reading = readingOf(events)
    if (reading !== null) readings.push(reading)
  }
  return confusionOf(readings, monthOf)
}

function isOfBureau({ actor }: Ctx): boolean {
  return actor.role === 'inspector' || ownsRules({ actor })
}

function ownsRules({ actor }: Pick<Ctx, 'actor'>): boolean {
  return actor.role === 'dispatcher' || actor.role === 'administrator'
}
