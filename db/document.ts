import { customType } from 'drizzle-orm/sqlite-core'
import { documentFrom, documentText } from './upcast.ts'
import type { DocumentKind } from './upcasters.ts'

/** A column of JSON that is read again later: written in today's version of its kind, read in today's form. */
export function document(kind: DocumentKind) {
  return customType<{ data: unknown; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => documentText(kind, value),
    fromDriver: (text) => documentFrom(kind, text),
  })()
}
