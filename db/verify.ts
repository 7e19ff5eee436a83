import { and, asc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { AuditFault, AuditReport } from '#app/evaluation/archive-port.ts'
import { genesis, hashOf, isErasedLink, sealHash } from './chain.ts'
import type { Link } from './chain.ts'
import type { Db } from './database.ts'
import { macKey } from './keys.ts'
import { auditSeals, events, tickets } from './schema.ts'
import type { Seal } from './seal.ts'

const eventsPerPage = 2000
const mostFaults = 100

type Row = Link & { readonly position: number; readonly hash: string }
type Fault = Pick<AuditFault, 'kind'> & Partial<AuditFault>
type Tail = { readonly seq: number; readonly hash: string; readonly erased: Row | null }

/** What is known while history is read in the order it was written. */
type Reading = {
  readonly tails: Map<string, Tail>
  readonly faults: Fault[]
  /** Hashes since the last seal. */
  pending: string[]
  position: number
  events: number
}

/**
 * Recomputes every hash of the history and every seal over it; `seal` null: without the master secret. `head`
 * is a seal's hash written down elsewhere. See `Archive.verify`.
 */
export async function verifyHistory(
  db: Db,
  seal: Seal | null,
  head: string | null,
): Promise<AuditReport> {
  const reading: Reading = { tails: new Map(), faults: [], pending: [], position: 0, events: 0 }
  const seals = await db.select().from(auditSeals).orderBy(asc(auditSeals.upTo))
  let previous = genesis
  for (const one of seals) {
    await readUpTo(db, reading, one.upTo)
    const expected = await sealHash(previous, reading.pending)
    const where = { position: one.upTo }
    if (expected !== one.hash) reading.faults.push({ kind: 'seal-broken', ...where })
    if (seal !== null && (await macKey(seal, one.hash)) !== one.mac) {
      reading.faults.push({ kind: 'seal-forged', ...where })
    }
    reading.pending = []
    previous = one.hash
  }
  await readUpTo(db, reading, Number.MAX_SAFE_INTEGER)
  reading.faults.push(...(await lastPosition(db, reading)), ...unmarked(reading))
  reading.faults.push(...(await againstTickets(db, reading)))
  if (head !== null && !seals.some(({ hash }) => hash === head)) {
    reading.faults.push({ kind: 'head-unknown' })
  }
  const newest = seals.at(-1)
  return {
    tickets: reading.tails.size,
    events: reading.events,
    seals: seals.length,
    head: newest === undefined ? null : { upTo: newest.upTo, hash: newest.hash },
    unsealed: reading.pending.length,
    faults: await named(db, reading.faults.slice(0, mostFaults)),
  }
}

async function readUpTo(db: Db, reading: Reading, upTo: number): Promise<void> {
  for (;;) {
    const rows = await db
      .select()
      .from(events)
      .where(and(gt(events.position, reading.position), lte(events.position, upTo)))
      .orderBy(asc(events.position))
      .limit(eventsPerPage)
    for (const row of rows) await readOne(reading, row)
    if (rows.length < eventsPerPage) return
  }
}

async function readOne(reading: Reading, row: Row): Promise<void> {
  const { ticketId, seq, position } = row
  const where = { position, ticketId, seq }
  const before = reading.tails.get(ticketId) ?? { seq: 0, hash: genesis, erased: null }
  if (position !== reading.position + 1) {
    reading.faults.push({ kind: 'removed', ...where, position: reading.position + 1 })
  }
  if (seq !== before.seq + 1) reading.faults.push({ kind: 'out-of-order', ...where })
  else if ((await hashOf(before.hash, row)) !== row.hash) {
    reading.faults.push({ kind: 'altered', ...where })
  }
  const erased = row.type === 'erased' ? null : (before.erased ?? (isErasedLink(row) ? row : null))
  reading.tails.set(ticketId, { seq, hash: row.hash, erased })
  reading.pending.push(row.hash)
  reading.position = position
  reading.events += 1
}

/** SQLite remembers the highest position ever given: the newest rows taken out are missed. */
async function lastPosition(db: Db, { position }: Reading): Promise<Fault[]> {
  const [row] = await db.all<{ last: number }>(
    sql`select seq as last from sqlite_sequence where name = 'events'`,
  )
  const removed = (row?.last ?? 0) > position
  return removed ? [{ kind: 'removed', position: position + 1 }] : []
}

/** Personal fields that are gone although no marker says that they were erased. */
function unmarked({ tails }: Reading): Fault[] {
  return [...tails.values()]
    .map(({ erased }) => erased)
    .filter((row) => row !== null)
    .map(({ position, ticketId, seq }) => ({
      kind: 'erased-without-marker',
      position,
      ticketId,
      seq,
    }))
}

/** Tickets' rows know how long their history was. */
async function againstTickets(db: Db, { tails }: Reading): Promise<Fault[]> {
  const last = db
    .select({ ticketId: events.ticketId, seq: sql<number>`max(${events.seq})`.as('last_seq') })
    .from(events)
    .groupBy(events.ticketId)
    .as('last')
  const rows = await db
    .select({ ticketId: tickets.id, seq: tickets.seq })
    .from(tickets)
    .leftJoin(last, eq(last.ticketId, tickets.id))
    .where(or(isNull(last.seq), ne(last.seq, tickets.seq)))
    .limit(mostFaults)
  return rows.map(({ ticketId, seq }) => ({
    kind: tails.has(ticketId) ? 'newest-removed' : 'ticket-removed',
    ticketId,
    seq,
  }))
}

async function named(db: Db, faults: readonly Fault[]): Promise<AuditFault[]> {
  const numbers = new Map<string, string>()
  for (const { ticketId } of faults) {
    if (typeof ticketId !== 'string' || numbers.has(ticketId)) continue
    const [row] = await db
      .select({ number: tickets.number })
      .from(tickets)
      .where(eq(tickets.id, ticketId))
    if (row !== undefined) numbers.set(ticketId, row.number)
  }
  return faults.map(({ kind, position = null, ticketId = null, seq = null }) => {
    const number = ticketId === null ? null : (numbers.get(ticketId) ?? null)
    return { kind, position, ticketId, number, seq }
  })
}
