import type { Context } from 'hono'
import type { Fields } from './read-report.ts'

/** A form body (url-encoded or multipart, UTF-8) and the query → fields; null when it cannot be read. */
export async function readFields(c: Context): Promise<Fields | null> {
  const fields = queryFields(c)
  if (c.req.method === 'GET') return fields
  try {
    const form = await c.req.parseBody({ all: true })
    for (const [name, value] of Object.entries(form)) {
      fields.set(
        name,
        [value].flat().filter((one) => typeof one === 'string'),
      )
    }
    return fields
  } catch {
    return null
  }
}

function queryFields(c: Context): Map<string, readonly string[]> {
  return new Map(Object.entries(c.req.queries()))
}
