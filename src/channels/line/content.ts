import { z } from 'zod'
import type { Fetched, Fetcher } from '#app/ports.ts'

/** A video of a minute over a slow line; shorter than the lease on a download. */
const timeoutMs = 45_000
const prefix = 'line:'
/** Answers that may change: not ready yet, a token being replaced, too fast; and every fault of LINE's own. */
const passing: ReadonlySet<number> = new Set([202, 401, 403, 408, 429])

/**
 * Fetches what was sent over LINE from its data API, by our id (`line:` and LINE's message id). LINE answers
 * 202 while it prepares the content and 404 or 410 when it is gone.
 */
export function lineContent(config: {
  readonly channelAccessToken: string
  readonly dataUrl: string
}): Fetcher {
  const headers = { authorization: `Bearer ${config.channelAccessToken}` }
  return async (id, most) => {
    if (!id.startsWith(prefix)) return failure('line-foreign-id', false)
    const message = encodeURIComponent(id.slice(prefix.length))
    const url = new URL(`/v2/bot/message/${message}/content`, config.dataUrl)
    try {
      const answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) })
      if (answer.status === 202 && (await transcodingFailed(url, headers))) {
        return failure('line-transcoding-failed', false)
      }
      if (answer.status !== 200) return await refused(answer)
      const bytes = await readAtMost(answer, most)
      return bytes === null ? failure('too-large', false) : { ok: true, bytes }
    } catch {
      return failure('line-unreachable', true)
    }
  }
}

function failure(reason: string, retryable: boolean): Fetched {
  return { ok: false, reason, retryable }
}

const transcoding = z.object({ status: z.string() })

/** Videos and sounds are prepared first, which can fail for good; of anything else LINE knows no such state. */
async function transcodingFailed(content: URL, headers: HeadersInit): Promise<boolean> {
  const url = new URL(`${content.pathname}/transcoding`, content)
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) })
  const state = answer.ok ? transcoding.safeParse(await answer.json()) : null
  return state?.data?.status === 'failed'
}

async function refused(answer: Response): Promise<Fetched> {
  await answer.body?.cancel()
  const { status } = answer
  return failure(`line-${String(status)}`, status >= 500 || passing.has(status))
}

/** The whole body, or null as soon as it is longer than `limit` bytes. */
async function readAtMost({ body }: Response, limit: number): Promise<Uint8Array | null> {
  const reader = body?.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const piece = await reader?.read()
    if (piece?.value === undefined) break
    length += piece.value.length
    if (length > limit) {
      await reader?.cancel()
      return null
    }
    pieces.push(piece.value)
  }
  const whole = new Uint8Array(length)
  pieces.reduce((at, piece) => {
    whole.set(piece, at)
    return at + piece.length
  }, 0)
  return whole
}
