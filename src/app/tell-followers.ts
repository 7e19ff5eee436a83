import type { TicketEventType } from '#domain/ticket/events.ts'
import type { Ctx } from './ctx.ts'
import type { OutboundMessage } from './messages.ts'
import { planAnnouncement } from './plan-change.ts'
import type { TicketChange } from './ports.ts'

/** What everybody with the same matter is told; questions are for the one whose ticket goes on. */
const forEverybody: ReadonlySet<TicketEventType> = new Set([
  'redispatched',
  'contacted',
  'extension-approved',
  'resolved',
  'reopened',
  'referred',
  'merged',
])

/**
 * Messages to the citizens whose tickets were merged into this one, about its new events. Their dialogues stay
 * as they are: nothing is asked of them.
 */
export async function tellFollowers(
  ctx: Ctx,
  { ticketId, after, events }: TicketChange,
): Promise<readonly OutboundMessage[]> {
  const told = events.filter(({ type }) => forEverybody.has(type))
  if (told.length === 0) return []
  const messages: OutboundMessage[] = []
  for (const id of await ctx.readers.followers(ticketId)) {
    if (id === after.opened.dialogueId) continue
    const dialogue = await ctx.dialogues.get(id)
    if (dialogue === null) continue
    messages.push(...(planAnnouncement(ctx, dialogue, after, told)?.outbox ?? []))
  }
  return messages
}
