import { auditHistory } from '#app/evaluation/audit-history.ts'
import type { AuditReport } from '#app/evaluation/audit-history.ts'
import type { AuditFault } from '#app/evaluation/archive-port.ts'
import { readArgs } from '#cli/setup.ts'
import type { Env } from '#cli/setup.ts'
import { databasePath, openData } from '#cli/database/open-data.ts'
import { auditTexts } from '#cli/database/texts-audit.ts'
import { rebuild } from '#app/evaluation/rebuild.ts'
import { rowsInWords } from './rebuild-command.ts'
import { fillText } from '#cli/texts.ts'

type Done = { readonly lines: readonly string[]; readonly code: number }

/**
 * npm run audit:verify: recomputes every keyed hash of the stored history and every seal over it, and holds the tables
 * that follow from history against it. Code 0: whole;
 * 1: tampered with; 2: not checked, since there is no database or not its key. `--head HASH`: a seal written down
 * elsewhere has to be among them. Throws CliFault.
 */
export async function auditVerifyCommand(argv: readonly string[], env: Env): Promise<Done> {
  const { words, options } = readArgs(
    argv,
    { db: { type: 'string' }, head: { type: 'string' }, json: { type: 'boolean' } },
    auditTexts.usage,
  )
  if (words.length > 0) return { lines: [auditTexts.usage], code: 2 }
  const { db, head = null, json } = options
  const path = databasePath(typeof db === 'string' ? db : undefined, env)
  const data = await openData(path, env)
  if (data === null) return { lines: [fillText(auditTexts.noDatabase, { path })], code: 2 }
  try {
    if (data.key !== 'ours') return { lines: [auditTexts.keys[data.key]], code: 2 }
    const report = await auditHistory(data, typeof head === 'string' ? head : null)
    const { faults: rows } = await rebuild(
      { ...data, readModels: data.readModels() },
      { mend: false },
    )
    const lines =
      json === true
        ? [JSON.stringify({ ...report, rows }, null, 2)]
        : [...inWords(report), ...rowsInWords(rows)]
    return { lines, code: report.faults.length + rows.length === 0 ? 0 : 1 }
  } finally {
    data.database.close()
  }
}

function inWords({ head, faults, ...counted }: AuditReport): readonly string[] {
  return [
    fillText(auditTexts.counted, counted),
    ...(head === null ? [] : [fillText(auditTexts.head, head)]),
    ...(faults.length === 0
      ? [auditTexts.whole]
      : [fillText(auditTexts.faults, { count: faults.length }), ...faults.map(faultInWords)]),
  ]
}

function faultInWords({ kind, position, chain, number, seq }: AuditFault): string {
  return fillText(auditTexts.fault, {
    kind: auditTexts.kinds[kind],
    where: number ?? chain ?? '-',
    seq: seq ?? '-',
    position: position ?? '-',
  })
}
