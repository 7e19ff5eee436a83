import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { SSEStreamingApi } from 'hono/streaming'
import type { WebDeps } from '#doors/deps.ts'
import { entryHtml } from './entry.tsx'

const lookEveryMs = 1_000
const heartbeatEveryMs = 15_000
/** A stream ends after this long; the browser opens the next one by itself. */
const lifetimeMs = 10 * 60_000
const entriesAtOnce = 50

/** `leave`: called once when the stream is over. */
type Followed = { readonly sender: string; readonly cursor: number; readonly leave: () => void }

/**
 * A sender's new transcript entries as server-sent events, each with its cursor as id: what the bot said,
 * also when nobody asked (progress). Ends when the client leaves, the server closes, or after ten minutes.
 */
export function talkEvents(c: Context, deps: WebDeps, from: Followed) {
  return streamSSE(c, async (stream) => {
    const gone = new AbortController()
    stream.onAbort(() => {
      gone.abort()
    })
    const ended = deps.closing ? AbortSignal.any([gone.signal, deps.closing]) : gone.signal
    try {
      await follow(stream, deps, from, ended)
    } catch (error) {
      // The browser connects again and asks from its last id; nothing is lost.
      const name = error instanceof Error ? error.name : 'unknown'
      deps.ctxFor(null).log.warn('chat.events-failed', { error: name })
    } finally {
      from.leave()
    }
  })
}

async function follow(
  stream: SSEStreamingApi,
  deps: WebDeps,
  from: { readonly sender: string; readonly cursor: number },
  ended: AbortSignal,
): Promise<void> {
  const { dialogues, newId } = deps.ctxFor(null)
  let { cursor } = from
  await stream.writeSSE({ event: 'ping', data: '', retry: 2000 })
  for (let waited = 0; waited < lifetimeMs && !ended.aborted; waited += lookEveryMs) {
    const entries = await dialogues.transcript('web-chat', from.sender, cursor, entriesAtOnce)
    for (const entry of entries) {
      const data = await entryHtml(entry, newId)
      await stream.writeSSE({ event: 'entry', id: String(entry.cursor), data })
      cursor = entry.cursor
    }
    if (waited % heartbeatEveryMs === 0) await stream.writeSSE({ event: 'ping', data: '' })
    await pause(lookEveryMs, ended)
  }
}

/** Resolves after `ms`, or at once when `ended`. */
function pause(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      ended.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    if (ended.aborted) done()
    else ended.addEventListener('abort', done)
  })
}
