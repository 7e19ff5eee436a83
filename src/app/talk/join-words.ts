import { understand } from '#intents/understand.ts'
import { findPlaces } from '#routing/places/find.ts'
import { fragmentSettings, isFragment, mayFollow } from '#domain/dialogue/fragments.ts'
import type { Words } from '#domain/dialogue/fragments.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import { boundMessage } from '#app/tools/bound-message.ts'
import type { Ctx } from '#app/ctx.ts'
import type { InboundMessage } from '#app/messages.ts'

const { apartMs, longestMs, settleMs } = fragmentSettings

/**
 * Gives a stored fragment time to be followed by the next. True: one has come, and whoever brought it answers
 * both; a crash in between leaves both to the timers. False: it is to be answered now.
 */
export async function isLeftToNext(ctx: Ctx, message: InboundMessage): Promise<boolean> {
  if (message.content.type !== 'text') return false
  const known = await ctx.dialogues.find(message.channel, message.sender)
  if (!isOpenEnded(known, message)) return false
  if (await ctx.inbox.isFollowed(message.id)) return true
  const [first] = await ctx.inbox.waiting(message.id)
  if (first !== undefined && message.at - first.at > longestMs) return false
  await ctx.pause(settleMs)
  return ctx.inbox.isFollowed(message.id)
}

/** The first of the waiting messages with those that go on in it, oldest first; never empty if `waiting` is not. */
export async function firstRow(
  ctx: Ctx,
  waiting: readonly InboundMessage[],
): Promise<InboundMessage[]> {
  const [first] = waiting
  if (first === undefined || waiting.length === 1) return waiting.slice(0, 1)
  const dialogue = await ctx.dialogues.find(first.channel, first.sender)
  const end = waiting.findIndex((message, index) => {
    const next = waiting[index + 1]
    return next === undefined || !belongTogether(dialogue, message, next)
  })
  return waiting.slice(0, end + 1)
}

/** A row of messages as one, as if it had been sent in one. Throws on an empty row. */
export function joined(row: readonly InboundMessage[]): InboundMessage {
  const [first, last] = [row[0], row.at(-1)]
  if (first === undefined || last === undefined) throw new Error('an empty row of messages')
  if (first === last) return first
  const texts = row.map(({ content }) => (content.type === 'text' ? content.text.trim() : ''))
  return boundMessage({ ...last, at: first.at, content: { type: 'text', text: texts.join('，') } })
}

function belongTogether(
  dialogue: Dialogue | null,
  message: InboundMessage,
  next: InboundMessage,
): boolean {
  const words = wordsOf(next)
  const near = Math.abs(next.at - message.at) <= apartMs
  return near && isOpenEnded(dialogue, message) && words !== null && mayFollow(dialogue, words)
}

function isOpenEnded(dialogue: Dialogue | null, message: InboundMessage): boolean {
  const words = wordsOf(message)
  return words !== null && isFragment(dialogue, words)
}

function wordsOf({ content }: InboundMessage): Words | null {
  if (content.type !== 'text') return null
  const { text } = content
  return { text, understanding: understand(text), place: findPlaces(text) }
}
