import { desc, eq, isNotNull, like, sql } from 'drizzle-orm'
import { NewerData } from '#app/errors.ts'
import type { Outage } from '#domain/outages.ts'
import type { Database } from './database.ts'
import { facts, people, tickets } from './schema.ts'
import type { Seal } from './seal.ts'
import { areNewer, documentFrom, documentText, writtenVersions } from './upcast.ts'
import type { Forms } from './upcast.ts'
import { withTypedErrors } from './unavailable.ts'

/** What the house asks its own database at a start and while it runs. */
export type Facts = {
  /** Whether this is the key the database was sealed with; a new database takes it as its own. */
  readonly isOurKey: () => Promise<boolean>
  /** Notes which versions this code writes. Throws NewerData when newer code has been here. */
  readonly enter: () => Promise<void>
  /** Writes, durably; throws StorageUnavailable when that is not possible. */
  readonly write: (now: number) => Promise<void>
  /** The newest ticket number there is; null before the first. */
  readonly lastNumber: () => Promise<LastNumber | null>
  /** From now on new numbers of that day come after this one. */
  readonly keepFrom: (last: LastNumber) => Promise<void>
  /** When the house last gave a sign of life, UTC milliseconds; null before the first. */
  readonly lastBeat: () => Promise<number | null>
  readonly beat: (now: number) => Promise<void>
  readonly noteOutage: (outage: Outage) => Promise<void>
  /** What only this key gives: to tell keys apart without showing them. */
  readonly keyFingerprint: () => Promise<string>
}

/** `day`: YYYYMMDD. */
export type LastNumber = { readonly day: string; readonly serial: number }

/** Over one database and the seal of the key that was given. */
export function createFacts({ db, commit }: Database, seal: Seal): Facts {
  const put = (name: (typeof facts.$inferInsert)['name'], value: string) =>
    commit([
      db
        .insert(facts)
        .values({ name, value })
        .onConflictDoUpdate({ target: facts.name, set: { value } }),
    ])
  return withTypedErrors({
    isOurKey: async () => {
      const ours = await seal.lookup('key-check')
      const [kept] = await db.select().from(facts).where(eq(facts.name, 'key-check'))
      if (kept !== undefined) return kept.value === ours
      if (!(await opensWhatIsThere({ db }, seal))) return false
      await put('key-check', ours)
      return true
    },
    enter: async () => {
      const [row] = await db.select().from(facts).where(eq(facts.name, 'versions'))
      // Safe because nobody else writes it. It has no version of its own: old code has to read it too.
      const kept = JSON.parse(row?.value ?? '{}') as Forms['versions']
      if (areNewer(kept, writtenVersions)) throw new NewerData('newer code has written here')
      const ours = JSON.stringify(writtenVersions)
      if (row?.value !== ours) await put('versions', ours)
    },
    write: (now: number) => put('written', String(now)),
    lastNumber: async () => {
      const [row] = await db
        .select({ day: tickets.day, serial: tickets.serial })
        .from(tickets)
        .where(isNotNull(tickets.day))
        .orderBy(desc(tickets.day), desc(tickets.serial))
        .limit(1)
      return row === undefined || row.day === null || row.serial === null
        ? null
        : { day: row.day, serial: row.serial }
    },
    keepFrom: (last: LastNumber) => put('numbers-from', documentText('last-number', last)),
    lastBeat: async () => {
      const [row] = await db.select().from(facts).where(eq(facts.name, 'beat'))
      return row === undefined ? null : Number(row.value)
    },
    beat: (now: number) => put('beat', String(now)),
    noteOutage: async (outage: Outage) =>
      put('outages', [...(await outagesIn(db)), outage].slice(-mostOutages).map(lineOf).join('\n')),
    keyFingerprint: async () => (await seal.lookup('key-fingerprint')).slice(0, 16),
  })
}

/** Older ones are of no judgement any more. */
const mostOutages = 500

/** When the house did not work, the oldest first. */
export async function outagesIn(db: Database['db']): Promise<readonly Outage[]> {
  const [row] = await db.select().from(facts).where(eq(facts.name, 'outages'))
  return (row?.value ?? '').split('\n').flatMap((line) => {
    const [kind, from, to] = line.split(' ')
    return kind === 'stopped' || kind === 'set-back'
      ? [{ kind, from: Number(from), to: Number(to) }]
      : []
  })
}

function lineOf({ kind, from, to }: Outage): string {
  return `${kind} ${String(from)} ${String(to)}`
}

/** A database of before the check value: whether its people can be read. */
async function opensWhatIsThere({ db }: Pick<Database, 'db'>, seal: Seal): Promise<boolean> {
  const [row] = await db
    .select({ sealed: people.sealedSender })
    .from(people)
    .where(like(people.sealedSender, '1.%'))
    .orderBy(sql`random()`)
    .limit(1)
  if (row === undefined) return true
  return seal.open(row.sealed).then(
    () => true,
    () => false,
  )
}

/** After which number of a day new ones come, whatever the database knows of them; 0: none was left out. */
export async function numbersFrom(db: Database['db'], day: string): Promise<number> {
  const [row] = await db.select().from(facts).where(eq(facts.name, 'numbers-from'))
  if (row === undefined) return 0
  // Safe because keepFrom alone writes it.
  const kept = documentFrom('last-number', row.value) as LastNumber
  return kept.day === day ? kept.serial : 0
}
