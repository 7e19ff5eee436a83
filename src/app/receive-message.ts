import type { Ctx } from './ctx.ts'
import { firstRow, isLeftToNext, joined } from './join-words.ts'
import type { InboundMessage } from './messages.ts'
import { think } from './think.ts'

const maxTries = 5

/**
 * The one way in for every channel: store – think – commit. The message is stored under its channel's own
 * id before anything else, so a repeated delivery is answered once and an unfinished one is finished later
 * (run-timers). Sending is the outbox's work. Throws only when storage is unavailable.
 */
export async function receiveMessage(ctx: Ctx, message: InboundMessage): Promise<void> {
  if ((await ctx.inbox.put(message)) === 'done') return
  await answerStored(ctx, message)
}

/**
 * Answers a message that its channel has stored; one that is but the beginning of what is being said waits a
 * moment for the rest. Returns whether nothing is left to do for it; throws what went wrong.
 */
export async function answerStored(ctx: Ctx, message: InboundMessage): Promise<boolean> {
  // What goes wrong here goes wrong below, where it is counted.
  const isLeft = await isLeftToNext(ctx, message).catch(() => false)
  return isLeft || (await processMessage(ctx, message))
}

/**
 * Answers a stored message; what the same sender had said before and is still unanswered comes first, in
 * order: a later message builds on the earlier ones, and short ones that belong together are answered as one.
 * A failure is counted with the messages it happened to and tried again later; until then the later ones
 * wait. Returns whether the message is answered; throws what went wrong.
 */
export async function processMessage(ctx: Ctx, message: InboundMessage): Promise<boolean> {
  for (let lost = 0; lost < maxTries;) {
    const waiting = await ctx.inbox.waiting(message.id)
    if (waiting.length === 0) return true
    lost = (await answerFirst(ctx, waiting)) ? 0 : lost + 1
  }
  await failed(ctx, [message], 'conflict')
  return false
}

/** One answer for the first row of messages, all done with its commit. False: somebody else wrote first. */
async function answerFirst(ctx: Ctx, waiting: readonly InboundMessage[]): Promise<boolean> {
  let row = waiting.slice(0, 1)
  try {
    row = await firstRow(ctx, waiting)
    const change = await think(ctx, joined(row))
    const inboxDone = row.map(({ id }) => id)
    if ((await ctx.store.commit({ ...change, inboxDone })) === 'conflict') return false
    for (const message of row) {
      ctx.log.info('message.done', { message: eventId(message), tickets: change.tickets.length })
    }
    return true
  } catch (error) {
    for (const message of row) {
      ctx.log.error('message.failed', { message: eventId(message), error: describe(error) })
    }
    // Counting is best effort: with the storage gone the messages stay, and are tried again.
    await failed(ctx, row, describe(error)).catch(() => undefined)
    throw error
  }
}

async function failed(ctx: Ctx, row: readonly InboundMessage[], reason: string): Promise<void> {
  for (const { id } of row) await ctx.inbox.failed(id, reason)
}

/** The event's own part of the id: what comes before may name the sender. */
function eventId({ id }: InboundMessage): string {
  return id.slice(id.lastIndexOf(':') + 1)
}

/** An error's name: its message may hold personal data. */
function describe(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
