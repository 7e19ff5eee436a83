import type { SendResult } from '#app/messages.ts'
import type { Sender } from '#app/ports.ts'
import { writeTexts } from './write.ts'

/** Batches whose progress is remembered; older ones are forgotten. */
const remembered = 1000

/**
 * A sender of texts one by one, given how to send one. When one fails, the next try goes on with it: the
 * ones before it are not sent again by this process.
 */
export function textSender(sendText: (to: string, text: string) => Promise<SendResult>): Sender {
  const sent = new Map<string, number>()
  return async ({ batch, messages }, to) => {
    const texts = writeTexts(messages)
    for (let index = sent.get(batch) ?? 0; index < texts.length; index += 1) {
      const result = await sendText(to, texts[index] ?? '')
      if (!result.ok) return result
      sent.set(batch, index + 1)
    }
    sent.delete(batch)
    forgetOldest(sent)
    return { ok: true }
  }
}

function forgetOldest(sent: Map<string, number>): void {
  const [oldest] = sent.keys()
  if (sent.size > remembered && oldest !== undefined) sent.delete(oldest)
}

/** A failure to send, to be tried again at `retryAt`, by the outbox's own backoff (null), or not at all. */
export function unsent(
  reason: string,
  retryable: boolean,
  retryAt: number | null = null,
): SendResult {
  return { ok: false, retryable, reason, retryAt }
}
