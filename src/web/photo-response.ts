import type { Context } from 'hono'
import type { Photo } from '#app/read-attachments.ts'

/** A photo as an answer: of the type it was found to be, kept by no cache, never taken for anything else. */
export function photoResponse(c: Context, { mediaType, bytes }: Photo): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaType,
    'content-length': String(bytes.length),
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
}
