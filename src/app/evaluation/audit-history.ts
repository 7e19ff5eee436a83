import type { AuditFault, AuditPlace, Head } from '#app/evaluation/archive-port.ts'
import { lostHead } from '#app/evaluation/audit.ts'
import type { Ports } from '#app/ports.ts'

const mostFaults = 100

/** What an audit of everything found. */
export type AuditReport = {
  readonly tickets: number
  /** Of history and of the journal. */
  readonly entries: number
  readonly seals: number
  /** The newest seal: worth writing down elsewhere, for the next audit. */
  readonly head: Head | null
  /** Entries no seal covers yet. */
  readonly unsealed: number
  /** A hundred at most. */
  readonly faults: readonly AuditFault[]
}

const begin: AuditPlace = { pass: 'events', after: null }

/** Recomputes every hash and every seal; `head`: the hash of a seal written down elsewhere, if any, besides what is kept. */
export async function auditHistory(
  ports: Pick<Ports, 'archive' | 'heads'>,
  head: string | null,
): Promise<AuditReport> {
  const { archive } = ports
  const faults: AuditFault[] = []
  const sums = { tickets: 0, entries: 0, seals: 0 }
  for (let place: AuditPlace | null = begin; place !== null;) {
    const step = await archive.audit(place)
    faults.push(...step.faults.slice(0, mostFaults - faults.length))
    sums.tickets += step.tickets
    sums.entries += step.entries
    sums.seals += step.seals
    place = step.next
  }
  const isLost = head !== null && !(await archive.knows(head))
  if (isLost || (await lostHead(ports)) !== null) faults.push(headUnknown)
  return {
    ...sums,
    head: await archive.head(),
    unsealed: await archive.unsealed(),
    faults,
  }
}

/** The database is not the one whose head was written down, or an older copy of it. */
const headUnknown: AuditFault = {
  kind: 'head-unknown',
  position: null,
  chain: null,
  number: null,
  seq: null,
}
