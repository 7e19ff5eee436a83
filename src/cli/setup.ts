import { noMedia } from '#app/files/media-tools.ts'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { z } from 'zod'
import { importMapSchema } from '#app/import/import-map.ts'
import type { ImportMap } from '#app/import/import-map.ts'
import type { Ctx } from '#app/ctx.ts'
import { system } from '#app/tickets/plan-change.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import { createFacts } from '#db/facts.ts'
import { createPorts } from '#db/ports.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { readConfig } from '#server/config.ts'
import type { Config } from '#server/config.ts'
import { silentLog } from '#server/log.ts'
import { findSecret } from '#server/secret.ts'
import { StartFault, startFaultLine } from '#server/start-fault.ts'
import { serverTexts } from '#server/texts.ts'
import { cliTexts, fillText } from './texts.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** What a command was told; null when it was not understood. */
export type Told = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** Something a person has to put right; `message` is for them. */
export class CliFault extends Error {}

/** Reads a command line, strictly; a fault with the usage when it does not fit. */
export function readArgs(
  argv: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  usage: string,
): Told {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    return { words: positionals, options: values as Told['options'] } // Safe: no option is a list.
  } catch {
    throw new CliFault(usage)
  }
}

/** A map file, checked whole. */
export function readMap(path: string): ImportMap {
  z.config(z.locales.zhCN())
  let given: unknown
  try {
    given = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new CliFault(fillText(cliTexts.noMap, { path, why: whyOf(error) }))
  }
  const parsed = importMapSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const why = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`)
  throw new CliFault(fillText(cliTexts.noMap, { path, why: why.join('；') }))
}

export function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The server's settings; `db`: another database than theirs. */
export function readSettings(env: Env, db?: string | boolean): Config {
  const other = typeof db === 'string' ? { HUIYING_DB: db } : {}
  const read = readConfig({ ...env, ...other })
  if ('config' in read) return read.config
  const faults = read.faults.map(({ name, message }) => `  ${name}: ${message}`)
  throw new CliFault([serverTexts.configFaults, ...faults].join('\n'))
}

/** The house's database as the server's settings name it, or `db`; use cases act as the house itself. */
export async function withDatabase<T>(
  env: Env,
  db: string | undefined,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const config = readSettings(env, db)
  const { secret } = findSecret(config.secret, config.database)
  const database = openSqlite(config.database)
  try {
    const now = Date.now
    const newId = () => crypto.randomUUID()
    const seal = await makeSeal(secret)
    if (!(await createFacts(database, seal).isOurKey())) throw new StartFault('wrongKey')
    const ports = createPorts(database, seal, { newId, now })
    return await work({
      ...ports,
      senders: {},
      actor: system,
      now,
      newId,
      media: noMedia,
      pause: () => Promise.resolve(),
      randomBytes: (n) => crypto.getRandomValues(new Uint8Array(n)),
      giveNumbers: makeNumbers(ports.readers),
      log: silentLog,
    })
  } finally {
    database.close()
  }
}

/** What a person has to put right, in their words; null for a fault of the program. */
function lineOf(error: unknown): string | null {
  if (error instanceof CliFault) return error.message
  const read = readConfig(process.env)
  return 'config' in read ? startFaultLine(error, read.config) : null
}

/** Runs a command: its lines to the terminal, a fault to the error stream; its exit code. */
export async function runCommand(
  work: () => Promise<{ readonly lines: readonly string[]; readonly code: number }>,
): Promise<void> {
  try {
    const { lines, code } = await work()
    for (const line of lines) process.stdout.write(`${line}\n`)
    process.exitCode = code
  } catch (error) {
    const line = lineOf(error)
    if (line === null) throw error
    process.stderr.write(`${line}\n`)
    process.exitCode = 1
  }
}
