import { Webhook } from 'standardwebhooks'
import type { SendResult } from '#app/messages.ts'
import type { StaffMessage, StaffSender } from '#app/notices/notices-port.ts'
import { retryAfter } from '#app/tools/retry-after.ts'
import { addressFault } from '#app/notices/webhook-address.ts'

const patienceMs = 10_000
/** Answers that may change: too early, too fast, too slow. Every fault of the receiver's own may, too. */
const passing: ReadonlySet<number> = new Set([408, 425, 429])

export type WebhookSettings = {
  readonly privateAllowed: boolean
  /** UTC milliseconds. */
  readonly now: () => number
  /** How the address is called; on Node one that looks where a name leads before it connects. */
  readonly fetch: typeof globalThis.fetch
  readonly patienceMs?: number
}

/**
 * Posts a message as JSON, signed as Standard Webhooks says: `webhook-id` (the batch, the same for every try, so
 * that a receiver knows what it has), `webhook-timestamp`, and `webhook-signature`, an HMAC-SHA256 over both and
 * the body with the endpoint's own secret. Redirections are not followed.
 */
export function webhookSender(settings: WebhookSettings): StaffSender {
  return async (message, to) => {
    if (to.way !== 'webhook') throw new Error(`a webhook is no ${to.way}`)
    const fault = addressFault(to.url, settings.privateAllowed)
    if (fault !== null) return failed(fault, false)
    const request = signed(message, to, settings.now())
    try {
      const signal = AbortSignal.timeout(settings.patienceMs ?? patienceMs)
      return await outcome(await settings.fetch(to.url, { ...request, signal }), settings.now())
    } catch (error) {
      return isBarred(error) ? failed('private', false) : failed('unreachable', true)
    }
  }
}

function signed(
  { batch, purpose, createdAt, items }: StaffMessage,
  { secret }: { readonly secret: string },
  now: number,
) {
  const body = JSON.stringify({ type: purpose, id: batch, createdAt, items })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'huiying-webhook/1',
    'webhook-id': batch,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': new Webhook(secret).sign(batch, new Date(now), body),
  }
  return { method: 'POST', headers, body, redirect: 'manual' } as const
}

async function outcome(answer: Response, now: number): Promise<SendResult> {
  await answer.body?.cancel()
  if (answer.ok) return { ok: true }
  const { status } = answer
  const retryable = status >= 500 || passing.has(status)
  const retryAt = retryable ? retryAfter(answer.headers.get('retry-after'), now) : null
  return { ...failed(String(status), retryable), retryAt }
}

function failed(reason: string, retryable: boolean) {
  return { ok: false, retryable, reason: `webhook-${reason}`, retryAt: null } as const
}

/** What a guarded fetch throws when a name leads into a private network. */
export const barredCode = 'EPRIVATE'

function isBarred(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === barredCode) || isBarred(error.cause)
}
