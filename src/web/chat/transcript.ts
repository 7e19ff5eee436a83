import type { Ctx } from '#app/ctx.ts'
import type { TranscriptEntry } from '#app/ports.ts'

const shown = 200
const pageSize = 500

export type Talk = {
  readonly entries: readonly TranscriptEntry[]
  /** Earlier entries that are not among these. */
  readonly cut: boolean
  /** Of the last entry; 0 when nothing was said yet. */
  readonly cursor: number
}

/** The latest part of a sender's dialogue on the web, oldest entry first. */
export async function readTalk(ctx: Ctx, sender: string): Promise<Talk> {
  let entries: readonly TranscriptEntry[] = []
  let cut = false
  for (let cursor = 0; ; cursor = entries.at(-1)?.cursor ?? cursor) {
    const page = await ctx.dialogues.transcript('web-chat', sender, cursor, pageSize)
    const all = [...entries, ...page]
    entries = all.slice(-shown)
    cut ||= all.length > shown
    if (page.length < pageSize) break
  }
  return { entries, cut, cursor: entries.at(-1)?.cursor ?? 0 }
}

/** The cursor of the entry whose buttons still answer something; null when none do. */
export function openQuestion(entries: readonly TranscriptEntry[]): number | null {
  const last = entries.findLast((entry) => entry.from === 'citizen' || entry.choices.length > 0)
  return last === undefined || last.from === 'citizen' ? null : last.cursor
}
