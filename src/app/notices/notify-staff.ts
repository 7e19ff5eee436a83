import { apart } from '#app/tools/apart.ts'
import type { Ctx } from '#app/ctx.ts'
import { attempt, deliverLane, undeliverable } from '#app/outbox/deliver-lane.ts'
import type { SendResult } from '#app/messages.ts'
import { addressOf } from './notice-recipients.ts'
import type { StaffBatch } from './notices-port.ts'
import { gatherNotices, spreadNotices } from './spread-notices.ts'

const keptForMs = 90 * 86_400_000

/**
 * Tells staff outside the desk what there is to tell: from notices to the queue, from the queue to messages, from
 * the outbox to their ways. Safe to run at any time, twice at once, and after a stop of any length. Returns how
 * many messages were handled.
 */
export async function notifyStaff(ctx: Ctx): Promise<number> {
  const spread = await apart(ctx, 'spreading', { work: () => spreadNotices(ctx), otherwise: 0 })
  if (spread > 0) await ctx.notices.forget(ctx.now() - keptForMs)
  await apart(ctx, 'gathering', { work: () => gatherNotices(ctx), otherwise: 0 })
  return deliverLane<StaffBatch>(ctx, {
    take: ctx.outbox.takeStaff,
    about: ({ message, tries }) => ({ batch: message.batch, tries }),
    send: (batch) => send(ctx, batch),
  })
}

async function send(ctx: Ctx, { message }: StaffBatch): Promise<SendResult> {
  const address = await addressOf(ctx, message)
  if (address === null) return undeliverable('no-address')
  const sender = ctx.staffSenders?.[address.way]
  if (sender === undefined) return undeliverable('channel-off')
  return attempt(() => sender(message, address))
}
