import { Buffer } from 'node:buffer'
import type { D1Database } from '@cloudflare/workers-types'
import type { Miniflare } from 'miniflare'

/**
 * The worker beside the databases. Miniflare's own bindings stop the process for every call and lose answers when
 * hundreds are under way; a worker takes whole calls, as the house's own does.
 */
export const d1Worker = `
const revive = (one) => one !== null && typeof one === 'object'
  ? Uint8Array.from(atob(one.bytes), (sign) => sign.charCodeAt(0)) : one
const plain = (_, one) => one instanceof ArrayBuffer ? [...new Uint8Array(one)] : one
export default {
  async fetch(request, env) {
    const { name, how, statements } = await request.json()
    const ready = statements.map(({ sql, params }) =>
      env[name].prepare(sql).bind(...params.map(revive)))
    try {
      const result = how === 'batch' ? await env[name].batch(ready) : await ready[0][how]()
      return new Response(JSON.stringify({ result }, plain))
    } catch (error) {
      return Response.json({ error: error.message })
    }
  },
}`

type Written = { readonly sql: string; readonly params: readonly unknown[] }
type How = 'all' | 'raw' | 'run' | 'first' | 'batch'

/** A database of that worker, as far as Drizzle uses a binding. */
export function d1OverFetch(miniflare: Miniflare, name: string): D1Database {
  const call = async (how: How, statements: readonly Written[]): Promise<unknown> => {
    const body = JSON.stringify({ name, how, statements: statements.map(written) })
    const answer = await miniflare.dispatchFetch('http://d1/', { method: 'POST', body })
    // Safe because the worker above writes nothing else.
    const said = (await answer.json()) as { readonly result?: unknown; readonly error?: string }
    if (said.error !== undefined) throw new Error(said.error)
    return said.result
  }
  const statement = (sql: string, params: readonly unknown[]) => ({
    sql,
    params,
    bind: (...given: readonly unknown[]) => statement(sql, given),
    all: () => call('all', [{ sql, params }]),
    raw: () => call('raw', [{ sql, params }]),
    run: () => call('run', [{ sql, params }]),
    first: () => call('first', [{ sql, params }]),
  })
  const database = {
    prepare: (sql: string) => statement(sql, []),
    batch: (statements: readonly Written[]) => call('batch', statements),
  }
  // Safe because Drizzle calls nothing else of it.
  return database as unknown as D1Database
}

function written({ sql, params }: Written): Written {
  return { sql, params: params.map(sendable) }
}

function sendable(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { bytes: Buffer.from(value).toString('base64') }
  if (!ArrayBuffer.isView(value)) return value
  const { buffer, byteOffset, byteLength } = value
  return { bytes: Buffer.from(buffer, byteOffset, byteLength).toString('base64') }
}
