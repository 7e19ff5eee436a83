import type { Context } from 'hono'
import type { Fields } from './read-report.ts'
import { open311Texts } from './texts.ts'

/** A form body (url-encoded or multipart, UTF-8) and the query → fields; null when it cannot be read. */
export async function readFields(c: Context): Promise<Fields | null> {
  const fields = queryFields(c)
  if (c.req.method === 'GET') return fields
  try {
    const form = await c.req.parseBody({ all: true })
    for (const [name, value] of Object.entries(form)) {
      const values = [value].flat()
      const words = values.filter((one) => typeof one === 'string')
      const files = values.filter((one) => typeof one !== 'string')
      if (words.length > 0) fields.set(name, words)
      if (files.length > 0)
        fields.set(
          fileField(name),
          files.map((file) => file.name),
        )
    }
    return fields
  } catch {
    return null
  }
}

/** A file is not kept: its field has another name, so that it is noted as unused. */
function fileField(name: string): string {
  return `${name}${open311Texts.fileMark}`
}

function queryFields(c: Context): Map<string, readonly string[]> {
  return new Map(Object.entries(c.req.queries()))
}
