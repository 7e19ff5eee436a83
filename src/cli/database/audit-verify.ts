import { parseArgs } from 'node:util'
import type { AuditFault, AuditReport } from '#app/evaluation/archive-port.ts'
import { databasePath, openData } from './open-data.ts'
import { auditTexts } from './texts-audit.ts'
import { fillText } from '#cli/texts.ts'

/**
 * Recomputes the hash chain of the stored history and every seal over it. Exit 0: whole; 1: tampered with;
 * 2: no database. `--head HASH`: a seal written down elsewhere has to be among them.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      db: { type: 'string' },
      head: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const path = databasePath(values.db)
  const data = await openData(path)
  if (data === null) {
    console.error(fillText(auditTexts.noDatabase, { path }))
    return 2
  }
  const { keyed } = data
  const report = await data.archive.verify({ head: values.head ?? null, keyed })
  data.database.close()
  console.log(values.json ? JSON.stringify({ ...report, keyed }, null, 2) : inWords(report, keyed))
  return report.faults.length === 0 ? 0 : 1
}

function inWords(report: AuditReport, keyed: boolean): string {
  const { tickets, events, seals, head, unsealed, faults } = report
  return [
    fillText(auditTexts.counted, { tickets, events, seals, unsealed }),
    ...(keyed ? [] : [auditTexts.noSecret]),
    ...(head === null ? [] : [fillText(auditTexts.head, head)]),
    ...(faults.length === 0
      ? [auditTexts.whole]
      : [fillText(auditTexts.faults, { count: faults.length }), ...faults.map(faultInWords)]),
  ].join('\n')
}

function faultInWords({ kind, position, ticketId, number, seq }: AuditFault): string {
  return fillText(auditTexts.fault, {
    kind: auditTexts.kinds[kind],
    ticket: number ?? ticketId ?? '-',
    seq: seq ?? '-',
    position: position ?? '-',
  })
}

process.exitCode = await main(process.argv.slice(2))
