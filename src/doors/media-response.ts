import type { Context } from 'hono'
import type { StoredMedia } from '#app/files/attachments-port.ts'
import { kindOf } from '#domain/media.ts'
import type { MediaType } from '#domain/media.ts'

/** What a browser shows or plays; anything else is a file to download. */
const shown: ReadonlySet<MediaType> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/mp4',
  'audio/aac',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
])

/** Whether browsers show or play it in a page. */
export function isShown(type: MediaType): boolean {
  return shown.has(type)
}

/** Bytes sent at once. */
const pieceBytes = 256 * 1024

/** Nothing may run or be fetched where it is opened by itself, whatever it turns out to be. */
const alone =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"

/**
 * An attachment as an answer: of the type it was found to be, kept by no cache but the browser's own, never taken
 * for anything else; in parts where a player asks for them (RFC 9110, Range: one range of bytes).
 */
export function mediaResponse(c: Context, media: StoredMedia): Response {
  const { mediaType, size } = media
  const range = rangeOf(c.req.header('range'), size)
  const headers = {
    'content-type': mediaType,
    'content-disposition': disposition(mediaType),
    'content-security-policy': alone,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
  }
  if (range === 'unsatisfiable') {
    return c.body(null, 416, { ...headers, 'content-range': `bytes */${String(size)}` })
  }
  const { from, to } = range ?? { from: 0, to: size }
  const length = { 'content-length': String(to - from) }
  const body = streamed(media, from, to)
  if (range === null) return c.body(body, 200, { ...headers, ...length })
  const part = `bytes ${String(from)}-${String(to - 1)}/${String(size)}`
  return c.body(body, 206, { ...headers, ...length, 'content-range': part })
}

/** A neutral name: the sender's own is not kept. */
function disposition(type: MediaType): string {
  const ending = type.slice(type.indexOf('/') + 1)
  return `${isShown(type) ? 'inline' : 'attachment'}; filename="${kindOf(type)}.${ending}"`
}

type Range = { readonly from: number; readonly to: number }

/** null: all of it; more ranges than one, and what is no range, are answered with all of it. */
function rangeOf(given: string | undefined, size: number): Range | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(given ?? '') ?? []
  if (first === '' && last === '') return null
  const { from, to } = first === '' ? lastBytes(Number(last), size) : bytesFrom(first, last, size)
  return from < to ? { from, to } : 'unsatisfiable'
}

function lastBytes(count: number, size: number): Range {
  return { from: Math.max(0, size - count), to: size }
}

function bytesFrom(first: string, last: string, size: number): Range {
  return { from: Number(first), to: last === '' ? size : Math.min(size, Number(last) + 1) }
}

/** Piece by piece, as it is taken: a film is never whole in memory. */
function streamed({ read }: StoredMedia, from: number, to: number): ReadableStream {
  let at = from
  return new ReadableStream({
    pull: async (controller) => {
      const end = Math.min(to, at + pieceBytes)
      if (end > at) controller.enqueue(await read(at, end))
      at = end
      if (at >= to) controller.close()
    },
  })
}
