import { and, eq } from 'drizzle-orm'
import type { Db } from './database.ts'
import { attachmentChunks } from './schema.ts'
import { sealedText } from './seal.ts'
import type { Seal } from './seal.ts'

type Upload = { readonly id: string; readonly upload: string; readonly size: number }

/** The bytes of an attachment stored before there were files. Throws when a piece is missing or altered. */
export async function readChunks(db: Db, seal: Seal, of: Upload): Promise<Uint8Array> {
  const rows = await db
    .select({ index: attachmentChunks.index, sealed: attachmentChunks.sealedBytes })
    .from(attachmentChunks)
    .where(and(eq(attachmentChunks.attachmentId, of.id), eq(attachmentChunks.upload, of.upload)))
    .orderBy(attachmentChunks.index)
  const pieces = await Promise.all(
    rows.map(({ index, sealed }) => {
      const place = JSON.stringify(['attachment', of.id, of.upload, index])
      return seal.openBytes(sealedText(sealed), place)
    }),
  )
  const whole = new Uint8Array(of.size)
  const end = pieces.reduce((at, piece) => {
    whole.set(piece, at)
    return at + piece.length
  }, 0)
  if (end !== of.size) throw new Error('a chunk of an attachment is missing')
  return whole
}
