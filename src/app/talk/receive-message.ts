import { boundMessage } from '#app/tools/bound-message.ts'
import { isUrgent, ofOneKind, paceOf, putTogether } from './crowd.ts'
import type { Ctx } from '#app/ctx.ts'
import { firstRow, isLeftToNext, joined } from './join-words.ts'
import type { InboundMessage } from '#app/messages.ts'
import { askToWait, think } from './think.ts'

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
export async function answerStored(ctx: Ctx, given: InboundMessage): Promise<boolean> {
  const message = boundMessage(given)
  // What goes wrong here goes wrong below, where it is counted.
  const isLeft = await isLeftToNext(ctx, message).catch(() => false)
  if (isLeft) return true
  const answering = () => processMessage(ctx, message)
  return ctx.inProcess === undefined ? answering() : ctx.inProcess.answering(answering)
}

/**
 * Answers a stored message; what the same sender had said before and is still unanswered comes first, in
 * order: a later message builds on the earlier ones, and short ones that belong together are answered as one.
 * A failure is counted with the messages it happened to and tried again later; until then the later ones
 * wait. `isCounted`: a try counts when it begins, since the one before may have ended the process. Who writes very
 * much at once is asked to wait (see crowd.ts). Returns whether the message is answered; throws what went wrong.
 */
export async function processMessage(
  ctx: Ctx,
  message: InboundMessage,
  { isCounted = false }: { readonly isCounted?: boolean } = {},
): Promise<boolean> {
  for (let lost = 0; lost < maxTries;) {
    const waiting = await ctx.inbox.waiting(message.id)
    const row = await nextRow(ctx, message, waiting)
    if (row === 'nothing') return true
    if (row === 'later') return false
    if (row === 'told') continue
    if (isCounted && !(await begun(ctx, row))) continue
    lost = (await answerRow(ctx, row)) ? 0 : lost + 1
  }
  await failed(ctx, [message], 'conflict')
  return false
}

type Next = readonly InboundMessage[] | 'nothing' | 'later' | 'told'

/** What is answered next of a person's waiting messages, or why nothing is. */
async function nextRow(
  ctx: Ctx,
  message: InboundMessage,
  waiting: readonly InboundMessage[],
): Promise<Next> {
  const [first] = waiting
  if (first === undefined) return 'nothing'
  const pace = await paceOf(ctx, first)
  if (pace === 'together') return ofOneKind(waiting)
  if (pace === 'go') return rowOf(ctx, waiting)
  if (waiting.some(({ id }) => id === message.id) && isUrgent(message)) return [message]
  if (pace === 'wait') return 'later'
  await ctx.store.commit(await askToWait(ctx, first))
  return 'told'
}

/** What cannot even be put in a row is counted with the first message. */
async function rowOf(
  ctx: Ctx,
  waiting: readonly InboundMessage[],
): Promise<readonly InboundMessage[]> {
  try {
    return await firstRow(ctx, waiting)
  } catch (error) {
    return giveUp(ctx, waiting.slice(0, 1), error)
  }
}

/** Counts a try of each before it is made; false: one of them was set aside instead. */
async function begun(ctx: Ctx, row: readonly InboundMessage[]): Promise<boolean> {
  let all = true
  for (const { id } of row) all = (await ctx.inbox.begin(id)) && all
  return all
}

/** One answer for a row of messages, all done with its commit. False: somebody else wrote first. */
async function answerRow(ctx: Ctx, row: readonly InboundMessage[]): Promise<boolean> {
  try {
    const isWords = row.every(({ content }) => content.type === 'text')
    const heard = isWords ? joined(row) : putTogether(row)
    const inboxDone = row.map(({ id }) => id)
    return await ctx.giveNumbers(ctx.now(), async (numbers) => {
      const change = await think(ctx, heard, numbers)
      if ((await ctx.store.commit({ ...change, inboxDone })) === 'conflict') return false
      for (const message of row) {
        ctx.log.info('message.done', { message: eventId(message), tickets: change.tickets.length })
      }
      return true
    })
  } catch (error) {
    return giveUp(ctx, row, error)
  }
}

/** Counts the failure with each message it happened to, and throws it. */
async function giveUp(ctx: Ctx, row: readonly InboundMessage[], error: unknown): Promise<never> {
  for (const message of row) {
    ctx.log.error('message.failed', { message: eventId(message), error: describe(error) })
  }
  // Counting is best effort: with the storage gone the messages stay, and are tried again.
  await failed(ctx, row, describe(error)).catch(() => undefined)
  throw error
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
