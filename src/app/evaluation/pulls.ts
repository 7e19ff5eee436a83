import type { SettledRow } from '#domain/settled.ts'
import type { Ctx } from '#app/ctx.ts'
import { weightsFor } from '#app/settings/book.ts'
import { rowsBehind } from './behind.ts'
import type { Period } from './evaluation-period.ts'

const bad = ['not-solved', 'not-satisfied', 'not-contacted'] as const

/**
 * A unit's valid call-backs of a period that were not answered well in all three: each once, those that fail in most
 * rates first. `rows`: all of the period.
 */
export function pullsOf(
  ctx: Ctx,
  rows: readonly SettledRow[],
  { unit, period }: { readonly unit: string; readonly period: Period },
): readonly SettledRow[] {
  const using = weightsFor(ctx.settingBook.known(), period, ctx.now())
  const line = { group: 'handler', key: unit } as const
  const times = new Map<SettledRow, number>()
  for (const figure of bad) {
    for (const row of rowsBehind(rows, { line, figure, using })) {
      times.set(row, (times.get(row) ?? 0) + 1)
    }
  }
  return [...times].sort(([a, n], [b, m]) => m - n || a.settledAt - b.settledAt).map(([row]) => row)
}
