import { parseArgs } from 'node:util'
import { recomputeDispatchAccuracy, recomputeRates } from '#app/audit-rates.ts'
import type { RecomputedRates } from '#app/audit-rates.ts'
import type { Period } from '#app/read-bureau.ts'
import type { DispatchRow } from '#domain/dispatch-accuracy.ts'
import type { RateGroup } from '#domain/rates.ts'
import { monthPeriod } from '#web/bureau/period.ts'
import { databasePath, openData } from './open-data.ts'
import type { OpenData } from './open-data.ts'
import { dispatchInWords, ratesInWords } from './rates-text.ts'
import { auditTexts } from './texts-audit.ts'
import { fillText } from './texts.ts'

const groups: Readonly<Record<string, RateGroup>> = {
  unit: 'handler',
  town: 'town',
  category: 'category',
  clause: 'clause',
}

type Asked = {
  readonly period: Period
  readonly month: string
  readonly by: string
  readonly group: RateGroup
}

/**
 * The three rates and the composite of a month, recomputed from events alone. Exit 0: as the pages show them;
 * 1: otherwise; 2: wrong use or no database. `--dispatch` adds how first dispatches went, per rule and unit.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      period: { type: 'string' },
      by: { type: 'string', default: 'unit' },
      db: { type: 'string' },
      dispatch: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const asked = readAsked(values.period ?? '', values.by)
  if (asked === null) return fail(auditTexts.ratesUsage)
  const path = databasePath(values.db)
  const data = await openData(path)
  if (data === null) return fail(fillText(auditTexts.noDatabase, { path }))
  const { found, dispatches } = await compute(data, asked, values.dispatch)
  data.database.close()
  console.log(values.json ? asJson(asked, found, dispatches) : inWords(asked, found, dispatches))
  return found.agrees ? 0 : 1
}

function fail(text: string): number {
  console.error(text)
  return 2
}

function readAsked(month: string, by: string): Asked | null {
  const period = /^\d{4}-\d{2}$/.test(month) ? monthPeriod(month) : null
  const group = groups[by]
  return period === null || group === undefined ? null : { period, month, by, group }
}

type Computed = {
  readonly found: RecomputedRates
  readonly dispatches: readonly DispatchRow[] | null
}

async function compute(data: OpenData, asked: Asked, dispatch: boolean): Promise<Computed> {
  const found = await recomputeRates(data, asked)
  const dispatches = dispatch ? await recomputeDispatchAccuracy(data, asked.period) : null
  return { found, dispatches }
}

function asJson(
  { month, by, period }: Asked,
  { table, agrees, tickets }: RecomputedRates,
  dispatches: Computed['dispatches'],
): string {
  const common = { month, by, period, tickets, agrees, ...table }
  return JSON.stringify(dispatches === null ? common : { ...common, dispatches }, null, 2)
}

function inWords(
  { month, group }: Asked,
  found: RecomputedRates,
  dispatches: Computed['dispatches'],
): string {
  return [
    ratesInWords(month, group, found),
    ...(dispatches === null ? [] : [dispatchInWords(dispatches)]),
  ].join('\n\n')
}

process.exitCode = await main(process.argv.slice(2))
