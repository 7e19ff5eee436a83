import { createHash } from 'node:crypto'
import { asc, desc, gt, sql } from 'drizzle-orm'
import type { Sealed } from '#app/evaluation/archive-port.ts'
import { canonical, genesis } from './chain.ts'
import type { Db } from './database.ts'
import { auditSeals, events, journal } from './schema.ts'
import type { Seal } from './seal.ts'

/** Entries of each kind in one seal: a page that fits the memory of a worker. */
const entriesPerSeal = 5000

/** A seal over the entries written since the one before. */
export type SealRow = typeof auditSeals.$inferSelect

/** What is covered before the first seal. */
export const noSeal: SealRow = {
  number: 0,
  at: 0,
  events: 0,
  journal: 0,
  entries: 0,
  hash: genesis,
  mac: '',
}

/** How many seals there have been: the engine remembers numbers given, also of those taken out. */
export async function sealsSoFar(db: Db): Promise<number> {
  const [row] = await db.all<{ readonly given: number }>(
    sql`select max(coalesce((select max(number) from ${auditSeals}), 0),
      coalesce((select seq from sqlite_sequence where name = 'audit_seals'), 0)) as given`,
  )
  return row?.given ?? 0
}

/** The hash of a seal: of the one before it, all that it says, and the hashes of its entries as they were written. */
export function sealHash(
  previous: string,
  { number, at, events: lastEvent, journal: lastEntry, entries }: Omit<SealRow, 'hash' | 'mac'>,
  hashes: readonly string[],
): string {
  const says = canonical({ previous, number, at, lastEvent, lastEntry, entries })
  return createHash('sha256')
    .update(`${says}|${hashes.join('|')}`)
    .digest('hex')
}

/** What only the holder of the master secret can put on a seal. */
export function sealMac(seal: Seal, hash: string): string {
  return seal.mac(`seal:${hash}`)
}

/** Seals what was written since the last seal, a page of it; see `Archive.seal`. */
export async function sealNew(
  db: Db,
  seal: Seal,
  { now, everyMs }: { readonly now: number; readonly everyMs: number },
): Promise<Sealed | null> {
  const [last = noSeal] = await db
    .select()
    .from(auditSeals)
    .orderBy(desc(auditSeals.number))
    .limit(1)
  if (now - last.at < everyMs) return null
  const newEvents = await hashesAfter(db, events, last.events)
  const newEntries = await hashesAfter(db, journal, last.journal)
  const hashes = [...newEvents, ...newEntries].map(({ hash }) => hash)
  if (hashes.length === 0) return null
  const row = {
    number: (await sealsSoFar(db)) + 1,
    at: now,
    events: newEvents.at(-1)?.position ?? last.events,
    journal: newEntries.at(-1)?.position ?? last.journal,
    entries: last.entries + hashes.length,
  }
  const hash = sealHash(last.hash, row, hashes)
  // Another process may have sealed up to here at the same time; what it sealed is the same.
  await db
    .insert(auditSeals)
    .values({ ...row, hash, mac: sealMac(seal, hash) })
    .onConflictDoNothing()
  const isFull = Math.max(newEvents.length, newEntries.length) === entriesPerSeal
  return { number: row.number, entries: row.entries, at: now, hash, isFull }
}

function hashesAfter(db: Db, table: typeof events | typeof journal, position: number) {
  return db
    .select({ position: table.position, hash: table.hash })
    .from(table)
    .where(gt(table.position, position))
    .orderBy(asc(table.position))
    .limit(entriesPerSeal)
}
