import { z } from 'zod'
import type { SentPhotos } from '#app/receive-photos.ts'
import { maxPhotoBytes, maxPhotos } from '#domain/photo.ts'
import type { Envelope } from './read.ts'

/** Largest upload, in bytes: the photos and what a form puts around them. */
export const maxUploadBytes = maxPhotos * maxPhotoBytes + 64 * 1024

const id = z.uuid().optional().catch(undefined)
const files = z.preprocess(
  (given) => (Array.isArray(given) ? given : [given]).filter((one) => one instanceof File),
  z.array(z.instanceof(File)),
)
const form = z.object({ id, photo: files.catch([]) })

/**
 * The chat's photo form (`photo` once or more, `id` as with every message) → photos of one message. A field
 * left empty is no photo. What they are is checked by `receivePhotos`.
 */
export async function readPhotos(given: unknown, envelope: Envelope): Promise<SentPhotos> {
  const read = form.safeParse(given)
  const chosen = read.success ? read.data.photo.filter(({ size }) => size > 0) : []
  const { sender, newId } = envelope
  const ownId = read.success ? read.data.id : undefined
  const photos = await Promise.all(
    chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())),
  )
  return { id: `web-chat:${sender}:${ownId ?? newId()}`, channel: 'web-chat', sender, photos }
}
