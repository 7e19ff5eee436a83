import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { recomputeRates } from '#app/evaluation/audit-rates.ts'
import { auditHistory } from '#app/evaluation/audit-history.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { findSecret } from '#server/secret.ts'
import { percent } from '#cli/database/rates-text.ts'
import { checkSeason } from './simulate-check.ts'
import { fillSeason } from './simulate-season.ts'
import type { Lived } from './simulate.ts'
import { auditTexts } from '#cli/database/texts-audit.ts'
import { fillText } from '#cli/texts.ts'

const day = 86_400_000

function print(text: string, slots: Readonly<Record<string, string | number>> = {}): void {
  process.stdout.write(`${fillText(text, slots)}\n`)
}

/**
 * Simulates a month of the whole district and looks whether all went well. Exit 0: nothing stuck, no clock
 * unserved, rates confirmed; 1: otherwise; 2: wrong use. `--db` keeps the result in a new file.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '7' },
      tickets: { type: 'string', default: '10000' },
      days: { type: 'string', default: '31' },
      db: { type: 'string', default: ':memory:' },
    },
  })
  const [seed, count, days] = [Number(values.seed), Number(values.tickets), Number(values.days)]
  if (![seed, count, days].every((n) => Number.isInteger(n) && n > 0)) {
    print(auditTexts.simulateUsage)
    return 2
  }
  if (existsSync(values.db)) {
    print(auditTexts.simulateFileExists, { path: values.db })
    return 2
  }
  return run(values.db, { seed, count, days })
}

type Given = { readonly seed: number; readonly count: number; readonly days: number }

async function run(path: string, { seed, count, days }: Given): Promise<number> {
  const now = Date.now()
  const { HUIYING_SECRET: given = '' } = process.env
  const { secret } = findSecret(given === '' ? null : given, path)
  const database = openSqlite(path)
  // What is lost in a power cut can be simulated again.
  await database.db.run(sql`pragma synchronous = off`)
  const lived = await fillSeason(database, { seed, secret, now, days, count, accounts: [] })
  const ports = createPorts(database, await makeSeal(secret), {
    newId: () => crypto.randomUUID(),
    now: () => now,
  })
  while ((await ports.archive.seal(now, 0)) !== null);
  report(lived, days)
  const period = { from: now - days * day, to: now + 1 }
  const faults = await checkSeason({ ...ports, database }, { period, now })
  const audit = await auditHistory(ports, null)
  const { table } = await recomputeRates(ports, { period, group: 'handler' })
  database.close()
  print(auditTexts.simulatedRates, {
    valid: table.total.valid,
    contacted: percent(table.total.contacted?.share ?? null),
    solved: percent(table.total.solved?.share ?? null),
    satisfied: percent(table.total.satisfied?.share ?? null),
    composite: percent(table.total.composite),
  })
  return verdict({
    refused: lived.flatMap(({ refused }) => refused),
    ...faults,
    audit: audit.faults.map(({ kind, number }) => `${kind} ${number ?? ''}`),
  })
}

function report(lived: readonly Lived[], days: number): void {
  const tickets = lived.map(({ change }) => change)
  const handlers = new Set(tickets.map(({ after }) => after.handler).filter((one) => one !== null))
  const units = tickets.flatMap(({ after }) => [...after.supporting, ...after.involved])
  print(auditTexts.simulated, {
    days,
    tickets: tickets.length,
    events: tickets.reduce((sum, { events }) => sum + events.length, 0),
    seconds: Math.round(performance.now() / 1000),
  })
  print(auditTexts.simulatedUnits, {
    handlers: handlers.size,
    units: new Set([...handlers, ...units]).size,
    categories: new Set(tickets.map(({ after }) => after.category)).size,
  })
}

const checks = auditTexts.simulateChecks
const shown = 10

function verdict(found: Readonly<Record<keyof typeof checks, readonly string[]>>): number {
  let bad = 0
  for (const [name, what] of Object.entries(checks)) {
    // Safe because `checks` has exactly the names of what was looked for.
    const faults = found[name as keyof typeof checks]
    bad += faults.length
    print(auditTexts.simulatedCheck, {
      ok: faults.length === 0 ? '✓' : '✗',
      what,
      count: faults.length,
    })
    for (const one of faults.slice(0, shown)) print(`    ${one}`)
  }
  print(auditTexts.simulatedTotal, { seconds: Math.round(performance.now() / 1000) })
  return bad === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
