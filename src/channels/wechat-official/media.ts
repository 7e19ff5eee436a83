import type { Fetched, Fetcher } from '#app/ports.ts'
import type { Api } from './api.ts'

/** Fetches what was sent, by its media id; WeChat keeps it for three days. */
export function mediaFetcher(api: Api): Fetcher {
  return async (id, most) => {
    const got = await api.file('/cgi-bin/media/get', { media_id: id })
    if (!got.ok) return got
    try {
      return await readAtMost(got.value, most)
    } catch {
      return { ok: false, retryable: true, reason: 'wechat-unreachable' }
    }
  }
}

async function readAtMost({ body }: Response, limit: number): Promise<Fetched> {
  const reader = body?.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const piece = await reader?.read()
    if (piece?.value === undefined) break
    length += piece.value.length
    if (length > limit) {
      await reader?.cancel()
      return { ok: false, retryable: false, reason: 'too-large' }
    }
    pieces.push(piece.value)
  }
  return { ok: true, bytes: await joined(pieces) }
}

async function joined(pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = new Blob(pieces.map((piece) => piece.slice()))
  return new Uint8Array(await whole.arrayBuffer())
}
