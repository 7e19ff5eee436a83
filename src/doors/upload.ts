import { z } from 'zod'
import type { SentFiles } from '#app/files/receive-files.ts'
import { largest, maxFiles } from '#domain/media.ts'
import type { MediaLimits } from '#domain/media.ts'

/** Who wrote and when; `newId` names a form that came without an id of its own. */
export type Envelope = {
  readonly sender: string
  readonly now: number
  readonly newId: () => string
}

/** Largest upload, in bytes: one file of the largest kind, or as many photos as one message takes, and the form. */
export function maxUploadBytes(limits: MediaLimits): number {
  return Math.max(largest(limits), maxFiles * limits.image) + 64 * 1024
}

const id = z.uuid().optional().catch(undefined)
const files = z.preprocess(
  (given) => (Array.isArray(given) ? given : [given]).filter((one) => one instanceof File),
  z.array(z.instanceof(File)),
)
const form = z.object({ id, file: files.catch([]) })

/** The bytes of a form's field `file`, given once or more; a field left empty is no file. */
export async function chosenFiles(given: unknown): Promise<readonly Uint8Array[]> {
  const read = form.safeParse(given)
  const chosen = read.success ? read.data.file.filter(({ size }) => size > 0) : []
  return Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())))
}

/**
 * The chat's file form (`file` once or more, `id` as with every message) → files of one message. What they are
 * is checked by `receiveFiles`.
 */
export async function readFiles(given: unknown, envelope: Envelope): Promise<SentFiles> {
  const { sender, newId } = envelope
  const ownId = form.safeParse(given).data?.id
  const id = `web-chat:${sender}:${ownId ?? newId()}`
  return { id, channel: 'web-chat', sender, files: await chosenFiles(given) }
}
