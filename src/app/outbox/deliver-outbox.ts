import type { Ctx } from '#app/ctx.ts'
import { attempt, deliverLane, undeliverable } from './deliver-lane.ts'
import type { SendResult } from '#app/messages.ts'
import type { OutboxBatch } from '#app/ports.ts'

/** Sends what is due to citizens. Returns how many batches were handled. */
export function deliverOutbox(ctx: Ctx): Promise<number> {
  return ctx.inProcess === undefined ? run(ctx) : ctx.inProcess.delivering(() => run(ctx))
}

function run(ctx: Ctx): Promise<number> {
  return deliverLane<OutboxBatch>(ctx, {
    take: ctx.outbox.take,
    about: ({ batch, tries }) => ({ batch, tries }),
    send: (batch) => send(ctx, batch),
  })
}

async function send(ctx: Ctx, batch: OutboxBatch): Promise<SendResult> {
  const [first] = batch.messages
  if (first === undefined) return { ok: true }
  const sender = ctx.senders[first.channel]
  const address = await ctx.people.address(first.personId)
  if (sender === undefined) return undeliverable('channel-off')
  if (address === null) return undeliverable('no-address')
  if ((await ctx.dialogues.get(first.dialogueId))?.left === true) return undeliverable('left')
  return attempt(async () =>
    sender(batch, address.sender, await freshToken(ctx, batch, first.inReplyTo)),
  )
}

/** The reply token of the message answered, on the first try and while it lives. */
async function freshToken(
  ctx: Ctx,
  batch: OutboxBatch,
  inReplyTo: string | null,
): Promise<string | null> {
  if (inReplyTo === null || batch.tries > 0) return null
  const token = (await ctx.inbox.get(inReplyTo))?.replyToken ?? null
  return token !== null && token.expiresAt > ctx.now() ? token.token : null
}
