import type { Context } from 'hono'
import type { Backend } from './backend.ts'
import { addressOf, answer } from './call.ts'
import type { Call, EndpointDeps, Said } from './call.ts'
import type { makeListCache } from './list-cache.ts'
import { readFields } from './read-fields.ts'
import { readQuery } from './read-query.ts'
import type { Fields } from './read-report.ts'
import { answerFaults } from './write.ts'

type ListGiven = {
  readonly cache: ReturnType<typeof makeListCache<Said>>
  readonly verb: (backend: Backend, call: Call) => Promise<Said>
}

/** Longest query whose answer is kept. */
const longestKey = 1_000

/**
 * A list: counted by what it costs unless it is there already, made one at a time, and not sent again to whoever has
 * it. Always asked for again: what has just been reported is to be seen.
 */
export async function readList(
  c: Context,
  deps: EndpointDeps,
  given: ListGiven,
): Promise<Response> {
  const { access, backend, publishesWords: words } = deps
  const ctx = deps.ctx()
  const now = ctx.now()
  const { format, id } = addressOf(c)
  const barred = access.mayRead(c, now)
  if (barred !== null) return answerFaults(c, format, [barred])
  const fields = (await readFields(c)) ?? new Map<string, readonly string[]>()
  const key = `${id}?${new URL(c.req.url).search}`
  const version = key.length > longestKey ? null : await backend.version(ctx)
  if (!given.cache.has(key, version, now)) {
    const tooMuch = access.mayList(c, now, costOf(fields, now))
    if (tooMuch !== null) return answerFaults(c, format, [tooMuch])
  }
  const call = { ctx, fields, id, words }
  const said = await given.cache.get(key, { version, now }, () => given.verb(backend, call))
  return tagged(c, answer(c, format, said))
}

/** As many tickets as the list may have. */
function costOf(fields: Fields, now: number): number {
  const query = readQuery(fields, now)
  if (!('limit' in query)) return 0
  return Math.min(query.limit, query.numbers?.length ?? query.limit)
}

/** With a tag of what it says; empty for whoever has it. */
async function tagged(c: Context, answered: Response): Promise<Response> {
  if (answered.status !== 200) return answered
  const text = await answered.text()
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  )
  const tag = `W/"${[...digest.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`
  const headers = {
    'content-type': answered.headers.get('content-type') ?? '',
    etag: tag,
    'cache-control': 'no-cache',
  }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim())
  return known.includes(tag) ? c.body(null, 304, headers) : c.body(text, 200, headers)
}
