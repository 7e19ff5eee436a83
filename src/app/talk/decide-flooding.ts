import { z } from 'zod'
import { say } from '#domain/dialogue/dialogue.ts'
import type { Reply } from '#domain/dialogue/reply.ts'
import { decideFlood, floodSettings } from '#domain/flooding.ts'
import type { FloodFact, FloodRecord } from '#domain/flooding.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ctx } from '#app/ctx.ts'
import { recordOf } from './flooding.ts'
import { followMain } from '#app/tickets/follow-main.ts'
import { noMain } from '#app/tickets/give-command.ts'
import { noChange, outboundOf, planTicket } from '#app/tickets/plan-change.ts'
import type { TicketChange } from '#app/ports.ts'
import { ticketsOf } from './read-flooding.ts'
import { timeInWords } from '#app/tools/time.ts'

const maxTries = 3
const reason = z.string().trim().min(1).max(500)
const number = z.string().trim().toUpperCase().min(1).max(40)

/** A decision, as a form and the JSON API send it. */
export const floodInput = z.discriminatedUnion('type', [
  z.object({ type: z.literal('keep'), reason }),
  z.object({
    type: z.literal('fold'),
    reason,
    into: number,
    numbers: z.array(number).min(1).max(50),
  }),
  z.object({
    type: z.literal('block'),
    reason,
    days: z.coerce.number().int().min(1).max(floodSettings.blockDaysAtMost),
  }),
  z.object({ type: z.literal('lift'), reason }),
])

/**
 * A dispatcher's decision on somebody who writes very much: recorded with its reason, told to the citizen, and
 * folding merges the tickets named, all of them or none. Refuses what `decideFlood` and merging do,
 * 'invalid-input' for tickets that are not this person's, 'changed-meanwhile'.
 */
export async function decideOnFlooding(
  ctx: Ctx,
  personId: string,
  command: z.infer<typeof floodInput>,
): Promise<FloodRecord | Refusal> {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const now = ctx.now()
    const records = await ctx.flooding.records(personId)
    const fact = decideFlood(records, command, { actor: ctx.actor, now })
    if (isRefusal(fact)) return fact
    const merged = await mergesOf(ctx, personId, fact)
    if (isRefusal(merged)) return merged
    const following = await followMain(ctx, merged)
    const record = recordOf(fact, { records, personId, actor: ctx.actor, now })
    const committed = await ctx.store.commit({
      ...noChange,
      tickets: [...merged, ...following.tickets],
      outbox: [...(await toldOf(ctx, personId, fact)), ...following.outbox],
      flooding: [record],
    })
    if (committed === 'committed') {
      ctx.log.info('flooding.decided', { type: fact.type, tickets: merged.length })
      return record
    }
  }
  return refuse('changed-meanwhile')
}

async function mergesOf(
  ctx: Ctx,
  personId: string,
  fact: FloodFact,
): Promise<readonly TicketChange[] | Refusal> {
  if (fact.type !== 'folded') return []
  const own = new Map((await ticketsOf(ctx, personId)).map((row) => [row.number, row]))
  const main = own.get(fact.data.into)
  if (main === undefined || noMain.includes(main.status)) {
    return refuse('invalid-input', { fields: 'into' })
  }
  const merge = { type: 'merge', into: main.id, intoNumber: main.number } as const
  const changes: TicketChange[] = []
  for (const one of fact.data.numbers) {
    const id = own.get(one)?.id
    const ticket = id === undefined ? null : fold(id, await ctx.store.history(id))
    if (ticket === null) return refuse('invalid-input', { fields: 'numbers' })
    const planned = planTicket(ctx, ticket.id, ticket, [merge])
    if (isRefusal(planned)) return planned
    changes.push(planned)
  }
  return changes
}

/** In the dialogue, if there is one; keeping changes nothing for the citizen. */
async function toldOf(ctx: Ctx, personId: string, fact: FloodFact) {
  const reply = replyOf(fact)
  const dialogue = reply === null ? null : await ctx.dialogues.ofPerson(personId)
  return reply === null || dialogue === null ? [] : outboundOf(ctx, dialogue, [reply], null)
}

function replyOf(fact: FloodFact): Reply | null {
  switch (fact.type) {
    case 'folded': {
      const { reason: why, into, numbers } = fact.data
      return say('flood.folded', { reason: why, number: into, count: numbers.length + 1 })
    }
    case 'blocked': {
      const { reason: why, until } = fact.data
      return say('flood.blocked', { reason: why, until: timeInWords(until) })
    }
    case 'lifted':
      return say('flood.lifted', { reason: fact.data.reason })
    default:
      return null
  }
}
