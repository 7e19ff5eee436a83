import { kindOf } from '#domain/media.ts'
import type { Channel } from '#domain/ticket/events.ts'
import type { CleanMedia } from './clean-media.ts'
import type { Ctx } from '#app/ctx.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'

type Words = { readonly id: string; readonly channel: Channel; readonly sender: string }

/**
 * What is said in a recording, taken as the sender's own words: a message of its own, under an id that stays
 * the same. Without a transcriber, or where nothing can be made out, the recording is evidence and no more.
 */
export async function hearRecording(
  ctx: Ctx,
  { mediaType, bytes }: Pick<CleanMedia, 'mediaType' | 'bytes'>,
  words: Words,
): Promise<void> {
  if (ctx.media.transcribe === null || kindOf(mediaType) !== 'audio') return
  const text = await ctx.media.transcribe({ mediaType, bytes }).catch((error: unknown) => {
    ctx.log.warn('recording.unheard', { error: error instanceof Error ? error.name : 'unknown' })
    return null
  })
  if (text === null || text.trim() === '') return
  const content = { type: 'text', text: text.trim() } as const
  await receiveMessage(ctx, { ...words, at: ctx.now(), content, replyToken: null })
}
