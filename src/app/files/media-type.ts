import { fileTypeFromBuffer } from 'file-type/core'
import type { MediaType } from '#domain/media.ts'

/** The names by which file-type knows what we keep. */
const known: Readonly<Record<string, MediaType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
  'image/heic': 'image/heic',
  'video/mp4': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/quicktime': 'video/quicktime',
  'video/webm': 'video/webm',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/mpeg': 'audio/mpeg',
  'audio/amr': 'audio/amr',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/wav': 'audio/wav',
}

/** WeChat's voice, which file-type does not know; the byte before the mark is WeChat's own. */
const silk = '#!SILK_V3'

/** What a file is by its own content, whatever it is called; null for anything that is not kept. */
export async function mediaType(bytes: Uint8Array): Promise<MediaType | null> {
  const start = String.fromCharCode(...bytes.subarray(0, silk.length + 1))
  if (start.includes(silk)) return 'audio/silk'
  // A file cut short may end where a length says that more follows.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return found === undefined ? null : (known[found.mime] ?? null)
}
