import { conceal } from '#intents/personal/index.ts'
import type { ConverseTools } from '#domain/dialogue/types.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ctx } from '#app/ctx.ts'
import type { ImportMap, ResultColumn } from './import-map.ts'
import { sayIn } from '#app/tools/render.ts'
import type { Period } from '#app/intake/source-readers.ts'
import { placeLabel, unitLabel } from '#app/tools/converse-tools.ts'
import { w3cTime } from '#app/tools/w3c-time.ts'

const perRead = 500
const most = 1_000_000

/** A table as it is exported: headings and rows, all text. */
export type Table = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * What has become of imported work orders, oldest first, under the headings they came with and those the map
 * names for results. No personal data goes back: the city has its own. `opened`: when they were imported.
 */
export async function importResults(ctx: Ctx, map: ImportMap, opened?: Period): Promise<Table> {
  const within = opened === undefined ? {} : { opened }
  const ids = [...(await ctx.readers.pick({ channel: 'import', limit: most, ...within }))].reverse()
  // Safe because the results of a map are keyed by nothing else.
  const wanted = Object.entries(map.results) as [ResultColumn, string][]
  const { sourceNumber, receivedAt } = map.columns
  const rows: string[][] = []
  for (let from = 0; from < ids.length; from += perRead) {
    const part = ids.slice(from, from + perRead)
    const histories = await ctx.readers.histories(part)
    for (const id of part) {
      const ticket = fold(id, histories.get(id) ?? [])
      if (ticket === null) continue
      const results = wanted.map(([column]) => resultOf[column](ticket))
      rows.push([ticket.opened.sourceNumber ?? '', timeOf(ticket.opened.receivedAt), ...results])
    }
  }
  return { header: [sourceNumber, receivedAt, ...wanted.map(([, heading]) => heading)], rows }
}

const say: ConverseTools['say'] = (key, slots) => sayIn('zh-hans', key, slots)

const resultOf: Readonly<Record<ResultColumn, (ticket: Ticket) => string>> = {
  number: ({ opened }) => opened.number,
  status: ({ status }) => say(`state.${status}`),
  handler: ({ handler }) => (handler === null ? '' : unitLabel(handler)),
  place: ({ place, opened }) => {
    const label = placeLabel(place, say)
    return opened.secrecy ? conceal(label) : label
  },
  due: ({ deadlines }) => timeOf(deadlines?.solve ?? null),
  cityDue: ({ opened }) => timeOf(opened.sourceOrder?.solveBy ?? null),
  resolvedAt: ({ resolvedAt }) => timeOf(resolvedAt),
  reply: ({ publicReply }) => publicReply ?? '',
  contacted: ({ rating }) =>
    rating === null ? '' : say(`choice.${rating.contacted ? 'yes' : 'no'}`),
  solved: ({ rating }) => (rating === null ? '' : say(`choice.${rating.solved}`)),
  satisfied: ({ rating }) => (rating === null ? '' : say(`choice.${rating.satisfied}`)),
}

/** As spreadsheets show it: 2026-11-23 09:30:00, Beijing time. */
function timeOf(at: number | null): string {
  return at === null ? '' : w3cTime(at).slice(0, 19).replace('T', ' ')
}
