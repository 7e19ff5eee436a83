import { asc, eq, sql } from 'drizzle-orm'
import type { Change, Store, TicketChange } from '#app/ports.ts'
import type { Channel } from '#domain/ticket/events.ts'
import { removeErased } from './attachment-sweep.ts'
import { chainEvents } from './chain-events.ts'
import { isSeqConflict } from './conflict.ts'
import type { Database, Db, Statement } from './database.ts'
import { heldSince } from './dialogues.ts'
import { eraseStatements } from './erase.ts'
import { floodStatements } from './flooding.ts'
import { toldStatement } from './inbox.ts'
import { codeKey, inboxKey, sourceKey } from './keys.ts'
import { noticeStatements } from './notices.ts'
import { outboxStatements } from './outbox.ts'
import { phoneColumns } from './people.ts'
import { eventColumns } from './read-event.ts'
import type { ReadEvent } from './read-event.ts'
import { projectTicket } from './project.ts'
import { codes, dialogues, events, exchanges, inbox, originals, people } from './schema.ts'
import { sealJson } from './seal.ts'
import type { Seal } from './seal.ts'

/** Channels whose messages are read in place (the transcript): nothing has to be sent. */
export type InPlace = ReadonlySet<Channel>

/** The store port. A conflict is a value; everything else that fails throws. */
export function createStore(
  database: Database,
  seal: Seal,
  { inPlace, readEvent }: { readonly inPlace: InPlace; readonly readEvent: ReadEvent },
): Store {
  const { db, commit } = database
  return {
    history: async (ticketId) => {
      const rows = await db
        .select(eventColumns)
        .from(events)
        .where(eq(events.ticketId, ticketId))
        .orderBy(asc(events.seq))
      return rows.map(readEvent)
    },
    commit: async (change) => {
      try {
        await commit(await statementsOf(db, seal, inPlace, change))
      } catch (error) {
        if (isSeqConflict(error)) return 'conflict'
        throw error
      }
      if (change.tickets.some(erases)) {
        await removeErased(database)
        database.truncateLog()
      }
      return 'committed'
    },
  }
}

function erases({ events: made }: TicketChange): boolean {
  return made.some(({ type }) => type === 'erased')
}

async function statementsOf(
  db: Db,
  seal: Seal,
  inPlace: InPlace,
  change: Change,
): Promise<Statement[]> {
  return [
    ...(await dialogueStatements(db, seal, change.dialogue)),
    ...(
      await Promise.all(change.tickets.map((ticket) => ticketStatements(db, seal, ticket)))
    ).flat(),
    ...(await secretStatements(db, seal, change)),
    ...(await outboxStatements(db, seal, inPlace, change.outbox)),
    ...(change.exchange === null ? [] : [db.insert(exchanges).values(change.exchange)]),
    ...floodStatements(db, change.flooding),
    ...(await Promise.all(change.inboxDone.map((id) => doneStatement(db, seal, id)))).flat(),
    ...(await toldStatements(db, seal, change)),
  ]
}

/** Its events chained to those before; its person erased in the same commit as the marker is written. */
async function ticketStatements(db: Db, seal: Seal, change: TicketChange): Promise<Statement[]> {
  const made = {
    chained: await chainEvents(db, seal, change),
    sourceKey: await sourceKey(seal, change.after.opened),
  }
  const projected = [...projectTicket(db, change, made), ...noticeStatements(db, change)]
  const { ticketId, after } = change
  return erases(change)
    ? [...projected, ...(await eraseStatements({ db, seal }, ticketId, after.lastEventAt))]
    : projected
}

async function dialogueStatements(
  db: Db,
  seal: Seal,
  dialogue: Change['dialogue'],
): Promise<Statement[]> {
  if (dialogue === null) return []
  const { id, personId, version, updatedAt } = dialogue
  const sealedState = await sealJson(seal, 'dialogue', dialogue)
  const row = { id, personId, version, updatedAt, heldSince: heldSince(dialogue), sealedState }
  const set = { ...row, version: ifNewer(version) }
  return [db.insert(dialogues).values(row).onConflictDoUpdate({ target: dialogues.id, set })]
}

/** The next version, or NULL (a conflict) when the stored one is not the one before it. */
function ifNewer(version: number) {
  return sql`case when ${dialogues.version} = ${version - 1} then ${version} end`
}

/** In an array, as every statement travels. */
async function toldStatements(db: Db, seal: Seal, { inboxTold }: Change): Promise<Statement[]> {
  return inboxTold === undefined ? [] : toldStatement(db, seal, inboxTold)
}

/** Marks a message done, or fails (a conflict) when another process has done it. */
async function doneStatement(db: Db, seal: Seal, id: string): Promise<Statement[]> {
  const state = sql`case when ${inbox.state} <> 'done' then 'done' end`
  const key = await inboxKey(seal, id)
  return [db.update(inbox).set({ state, reason: null }).where(eq(inbox.key, key))]
}

/**
 * Codes, unmasked texts and the phone number. Statements travel in arrays: an awaited statement runs at once,
 * outside the commit.
 */
async function secretStatements(db: Db, seal: Seal, change: Change): Promise<Statement[]> {
  const codeRows = change.codes.map(async ({ ticketId, code }) => [
    db.insert(codes).values({ ticketId, codeKey: await codeKey(seal, code) }),
  ])
  const originalRows = change.originals.map(async ({ ticketId, text }) => [
    db.insert(originals).values({ ticketId, sealedText: await seal.seal(text) }),
  ])
  const statements: Statement[][] = await Promise.all([...codeRows, ...originalRows])
  return [...statements.flat(), ...(await phoneStatements(db, seal, change.phone))]
}

async function phoneStatements(db: Db, seal: Seal, given: Change['phone']): Promise<Statement[]> {
  if (given === null) return []
  const numbers = await phoneColumns(seal, given.phone)
  return [db.update(people).set(numbers).where(eq(people.id, given.personId))]
}
