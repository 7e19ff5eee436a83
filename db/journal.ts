import { desc, eq, sql } from 'drizzle-orm'
import type {
  Journal,
  JournalData,
  JournalEntry,
  JournalType,
} from '#app/evaluation/journal-port.ts'
import { digested, freshSalt, genesis, hashOf } from './chain.ts'
import { isSeqConflict } from './conflict.ts'
import { isOneOf } from './database.ts'
import type { Database, Db, Statement } from './database.ts'
import { journal } from './schema.ts'
import { sealsSoFar } from './sealing.ts'
import type { Seal } from './seal.ts'

type Declared<Type extends JournalType> = {
  /** What the entry tells of; entries of one chain are in order. */
  readonly chain: (data: JournalData[Type]) => string
  /** Where it is personal. */
  readonly personal: readonly string[]
}

/** Every fact that is chained besides the events of tickets: a new one is a line here and its data in the port. */
const declared: { readonly [Type in JournalType]: Declared<Type> } = {
  'person-read': { chain: ({ personId }) => `person:${personId}`, personal: ['reason'] },
  'original-read': { chain: ({ ticketId }) => `ticket:${ticketId}`, personal: ['reason'] },
  'reasons-erased': { chain: ({ chain }) => chain, personal: [] },
  'setting-changed': { chain: ({ setting }) => `setting:${setting}`, personal: [] },
  restored: { chain: () => 'house:', personal: [] },
}

const mostTries = 20

/** Of what entries hold, all types alike so far. */
const journalVersion = 1

/** The journal port. Who records at the same time about the same thing comes one after the other. */
export function createJournal(database: Database, seal: Seal): Journal {
  return { record: (entry) => recordWith(database, seal, entry) }
}

/** Commits statements with the entry that tells of them. */
export async function recordWith(
  { db, commit }: Database,
  seal: Seal,
  entry: JournalEntry,
  statements: readonly Statement[] = [],
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await commit([...statements, ...(await journalStatements(db, seal, [entry]))])
      return
    } catch (error) {
      if (tries === mostTries || !isSeqConflict(error)) throw error
    }
  }
}

/** New entries as statements, each chained to the one before it; somebody else's in between is a conflict. */
async function journalStatements(
  db: Db,
  seal: Seal,
  entries: readonly JournalEntry[],
): Promise<Statement[]> {
  if (entries.length === 0) return []
  const seals = await sealsSoFar(db)
  const tails = new Map<string, Tail>()
  const statements: Statement[] = []
  for (const entry of entries) {
    const { chain, personal } = chainOf(entry)
    const tail = tails.get(chain) ?? (await tailOf(db, chain))
    const own = { seq: tail.seq + 1, version: journalVersion, salt: freshSalt(), seals }
    const link = { ...entry, ...own, chain, personal }
    const hash = hashOf(seal, tail.hash, link)
    tails.set(chain, { seq: link.seq, hash })
    statements.push(db.insert(journal).values({ ...link, hash }))
  }
  return statements
}

/** Empties the reasons told in these chains, and tells so; what is empty already stays. `at`: UTC milliseconds. */
export async function eraseReasons(
  { db, seal }: { readonly db: Db; readonly seal: Seal },
  chains: readonly string[],
  at: number,
): Promise<Statement[]> {
  const rows = await db.select().from(journal).where(isOneOf(journal.chain, chains))
  const told = rows.filter(({ personal, salt }) => personal.length > 0 && salt !== null)
  const emptied = told.map((row) => {
    const { by, data } = digested(row)
    const set = { by: sql`${JSON.stringify(by)}`, data: sql`${JSON.stringify(data)}`, salt: null }
    return db.update(journal).set(set).where(eq(journal.position, row.position))
  })
  const markers = [...new Set(told.map(({ chain }) => chain))].map(
    (chain) => ({ type: 'reasons-erased', at, by: house, data: { chain } }) as const,
  )
  return [...emptied, ...(await journalStatements(db, seal, markers))]
}

const house = { id: 'system', role: 'system' } as const

type Tail = { readonly seq: number; readonly hash: string }

function chainOf({ type, data }: JournalEntry): {
  readonly chain: string
  readonly personal: readonly string[]
} {
  // Safe because the table has each declaration under its own entry's type.
  const { chain, personal } = declared[type] as Declared<JournalType>
  return { chain: chain(data as never), personal }
}

async function tailOf(db: Db, chain: string): Promise<Tail> {
  const [row] = await db
    .select({ seq: journal.seq, hash: journal.hash })
    .from(journal)
    .where(eq(journal.chain, chain))
    .orderBy(desc(journal.seq))
    .limit(1)
  return row ?? { seq: 0, hash: genesis }
}
