import type { StoredMedia } from '#app/files/attachments-port.ts'
import { newFileKey } from './files/files.ts'
import type { Files } from './files/files.ts'
import { sealOverhead } from './seal.ts'
import type { Seal } from './seal.ts'

/** Bytes sealed at once: what a player asks for in the middle of a video is opened without the rest. */
const pieceBytes = 256 * 1024
const sealedPieceBytes = pieceBytes + sealOverhead

/** An attachment by its id, the key of its file, and its size without the seal, in bytes. */
type Sealed = { readonly id: string; readonly key: string; readonly size: number }

/** Where a piece belongs: one that was moved, swapped or taken from another file does not open. */
function placeOf({ id, key }: Pick<Sealed, 'id' | 'key'>, index: number): string {
  return JSON.stringify(['file', id, key, index])
}

type Unsealed = { readonly id: string; readonly bytes: Uint8Array }

/** Writes an attachment's bytes, sealed piece by piece, under a key of their own. Gives the key. */
export async function writeSealed(
  files: Files,
  seal: Seal,
  { id, bytes }: Unsealed,
): Promise<string> {
  const key = newFileKey()
  const pieces = Math.ceil(bytes.length / pieceBytes)
  const whole = new Uint8Array(bytes.length + pieces * sealOverhead)
  for (let index = 0; index < pieces; index += 1) {
    const piece = bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes)
    whole.set(await seal.sealBytes(piece, placeOf({ id, key }, index)), index * sealedPieceBytes)
  }
  await files.write(key, whole)
  return key
}

/** Reads parts of what `writeSealed` wrote. Throws when the file is gone, altered or cut short. */
export function sealedReader(files: Files, seal: Seal, of: Sealed): StoredMedia['read'] {
  const { key, size } = of
  return async (from, to) => {
    const end = Math.min(to, size)
    if (from >= end) return new Uint8Array()
    const first = Math.floor(from / pieceBytes)
    const last = Math.ceil(end / pieceBytes)
    const sealed = await files.read(key, first * sealedPieceBytes, last * sealedPieceBytes)
    if (sealed === null) throw new Error('the file of an attachment is missing')
    const opened = new Uint8Array(end - from)
    for (let index = first; index < last; index += 1) {
      const at = (index - first) * sealedPieceBytes
      const piece = await seal.openBytes(
        sealed.subarray(at, at + sealedPieceBytes),
        placeOf(of, index),
      )
      const start = index * pieceBytes
      const wanted = piece.subarray(Math.max(0, from - start), end - start)
      opened.set(wanted, Math.max(0, start - from))
    }
    return opened
  }
}
