import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import type { SendResult } from '#app/messages.ts'
import type { Sender } from '#app/ports.ts'
import { writeMessages } from './write.ts'

/** The SDK waits for ever; a silent LINE must hold up neither the outbox nor a stopping server. */
const patienceMs = 10_000

/**
 * Speaks to LINE: by the reply token while it lives (free of charge), else by push. The batch's UUID is
 * the retry key, so a push repeated after a lost answer is not delivered twice (409 counts as sent). `patienceMs`: how
 * long an answer is waited for.
 */
export function lineSender(config: {
  readonly channelAccessToken: string
  readonly apiUrl: string
  readonly patienceMs?: number
}): Sender {
  const patience = config.patienceMs ?? patienceMs
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: config.channelAccessToken,
    baseURL: config.apiUrl,
  })
  return async (batch, to, token) => {
    const messages = writeMessages(batch.messages)
    if (token !== null) {
      const replied = await outcome(client.replyMessage({ replyToken: token, messages }), patience)
      if (replied.ok || !tokenSpent(replied)) return replied
    }
    return outcome(client.pushMessage({ to, messages }, batch.batch), patience)
  }
}

/** A token that has expired or been used answers 400: the message itself is not at fault. */
function tokenSpent(result: SendResult): boolean {
  return !result.ok && result.reason === 'line-400'
}

async function outcome(sending: Promise<unknown>, patience: number): Promise<SendResult> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer'))
    }, patience)
  })
  try {
    await Promise.race([sending, tooLate])
    return { ok: true }
  } catch (error) {
    return failure(error)
  } finally {
    clearTimeout(timer)
  }
}

function failure(error: unknown): SendResult {
  if (!(error instanceof HTTPFetchError)) {
    return { ok: false, retryable: true, reason: 'line-unreachable', retryAt: null }
  }
  const { status } = error
  if (status === 409) return { ok: true }
  const retryable = status === 429 || status >= 500
  return { ok: false, retryable, reason: `line-${String(status)}`, retryAt: null }
}
