import { parseArgs } from 'node:util'
import { recomputeRates } from '#app/evaluation/audit-rates.ts'
import type { RecomputedRates } from '#app/evaluation/audit-rates.ts'
import { recomputeDispatches, recomputeParticipation } from '#app/evaluation/read-evaluation.ts'
import type { Period } from '#app/evaluation/read-bureau.ts'
import type { DispatchView } from '#app/evaluation/read-evaluation.ts'
import type { ParticipationRow } from '#domain/participation.ts'
import type { RateGroup } from '#domain/tally.ts'
import { monthPeriod } from '#web/bureau/period.ts'
import { databasePath, openData } from './open-data.ts'
import type { OpenData } from './open-data.ts'
import { dispatchInWords, ratesInWords, unitsInWords } from './rates-text.ts'
import { auditTexts } from './texts-audit.ts'
import { fillText } from '#cli/texts.ts'

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
 * 1: otherwise; 2: wrong use or no database. `--dispatch` adds how first dispatches went, per rule and unit, and
 * what conferences decided; `--units` what each unit did beside its own tickets; with
 * `--alarms` both of what machines reported, without it of what citizens said.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      period: { type: 'string' },
      by: { type: 'string', default: 'unit' },
      db: { type: 'string' },
      dispatch: { type: 'boolean', default: false },
      units: { type: 'boolean', default: false },
      alarms: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const asked = readAsked(values.period ?? '', values.by)
  if (asked === null) return fail(auditTexts.ratesUsage)
  const path = databasePath(values.db)
  const data = await openData(path)
  if (data === null) return fail(fillText(auditTexts.noDatabase, { path }))
  const found = await compute(data, asked, values)
  data.database.close()
  console.log(values.json ? asJson(asked, found) : inWords(asked, found))
  return found.rates.agrees ? 0 : 1
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
  readonly rates: RecomputedRates
  readonly dispatches: DispatchView | null
  readonly units: readonly ParticipationRow[] | null
}

async function compute(
  data: OpenData,
  asked: Asked,
  wanted: { readonly dispatch: boolean; readonly units: boolean; readonly alarms: boolean },
): Promise<Computed> {
  const kind = wanted.alarms ? 'alarm' : 'complaint'
  const evaluated = { period: asked.period, kind } as const
  return {
    rates: await recomputeRates(data, { ...asked, now: Date.now() }),
    dispatches: wanted.dispatch ? await recomputeDispatches(data, evaluated) : null,
    units: wanted.units ? await recomputeParticipation(data, evaluated) : null,
  }
}

function asJson({ month, by, period }: Asked, { rates, dispatches, units }: Computed): string {
  const { table, agrees, tickets } = rates
  const printed = {
    ...{ month, by, period, tickets, agrees, ...table },
    ...(dispatches === null
      ? {}
      : { dispatches: dispatches.rows, conferences: dispatches.conferences }),
    ...(units === null ? {} : { units }),
  }
  return JSON.stringify(printed, null, 2)
}

function inWords({ month, group }: Asked, { rates, dispatches, units }: Computed): string {
  return [
    ratesInWords(month, group, rates),
    ...(dispatches === null ? [] : [dispatchInWords(dispatches.rows)]),
    ...(units === null ? [] : [unitsInWords(units)]),
  ].join('\n\n')
}

process.exitCode = await main(process.argv.slice(2))
