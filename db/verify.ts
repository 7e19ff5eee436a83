import { asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import type {
  AuditFault,
  AuditPlace,
  AuditStep,
  LedgerName,
  SealsRead,
} from '#app/evaluation/archive-port.ts'
import { canonical, genesis, hashOf, isErasedLink } from './chain.ts'
import { isOneOf } from './database.ts'
import type { Db } from './database.ts'
import { chainsAfter, endOf, writtenBetween } from './ledgers.ts'
import type { LedgerRow, Written } from './ledgers.ts'
import type { ReadEvent } from './read-event.ts'
import { auditSeals, events, facts, journal, settingChanges, tickets } from './schema.ts'
import { noSeal, sealHash, sealMac, sealsSoFar } from './sealing.ts'
import type { SealRow } from './sealing.ts'
import type { Seal } from './seal.ts'

const chainsPerStep = 200
const sealsPerStep = 20
const mostFaults = 100
/** What is older than the newest sign of life by so much has been sealed, if the house ran. */
const sealedWithinMs = 3_600_000

/** Entries that say that personal fields before them are gone. */
const markers: ReadonlySet<string> = new Set(['erased', 'reasons-erased'])

type Reading = { readonly db: Db; readonly readEvent: ReadEvent }
type Fault = Pick<AuditFault, 'kind'> & Partial<AuditFault>
type Found = Pick<AuditStep, 'next'> &
  Partial<Omit<AuditStep, 'faults' | 'next'>> & {
    readonly faults: readonly Fault[]
  }

/** A piece of the audit; see `Archive.audit`. */
export async function auditPiece(
  reading: Reading,
  seal: Seal,
  place: AuditPlace,
): Promise<AuditStep> {
  const found = await passOver(reading, seal, place)
  const faults = await named(reading.db, found.faults.slice(0, mostFaults))
  return { tickets: 0, entries: 0, seals: 0, histories: [], ...found, faults }
}

function passOver(reading: Reading, seal: Seal, place: AuditPlace): Promise<Found> {
  const { db } = reading
  switch (place.pass) {
    case 'events':
    case 'journal':
      return overChains(reading, seal, place.pass, place.after)
    case 'seals':
      return overSeals(db, seal, place.after ?? noSeal)
    case 'ends':
      return overEnds(db)
  }
}

const afterLedger = {
  events: { pass: 'journal', after: null },
  journal: { pass: 'seals', after: null },
} as const satisfies Record<LedgerName, AuditPlace>

async function overChains(
  { db, readEvent }: Reading,
  seal: Seal,
  pass: LedgerName,
  after: string | null,
): Promise<Found> {
  const chains = await chainsAfter(db, pass, { after, limit: chainsPerStep })
  const all = [...chains.values()]
  const last = [...chains.keys()].at(-1)
  return {
    faults: all.flatMap((rows) => faultsOfChain(seal, rows)),
    entries: all.reduce((sum, rows) => sum + rows.length, 0),
    ...(pass === 'events'
      ? { tickets: all.length, histories: all.map((rows) => historyOf(rows, readEvent)) }
      : {}),
    next: last === undefined ? afterLedger[pass] : { pass, after: last },
  }
}

function historyOf(
  rows: readonly LedgerRow[],
  readEvent: ReadEvent,
): AuditStep['histories'][number] {
  return rows.map(({ chain, seq, at, type, version, by, data, personal }) =>
    readEvent({ ticketId: chain, seq, at, type, version, by, data, personal }),
  )
}

/** Each entry of a chain against the one before it. */
function faultsOfChain(seal: Seal, rows: readonly LedgerRow[]): Fault[] {
  const faults: Fault[] = []
  let [seq, hash] = [0, genesis]
  let erased: LedgerRow | null = null
  for (const row of rows) {
    const { chain, position } = row
    const where = { chain, position, seq: row.seq }
    if (row.seq !== seq + 1) faults.push({ kind: 'out-of-order', ...where })
    else if (hashOf(seal, hash, row) !== row.hash) faults.push({ kind: 'altered', ...where })
    if (markers.has(row.type)) erased = null
    else if (erased === null && isErasedLink(row)) erased = row
    ;[seq, hash] = [row.seq, row.hash]
  }
  if (erased === null) return faults
  const { chain, position } = erased
  return [...faults, { kind: 'erased-without-marker', chain, position, seq: erased.seq }]
}

async function overSeals(db: Db, seal: Seal, from: SealsRead): Promise<Found> {
  const rows = await db
    .select()
    .from(auditSeals)
    .where(gt(auditSeals.number, from.number))
    .orderBy(asc(auditSeals.number))
    .limit(sealsPerStep)
  const faults: Fault[] = []
  let before = from
  for (const row of rows) {
    faults.push(...(await faultsOfSeal(db, seal, before, row)))
    before = row
  }
  const { number, entries, at, hash, events: lastEvent, journal } = before
  const read = { number, entries, at, hash, events: lastEvent, journal }
  if (rows.length === sealsPerStep) {
    return { faults, seals: rows.length, next: { pass: 'seals', after: read } }
  }
  faults.push(...(await afterLastSeal(db, read)))
  return { faults, seals: rows.length, next: { pass: 'ends' } }
}

async function faultsOfSeal(
  db: Db,
  seal: Seal,
  before: SealsRead,
  row: SealRow,
): Promise<readonly Fault[]> {
  const where = { position: row.number }
  if (sealMac(seal, row.hash) !== row.mac) return [{ kind: 'seal-forged', ...where }]
  // Without the one before, it cannot be told what this one covers.
  if (row.number !== before.number + 1) {
    return [{ kind: 'seal-missing', position: before.number + 1 }]
  }
  const [newEvents, newEntries] = [
    await writtenBetween(db, 'events', { after: before.events, upTo: row.events }),
    await writtenBetween(db, 'journal', { after: before.journal, upTo: row.journal }),
  ]
  const written = [...newEvents, ...newEntries]
  const hashes = written.map(({ hash }) => hash)
  const gaps = [
    ...gapsIn(newEvents, before.events, row.events),
    ...gapsIn(newEntries, before.journal, row.journal),
  ]
  const unknown = written.some(({ seals }) => seals >= row.number)
  const isWhole =
    row.entries === before.entries + written.length &&
    sealHash(before.hash, row, hashes) === row.hash
  return [
    ...gaps,
    ...(unknown ? [{ kind: 'seal-missing', ...where } as const] : []),
    ...(isWhole ? [] : [{ kind: 'seal-broken', ...where } as const]),
  ]
}

/** Positions have no gaps: the first one missing between those in (after, upTo], each time. */
function gapsIn(rows: readonly Written[], after: number, upTo: number): Fault[] {
  const ends = [after, ...rows.map(({ position }) => position), upTo + 1]
  return ends.flatMap((position, index) => {
    const expected = (ends[index - 1] ?? position - 1) + 1
    return position === expected ? [] : [{ kind: 'removed', position: expected } as const]
  })
}

/** What no seal covers: the newest, and whatever is missing at the end. The engine remembers numbers given. */
async function afterLastSeal(db: Db, last: SealsRead): Promise<readonly Fault[]> {
  const tails = [
    await endOf(db, 'events', last.events),
    await endOf(db, 'journal', last.journal),
  ] as const
  const [made, alive] = [await sealsSoFar(db), await lastSignOfLife(db)]
  const known = Math.max(made, ...tails.map(({ seals }) => seals))
  const oldest = Math.min(...tails.map(({ oldestAt }) => oldestAt ?? Infinity))
  const removed = tails.flatMap(({ count, last: newest, given }, index) => {
    const before = index === 0 ? last.events : last.journal
    const isWhole = newest - before === count && given <= newest
    return isWhole ? [] : [{ kind: 'removed', position: newest + 1 } as const]
  })
  return [
    ...removed,
    ...(known > last.number ? [{ kind: 'seal-missing', position: last.number + 1 } as const] : []),
    ...(alive - oldest > sealedWithinMs ? [{ kind: 'unsealed' } as const] : []),
  ]
}

/** When the house last wrote anything, UTC milliseconds. */
async function lastSignOfLife(db: Db): Promise<number> {
  const [row] = await db.all<{ readonly at: number }>(
    sql`select max(coalesce((select max(at) from ${events}), 0),
      coalesce((select cast(value as integer) from ${facts} where name = 'written'), 0)) as at`,
  )
  return row?.at ?? 0
}

/** Settings are what the journal says of them, and nothing else. */
async function faultsOfSettings(db: Db): Promise<readonly Fault[]> {
  const rows = await db.select().from(settingChanges).orderBy(asc(settingChanges.id))
  const told = await db
    .select()
    .from(journal)
    .where(eq(journal.type, 'setting-changed'))
    .orderBy(asc(journal.position))
  const kept = rows.map(({ id: _id, by, at, ...data }) => canonical({ at, by, data }))
  const entries = told.map(({ by, at, data, chain }) => ({
    chain,
    says: canonical({ at, by: by.id, data }),
  }))
  const known = new Set(entries.map(({ says }) => says))
  const stands = new Set(kept)
  return [
    ...entries
      .filter(({ says }) => !stands.has(says))
      .map(({ chain }): Fault => ({ kind: 'altered', chain })),
    ...rows
      .filter((_, index) => !known.has(kept[index] ?? ''))
      .map(({ setting }): Fault => ({ kind: 'altered', chain: `setting:${setting}` })),
  ]
}

/** Tickets' rows know how long their history was. */
async function overEnds(db: Db): Promise<Found> {
  const last = db
    .select({ ticketId: events.ticketId, seq: sql<number>`max(${events.seq})`.as('last_seq') })
    .from(events)
    .groupBy(events.ticketId)
    .as('last')
  const rows = await db
    .select({ ticketId: tickets.id, seq: tickets.seq, last: last.seq })
    .from(tickets)
    .leftJoin(last, eq(last.ticketId, tickets.id))
    .where(or(isNull(last.seq), ne(last.seq, tickets.seq)))
    .limit(mostFaults)
  const faults = rows.map(({ ticketId, seq, last: found }): Fault => ({
    kind: found === null ? 'ticket-removed' : 'newest-removed',
    chain: ticketId,
    seq,
  }))
  return { faults: [...faults, ...(await faultsOfSettings(db))], next: null }
}

async function named(db: Db, faults: readonly Fault[]): Promise<AuditFault[]> {
  const ids = faults.map(({ chain = null }) => chain).filter((chain) => chain !== null)
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: tickets.id, number: tickets.number })
          .from(tickets)
          .where(isOneOf(tickets.id, ids))
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return faults.map(({ kind, position = null, chain = null, seq = null }) => {
    const number = chain === null ? null : (numbers.get(chain) ?? null)
    return { kind, position, chain, number, seq }
  })
}
