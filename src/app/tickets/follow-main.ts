import { isRefusal } from '#domain/refusal.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { TicketEventType } from '#domain/ticket/events.ts'
import type { Ctx } from '#app/ctx.ts'
import type { OutboundMessage } from '#app/messages.ts'
import { planAnnouncement, planTicket, system } from './plan-change.ts'
import type { TicketChange } from '#app/ports.ts'

/** What a change of main tickets means for those merged into them: committed together with it. */
export type Following = {
  readonly tickets: readonly TicketChange[]
  readonly outbox: readonly OutboundMessage[]
}

/** What everybody with the same matter is told; questions are for the one whose ticket goes on. */
const forEverybody: ReadonlySet<TicketEventType> = new Set([
  'dispatched',
  'redispatched',
  'contacted',
  'extension-approved',
  'resolved',
  'reopened',
  'referred',
  'merged',
])

/**
 * Messages to the citizens whose tickets were merged into those changed, whoever changed them; and when a main
 * ticket is withdrawn, the tickets of the others go on by themselves.
 */
export async function followMain(ctx: Ctx, changes: readonly TicketChange[]): Promise<Following> {
  const all = await Promise.all(
    changes
      .filter(({ expectedSeq }) => expectedSeq > 0)
      .map(async (change) => [await release(ctx, change), await tell(ctx, change)]),
  )
  const found = all.flat()
  return {
    tickets: found.flatMap(({ tickets }) => tickets),
    outbox: found.flatMap(({ outbox }) => outbox),
  }
}

/** Their dialogues stay as they are: nothing is asked of them. */
async function tell(ctx: Ctx, { ticketId, after, events }: TicketChange): Promise<Following> {
  const told = events.filter(({ type }) => forEverybody.has(type))
  const outbox: OutboundMessage[] = []
  for (const id of told.length === 0 ? [] : await ctx.readers.followers(ticketId)) {
    if (id === after.opened.dialogueId) continue
    const dialogue = await ctx.dialogues.get(id)
    if (dialogue === null) continue
    outbox.push(...(planAnnouncement(ctx, dialogue, after, told)?.outbox ?? []))
  }
  return { tickets: [], outbox }
}

/** Who gives up speaks for themselves only: their own other tickets stay with it, those of others do not. */
async function release(ctx: Ctx, { ticketId, after, events }: TicketChange): Promise<Following> {
  if (!events.some(({ type }) => type === 'withdrawn')) return { tickets: [], outbox: [] }
  const released: Following[] = []
  for (const id of await ctx.readers.mergedInto(ticketId)) {
    const merged = fold(id, await ctx.store.history(id))
    if (merged === null || merged.status !== 'merged') continue
    const { citizenId, dialogueId } = merged.opened
    if (citizenId !== null && citizenId === after.opened.citizenId) continue
    const command = { type: 'unmerge', note: null } as const
    const change = planTicket({ ...ctx, actor: system }, id, merged, [command])
    if (isRefusal(change)) continue
    const dialogue = dialogueId === null ? null : await ctx.dialogues.get(dialogueId)
    const said = dialogue && planAnnouncement(ctx, dialogue, change.after, change.events)
    released.push({ tickets: [change], outbox: said?.outbox ?? [] })
  }
  return {
    tickets: released.flatMap(({ tickets }) => tickets),
    outbox: released.flatMap(({ outbox }) => outbox),
  }
}
