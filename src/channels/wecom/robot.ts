import { z } from 'zod'
import type { SendResult } from '#app/messages.ts'
import { noticeTexts } from '#app/notices/notice-texts.ts'
import type { StaffMessage, StaffSender } from '#app/notices/notices-port.ts'
import { fill } from '#app/tools/fill.ts'

/** A silent WeCom must hold up neither the outbox nor a stopping server. */
const patienceMs = 10_000
/** What a text of a group's robot may have, in bytes of UTF-8. */
const textBytes = 2048
/** Twenty messages a minute; busy. Every other fault (a robot removed, a wrong key) stays one. */
const passing: ReadonlySet<number> = new Set([-1, 45009, 45033])

const answerSchema = z.object({ errcode: z.number() })

/**
 * Speaks into a WeCom group by its robot. The robot knows no idempotency key: after a lost answer the message
 * may come twice. `deskUrl`: where the rest is read when a message is too long.
 */
export function robotSender(config: {
  readonly apiUrl: string
  readonly deskUrl: string
  readonly patienceMs?: number
}): StaffSender {
  const patience = config.patienceMs ?? patienceMs
  return async (message, to) => {
    if (to.way !== 'wecom-robot') throw new Error(`a robot is no ${to.way}`)
    const url = new URL('/cgi-bin/webhook/send', config.apiUrl)
    url.searchParams.set('key', to.key)
    const content = fitting(message, config.deskUrl)
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ msgtype: 'text', text: { content } }),
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      })
      return await outcome(answer)
    } catch {
      return failed('unreachable', true)
    }
  }
}

async function outcome(answer: Response): Promise<SendResult> {
  if (!answer.ok) {
    await answer.body?.cancel()
    const { status } = answer
    return failed(`http-${String(status)}`, status === 429 || status === 408 || status >= 500)
  }
  const { errcode } = answerSchema.parse(await answer.json())
  return errcode === 0 ? { ok: true } : failed(String(errcode), passing.has(errcode))
}

function failed(reason: string, retryable: boolean): SendResult {
  return { ok: false, retryable, reason: `wecom-robot-${reason}`, retryAt: null }
}

/** As many blocks as the robot takes, and how many there are besides. */
function fitting({ subject, lines }: StaffMessage, url: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length
  for (let kept = lines.length; kept > 0; kept -= 1) {
    const rest = lines.length - kept
    const more = rest === 0 ? [] : [fill(noticeTexts.more, { n: rest, url })]
    const text = [subject, ...lines.slice(0, kept), ...more].join('\n\n')
    if (bytes(text) <= textBytes) return text
  }
  return [subject, fill(noticeTexts.more, { n: lines.length, url })].join('\n\n')
}
