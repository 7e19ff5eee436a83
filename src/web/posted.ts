import type { Context } from 'hono'

/** A form's fields, or a JSON object's; nothing readable gives none. Hono keeps the body for a second look. */
export async function formOf(c: Context): Promise<Readonly<Record<string, unknown>>> {
  try {
    const json = (c.req.header('content-type') ?? '').includes('application/json')
    const read: unknown = json ? await c.req.json() : await c.req.parseBody()
    // Safe because any object can be read by string keys.
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Whether a script asked, and not a page. */
export function wantsJson(c: Context): boolean {
  return (c.req.header('accept') ?? '').includes('application/json')
}
