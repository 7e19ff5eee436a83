import { checkPhotos } from '#domain/photo.ts'
import type { PhotoFault } from '#domain/photo.ts'
import type { Channel } from '#domain/ticket/events.ts'
import type { Ctx } from './ctx.ts'
import { receiveMessage } from './receive-message.ts'

export type SentPhotos = {
  /** The message they make, as `InboundMessage.id`: sending it again is no second message. */
  readonly id: string
  readonly channel: Channel
  readonly sender: string
  readonly photos: readonly Uint8Array[]
}

/**
 * Photos whose bytes came with the message: checked by what they are, stored, then received as any message.
 * Their names are not kept: they may say who or where somebody is. Faults: `PhotoFault`; nothing is stored.
 */
export async function receivePhotos(
  ctx: Ctx,
  { id, channel, sender, photos }: SentPhotos,
): Promise<'received' | { readonly fault: PhotoFault }> {
  const types = checkPhotos(photos)
  if ('fault' in types) return types
  const at = ctx.now()
  const personId = await ctx.people.ensure(channel, sender)
  const ids = await Promise.all(photos.map((_, index) => photoId(id, index)))
  for (const [index, mediaType] of types.entries()) {
    const [own = '', bytes = new Uint8Array()] = [ids[index], photos[index]]
    await ctx.attachments.put({ id: own, personId, channel, mediaType, bytes, at })
  }
  const attachments = ids.map((own) => ({ id: own, kind: 'image', name: null }) as const)
  const content = { type: 'attachments', attachments } as const
  await receiveMessage(ctx, { id, channel, sender, at, content, replyToken: null })
  return 'received'
}

/** The same photo of the same message has the same id; the message's own holds its sender and is not shown. */
async function photoId(messageId: string, index: number): Promise<string> {
  const named = new TextEncoder().encode(`photo:${messageId}:${String(index)}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', named))
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
