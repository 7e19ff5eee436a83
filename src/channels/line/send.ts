import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import type { SendResult } from '#app/messages.ts'
import type { Sender } from '#app/ports.ts'
import { retryAfter } from '#app/tools/retry-after.ts'
import { writeCalls } from './write.ts'

/** The SDK waits for ever; a silent LINE must hold up neither the outbox nor a stopping server. */
export const patienceMs = 10_000

/**
 * Speaks to LINE: by the reply token while it lives (free of charge), else by push. Each push has a retry key
 * made from the batch's UUID, so one repeated after a lost answer is not delivered twice (409 counts as sent).
 * A batch of several calls is pushed throughout: a reply has no key and could not be repeated. `now`: UTC
 * milliseconds; `patienceMs`: how long an answer is waited for.
 */
export function lineSender(
  config: { readonly channelAccessToken: string; readonly apiUrl: string },
  now: () => number,
  patience = patienceMs,
): Sender {
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: config.channelAccessToken,
    baseURL: config.apiUrl,
  })
  const outcome = (sending: Promise<unknown>) => outcomeOf(sending, patience, now)
  return async ({ batch, messages }, to, token) => {
    const calls = writeCalls(messages)
    const [first] = calls
    if (token !== null && first !== undefined && calls.length === 1) {
      const replied = await outcome(client.replyMessage({ replyToken: token, messages: first }))
      if (replied.ok || !tokenSpent(replied)) return replied
    }
    for (const [part, call] of calls.entries()) {
      const pushed = await outcome(
        client.pushMessage({ to, messages: call }, retryKey(batch, part)),
      )
      if (!pushed.ok) return pushed
    }
    return { ok: true }
  }
}

const keyTailDigits = 12

/** The batch's UUID for its first call; for each further one the same with its last digits counted on. */
function retryKey(batch: string, part: number): string {
  const head = batch.slice(0, -keyTailDigits)
  const tail = BigInt.asUintN(
    4 * keyTailDigits,
    BigInt(`0x${batch.slice(-keyTailDigits)}`) + BigInt(part),
  )
  return head + tail.toString(16).padStart(keyTailDigits, '0')
}

/** A token that has expired or been used answers 400: the message itself is not at fault. */
function tokenSpent(result: SendResult): boolean {
  return !result.ok && result.reason === 'line-400'
}

/** What LINE made of a call. `patience` in milliseconds, `now` UTC milliseconds. */
export async function outcomeOf(
  sending: Promise<unknown>,
  patience: number,
  now: () => number,
): Promise<SendResult> {
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
    return failure(error, now())
  } finally {
    clearTimeout(timer)
  }
}

/** A wrong token can be put right, so 401 is tried again; the month's quota is not back before it ends. */
function failure(error: unknown, now: number): SendResult {
  if (!(error instanceof HTTPFetchError)) {
    return { ok: false, retryable: true, reason: 'line-unreachable', retryAt: null }
  }
  const { status, headers, body } = error
  if (status === 409) return { ok: true }
  if (status === 429 && quotaUsedUp(body)) {
    return { ok: false, retryable: false, reason: 'line-quota', retryAt: null }
  }
  const retryable = status === 429 || status === 401 || status >= 500
  const retryAt = retryable ? retryAfter(headers.get('retry-after'), now) : null
  return { ok: false, retryable, reason: `line-${String(status)}`, retryAt }
}

/** LINE answers 429 to too many calls at once and to too many messages this month; only its words differ. */
function quotaUsedUp(body: string): boolean {
  return /monthly limit/i.test(body)
}
