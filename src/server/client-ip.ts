import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The client's address: the connection's own or, behind a proxy that is trusted to add it, the last one of
 * X-Forwarded-For. null when unknown (a request made in a test).
 */
export function clientIpOf(c: Context, trustProxy: boolean): string | null {
  const forwarded = trustProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? null
  } catch {
    return null
  }
}
