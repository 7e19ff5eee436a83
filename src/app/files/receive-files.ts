import { kindOf, maxFiles } from '#domain/media.ts'
import type { MediaFault } from '#domain/media.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { cleanMedia } from './clean-media.ts'
import type { CleanMedia } from './clean-media.ts'
import type { Ctx } from '#app/ctx.ts'
import { hearRecording } from './hear-recording.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'

export type SentFiles = {
  /** The message they make, as `InboundMessage.id`: sending it again is no second message. */
  readonly id: string
  readonly channel: Channel
  readonly sender: string
  readonly files: readonly Uint8Array[]
}

/**
 * Files whose bytes came with the message: checked and cleaned, stored, then received as any message; what a
 * photo says of where it was taken goes with it. Their names are not kept: they may say who or where somebody
 * is. Faults: `MediaFault`; nothing is stored.
 */
export async function receiveFiles(
  ctx: Ctx,
  { id, channel, sender, files }: SentFiles,
): Promise<'received' | { readonly fault: MediaFault }> {
  const cleaned = await cleanAll(ctx, files)
  if ('fault' in cleaned) return cleaned
  const at = ctx.now()
  const personId = await ctx.people.ensure(channel, sender)
  const ids = await storeAll(ctx, cleaned, { id, channel, personId, at })
  const attachments = cleaned.map(({ mediaType }, index) => ({
    id: ids[index] ?? '',
    kind: kindOf(mediaType),
    name: null,
  }))
  const location = cleaned.find((one) => one.location !== null)?.location ?? null
  const content = { type: 'attachments', attachments, location } as const
  await receiveMessage(ctx, { id, channel, sender, at, content, replyToken: null })
  for (const [index, media] of cleaned.entries()) {
    await hearRecording(ctx, media, { id: `${id}:words-${String(index)}`, channel, sender })
  }
  return 'received'
}

/** All of them cleaned, in order, or the first fault. */
export async function cleanAll(
  ctx: Ctx,
  files: readonly Uint8Array[],
): Promise<readonly CleanMedia[] | { readonly fault: MediaFault }> {
  if (files.length === 0) return { fault: 'no-file' }
  if (files.length > maxFiles) return { fault: 'too-many' }
  const cleaned: CleanMedia[] = []
  for (const bytes of files) {
    const one = await cleanMedia(ctx, bytes)
    if ('fault' in one) return one
    cleaned.push(one)
  }
  return cleaned
}

type Sent = {
  readonly id: string
  readonly channel: Channel
  readonly personId: string
  readonly at: number
}

/** Stores what one message brought. Gives the ids, in order. */
export async function storeAll(
  ctx: Ctx,
  cleaned: readonly CleanMedia[],
  { id, channel, personId, at }: Sent,
): Promise<readonly string[]> {
  const ids = await Promise.all(cleaned.map((_, index) => attachmentId(id, index)))
  for (const [index, media] of cleaned.entries()) {
    await ctx.attachments.put({ ...media, id: ids[index] ?? '', personId, channel, at })
  }
  return ids
}

/** The same file of the same message has the same id; the message's own holds its sender and is not shown. */
async function attachmentId(messageId: string, index: number): Promise<string> {
  const named = new TextEncoder().encode(`photo:${messageId}:${String(index)}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', named))
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
