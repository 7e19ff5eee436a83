import { rebuild } from '#app/evaluation/rebuild.ts'
import type { RowFault } from '#app/evaluation/read-models-port.ts'
import { readArgs } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { databasePath, openData } from '#cli/database/open-data.ts'
import { auditTexts } from '#cli/database/texts-audit.ts'
import { fillText } from '#cli/texts.ts'

type Done = { readonly lines: readonly string[]; readonly code: number }

const say = auditTexts.rebuild
const toldEvery = 10_000

/**
 * npm run rebuild: makes what lists, rates and search read anew from history wherever it differs, and says what did.
 * `--check`: says it only. Code 0: nothing differed, or all of it is mended; 1: something differs; 2: not looked at.
 * Throws CliFault.
 */
export async function rebuildCommand(argv: readonly string[], env: Env): Promise<Done> {
  const { words, options } = readArgs(
    argv,
    { db: { type: 'string' }, check: { type: 'boolean' } },
    say.usage,
  )
  if (words.length > 0) return { lines: [say.usage], code: 2 }
  const { db, check = false } = options
  const path = databasePath(typeof db === 'string' ? db : undefined, env)
  const data = await openData(path, env)
  if (data === null) return { lines: [fillText(auditTexts.noDatabase, { path })], code: 2 }
  try {
    if (data.key !== 'ours') return { lines: [auditTexts.keys[data.key]], code: 2 }
    const mend = check !== true
    const readModels = data.readModels()
    const { tickets, faults } = await rebuild({ ...data, readModels }, { mend, progress: told })
    const done = mend && faults.length > 0 ? [say.mended] : []
    const lines = [fillText(say.counted, { tickets }), ...rowsInWords(faults), ...done]
    return { lines, code: faults.length === 0 || mend ? 0 : 1 }
  } finally {
    data.database.close()
  }
}

function told(tickets: number): void {
  if (tickets > 0 && tickets % toldEvery === 0) {
    process.stderr.write(`${fillText(say.progress, { tickets })}\n`)
  }
}

/** What differs, a line for each row; that nothing does. */
export function rowsInWords(faults: readonly RowFault[]): readonly string[] {
  if (faults.length === 0) return [say.same]
  return [
    fillText(say.differ, { count: faults.length }),
    ...faults.map(({ number, ticketId, table, kind, columns }) =>
      fillText(say.fault, {
        ticket: number === '' ? ticketId : number,
        table,
        kind: say.kinds[kind],
        columns: columns.join(', '),
      }),
    ),
  ]
}
