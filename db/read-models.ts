import { eq, getTableName, notExists, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadModels, Replayed, RowFault } from '#app/evaluation/read-models-port.ts'
import { canonical } from './chain.ts'
import type { Database, Db, Statement } from './database.ts'
import { sourceKey } from './keys.ts'
import { projectTicket } from './project.ts'
import type { Seal } from './seal.ts'
import {
  events,
  settlements,
  ticketAttachments,
  ticketSearch,
  ticketUnits,
  tickets,
  ticketWork,
} from './schema.ts'
import { ticketWords } from './search-schema.ts'

type Row = Readonly<Record<string, unknown>>

/** Every table whose rows follow from the history of a ticket, and what in a row does not: numbers of rows. */
const tables: readonly {
  readonly table: SQLiteTable
  readonly ticket: SQLiteColumn
  readonly own: readonly string[]
}[] = [
  { table: tickets, ticket: tickets.id, own: [] },
  { table: ticketUnits, ticket: ticketUnits.ticketId, own: [] },
  { table: ticketWork, ticket: ticketWork.ticketId, own: [] },
  { table: ticketAttachments, ticket: ticketAttachments.ticketId, own: [] },
  { table: settlements, ticket: settlements.ticketId, own: ['id'] },
]
const straysAtMost = 100

/**
 * The read models' port. What a history leads to is found by writing it, change by change, to an empty database of the
 * same schema (`scratch`), by the very statements that wrote it first.
 */
export function createReadModels(
  { db, commit }: Database,
  scratch: Database,
  seal: Seal,
): ReadModels {
  return {
    differences: async (replayed) => {
      await play(scratch, seal, replayed)
      const last = replayed.at(-1)
      if (last === undefined) return []
      const { ticketId, after } = last
      const faults: RowFault[] = []
      const fault = { ticketId, number: after.opened.number } as const
      for (const { table, ticket, own } of tables) {
        const expected = await rowsOf(scratch.db, table, ticket, ticketId)
        const stored = await rowsOf(db, table, ticket, ticketId)
        faults.push(
          ...compared(expected, stored, own).map((one) => ({
            ...fault,
            table: getTableName(table),
            ...one,
          })),
        )
      }
      const found = compared(await wordsOf(scratch.db, ticketId), await wordsOf(db, ticketId), [])
      return [...faults, ...found.map((one) => ({ ...fault, table: 'ticket_words', ...one }))]
    },
    rebuild: async (replayed) => {
      const made = await Promise.all(
        replayed.map(async (change) => ({
          change,
          sourceKey: await sourceKey(seal, change.after.opened),
        })),
      )
      await commit([
        ...clearing(db, replayed[0]?.ticketId ?? ''),
        ...made.flatMap(({ change, sourceKey: key }) =>
          projectTicket(db, change, { chained: [], sourceKey: key }),
        ),
      ])
    },
    strays: () => straysIn(db),
  }
}

async function play(scratch: Database, seal: Seal, replayed: Replayed): Promise<void> {
  const statements: Statement[] = []
  for (const change of replayed) {
    const key = await sourceKey(seal, change.after.opened)
    statements.push(...projectTicket(scratch.db, change, { chained: [], sourceKey: key }))
  }
  const emptied = [
    ...tables.map(({ table }) => scratch.db.delete(table)),
    scratch.db.delete(ticketWords),
  ]
  await scratch.commit([...emptied, scratch.db.delete(ticketSearch), ...statements])
}

/** The ticket's own row stays: others refer to it, and all its columns are written again. */
function clearing(db: Db, ticketId: string): Statement[] {
  return tables
    .filter(({ table }) => table !== tickets)
    .map(({ table, ticket }) => db.delete(table).where(eq(ticket, ticketId)))
}

async function rowsOf(
  db: Db,
  table: SQLiteTable,
  ticket: SQLiteColumn,
  ticketId: string,
): Promise<readonly Row[]> {
  return db
    .select()
    .from(table)
    .where(eq(ticket, ticketId))
    .orderBy(sql`rowid`)
}

async function wordsOf(db: Db, ticketId: string): Promise<readonly Row[]> {
  return db
    .select({ open: ticketWords.open, words: ticketWords.words })
    .from(ticketWords)
    .innerJoin(ticketSearch, eq(ticketSearch.id, ticketWords.rowid))
    .where(eq(ticketSearch.ticketId, ticketId))
}

type Compared = Pick<RowFault, 'kind' | 'columns'>

/** Rows in the order they were written; a column of which history no longer knows anything is left out. */
function compared(
  expected: readonly Row[],
  stored: readonly Row[],
  own: readonly string[],
): readonly Compared[] {
  const left = [...stored]
  const wanting: Row[] = []
  for (const row of expected) {
    const at = left.findIndex((one) => differing(row, one, own).length === 0)
    if (at === -1) wanting.push(row)
    else left.splice(at, 1)
  }
  return [
    ...wanting.map((row, i): Compared => {
      const beside = left[i]
      return beside === undefined
        ? { kind: 'missing', columns: [] }
        : { kind: 'altered', columns: differing(row, beside, own) }
    }),
    ...left.slice(wanting.length).map((): Compared => ({ kind: 'extra', columns: [] })),
  ]
}

function differing(expected: Row, stored: Row, own: readonly string[]): readonly string[] {
  return Object.keys(expected).filter((name) => {
    if (own.includes(name) || (name === 'sourceKey' && expected[name] === null)) return false
    return canonical(expected[name] ?? null) !== canonical(stored[name] ?? null)
  })
}

async function straysIn(db: Db): Promise<readonly RowFault[]> {
  const found: RowFault[] = []
  for (const { table, ticket } of tables) {
    const rows: readonly { readonly ticketId: unknown }[] = await db
      .select({ ticketId: ticket })
      .from(table)
      .where(
        notExists(
          db
            .select({ one: sql`1` })
            .from(events)
            .where(eq(events.ticketId, ticket)),
        ),
      )
      .limit(straysAtMost)
    const name = getTableName(table)
    found.push(
      ...rows.map(({ ticketId }): RowFault => {
        return { ticketId: String(ticketId), number: '', table: name, kind: 'extra', columns: [] }
      }),
    )
  }
  return found
}
