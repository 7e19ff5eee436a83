import type { StoredEvent } from '#domain/ticket/events.ts'
import { strikes } from '#domain/settled.ts'
import type { Ports } from '#app/ports.ts'
import { changeOf } from '#app/tickets/plan-change.ts'
import type { Archive } from './archive-port.ts'
import type { ReadModels, Replayed, RowFault } from './read-models-port.ts'

type RebuildPorts = {
  readonly archive: Pick<Archive, 'histories'>
  readonly store: Pick<Ports['store'], 'history'>
  readonly readModels: ReadModels
}

export type Rebuilt = { readonly tickets: number; readonly faults: readonly RowFault[] }

const perPiece = 100
/** As many faults are told one by one; the others are counted. */
const toldAtMost = 1000

/**
 * Holds every table that follows from history against it, ticket by ticket; `mend`: writes anew what differs. What is
 * written to meanwhile is looked at once more. `progress`: tickets done so far. Memory does not grow with the archive.
 */
export async function rebuild(
  { archive, store, readModels }: RebuildPorts,
  { mend, progress }: { readonly mend: boolean; readonly progress?: (tickets: number) => void },
): Promise<Rebuilt> {
  const faults: RowFault[] = [...(await readModels.strays())]
  let tickets = 0
  for (let after: string | null = null; ;) {
    const piece = await archive.histories(after, perPiece)
    for (const history of piece) {
      const found = await readModels.differences(replay(history))
      if (found.length === 0) continue
      const again = replay(await store.history(history[0]?.ticketId ?? ''))
      const lasting = await readModels.differences(again)
      if (mend && lasting.length > 0) await readModels.rebuild(again)
      if (faults.length < toldAtMost) faults.push(...lasting)
    }
    tickets += piece.length
    progress?.(tickets)
    after = piece.at(-1)?.[0]?.ticketId ?? null
    if (piece.length < perPiece || after === null) return { tickets, faults }
  }
}

/**
 * A history as few changes: a verdict struck out is that of a change before, and words after the marker of an erased
 * ticket are those of a change behind.
 */
function replay(history: readonly StoredEvent[]): Replayed {
  const pieces: StoredEvent[][] = []
  for (const event of history) {
    const last = pieces.at(-1)
    const apart = strikes(event) !== null || last?.at(-1)?.type === 'erased'
    if (last === undefined || apart) pieces.push([event])
    else last.push(event)
  }
  const changes: Replayed[number][] = []
  for (const piece of pieces) {
    changes.push(changeOf(history[0]?.ticketId ?? '', changes.at(-1)?.after ?? null, piece))
  }
  return changes
}
