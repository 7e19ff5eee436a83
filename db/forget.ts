import { and, eq, isNotNull, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Column, SQL } from 'drizzle-orm'
import type { Forgetting } from '#app/timers/forgetting-port.ts'
import { removeErased } from './attachment-sweep.ts'
import { rateLimit, session, verification } from './auth-schema.ts'
import { isOneOf } from './database.ts'
import type { Database, Db, Statement } from './database.ts'
import { erasedStatement, personStatements, photoStatements, talkStatements } from './erase.ts'
import { eraseReasons } from './journal.ts'
import { staffContacts } from './notice-schema.ts'
import type { Seal } from './seal.ts'
import {
  attachments,
  dialogues,
  facts,
  inbox,
  outbox,
  people,
  ticketAttachments,
  tickets,
} from './schema.ts'

/** Rows forgotten in one commit. */
const perCommit = 500

/** UTC milliseconds. */
type Clock = { readonly now: () => number }
type House = Database & Clock

/** The forgetting port. */
export function createForgetting(given: Database, seal: Seal, { now }: Clock): Forgetting {
  const database = { ...given, now }
  const { db } = database
  return {
    begin: async (at, everyMs) => {
      const value = String(at)
      const begun = await db
        .insert(facts)
        .values({ name: 'forgotten', value })
        .onConflictDoUpdate({
          target: facts.name,
          set: { value },
          setWhere: sql`cast(${facts.value} as integer) <= ${at - everyMs}`,
        })
        .returning()
      return begun.length > 0
    },
    people: (before) =>
      inOneCommit(database, {
        due: () => ids(db.select({ id: people.id }).from(people).where(isSilent(db, before))),
        // Asked again in the commit: they may have been heard of meanwhile. Their reasons are gone all the same.
        statements: async (due) => {
          const still = and(isOneOf(people.id, due), isSilent(db, before))
          const chains = due.map((id) => `person:${id}`)
          return [
            ...(await eraseReasons({ db, seal }, chains, now())),
            ...personStatements(db, sql`select ${people.id} from ${people} where ${still}`),
          ]
        },
      }),
    talk: (before) => forgetTalk(database, before),
    files: async (before) => {
      const forgotten = await inOneCommit(database, {
        due: () =>
          ids(
            db
              .select({ id: attachments.id })
              .from(attachments)
              .where(and(isLoose(db, before), sql`${attachments.reason} is not 'erased'`)),
          ),
        statements: (due) => photoStatements(db, sql`select value from json_each(${json(due)})`),
      })
      await removeErased(database)
      return forgotten
    },
    ...createExpiring(database),
    ...createRewriting(database),
  }
}

type Forgotten = {
  readonly due: () => Promise<readonly string[]>
  readonly statements: (due: readonly string[]) => Statement[] | Promise<Statement[]>
}

/** Forgets in one commit what is due, as much as fits; it notes that something was erased. */
async function inOneCommit(house: House, { due, statements }: Forgotten): Promise<number> {
  const found = await due()
  if (found.length === 0) return 0
  await house.commit([...(await statements(found)), erasedStatement(house.db, house.now())])
  house.truncateLog()
  return found.length
}

async function ids(query: {
  readonly limit: (n: number) => PromiseLike<readonly { readonly id: string }[]>
}): Promise<readonly string[]> {
  const rows = await query.limit(perCommit)
  return rows.map(({ id }) => id)
}

function json(values: readonly string[]): string {
  return JSON.stringify(values)
}

/** No ticket of a person, by themselves or by their dialogue, fits. Two questions, each with its index. */
function hasNoTicket(db: Db, person: Column, fits?: SQL): SQL | undefined {
  const own = alias(dialogues, 'own')
  const left = and(isNull(tickets.erasedAt), fits)
  const one = { one: sql`1` }
  return and(
    notExists(
      db
        .select(one)
        .from(tickets)
        .where(and(eq(tickets.citizenId, person), left)),
    ),
    notExists(
      db
        .select(one)
        .from(own)
        .innerJoin(tickets, eq(tickets.dialogueId, own.id))
        .where(and(eq(own.personId, person), left)),
    ),
  )
}

/** A person with no ticket, not heard of since then, all of whose messages have been dealt with. */
function isSilent(db: Db, before: number): SQL | undefined {
  const waiting = db
    .select({ one: sql`1` })
    .from(inbox)
    .where(and(eq(inbox.personId, people.id), eq(inbox.state, 'pending')))
  return and(lt(people.seenAt, before), hasNoTicket(db, people.id), notExists(waiting))
}

/** Nobody talks about anything any more: no ticket that was open since then, nothing that waits to be confirmed. */
function isOver(db: Db, person: Column, before: number): SQL | undefined {
  const open = or(isNull(tickets.endedAt), sql`${tickets.endedAt} >= ${before}`)
  return and(hasNoTicket(db, person, open), isUnheld(db, person))
}

function isUnheld(db: Db, person: Column): SQL {
  const own = alias(dialogues, 'own')
  const held = and(eq(own.personId, person), isNotNull(own.heldSince))
  return notExists(
    db
      .select({ one: sql`1` })
      .from(own)
      .where(held),
  )
}

/** What staff were told is in the same table, under no dialogue. */
async function forgetTalk(database: House, before: number): Promise<number> {
  const { db } = database
  const old = and(lt(inbox.storedAt, before), ne(inbox.state, 'pending'))
  const said = await inOneCommit(database, {
    due: () =>
      ids(
        db
          .select({ id: inbox.key })
          .from(inbox)
          .where(and(old, isOver(db, inbox.personId, before))),
      ),
    statements: (due) =>
      talkStatements(db, sql`(select value from json_each(${json(due)}))`, sql`(null)`),
  })
  const ongoing = db
    .select({ one: sql`1` })
    .from(dialogues)
    .where(
      and(
        eq(dialogues.id, outbox.dialogueId),
        sql`not (${isOver(db, dialogues.personId, before)})`,
      ),
    )
  const sent = await inOneCommit(database, {
    due: () =>
      ids(
        db
          .select({ id: outbox.batch })
          .from(outbox)
          .where(and(lt(outbox.createdAt, before), notExists(ongoing))),
      ),
    statements: (due) =>
      talkStatements(db, sql`(null)`, sql`(select value from json_each(${json(due)}))`),
  })
  return said + sent
}

/** In no ticket, and in nothing that may still become one. */
function isLoose(db: Db, before: number): SQL | undefined {
  const named = db
    .select({ one: sql`1` })
    .from(ticketAttachments)
    .where(eq(ticketAttachments.attachmentId, attachments.id))
  return and(lt(attachments.at, before), notExists(named), isUnheld(db, attachments.personId))
}

function createExpiring({ db, commit }: Database): Pick<Forgetting, 'expired'> {
  return {
    expired: (now, triesBefore) =>
      commit([
        db.delete(session).where(lt(session.expiresAt, new Date(now))),
        db.delete(verification).where(lt(verification.expiresAt, new Date(now))),
        db.delete(rateLimit).where(lt(rateLimit.lastRequest, triesBefore)),
        db
          .update(staffContacts)
          .set({ sealedNewEmail: null, codeKey: null, codeSentAt: null, codeTries: 0 })
          .where(lt(staffContacts.codeSentAt, triesBefore)),
      ]),
  }
}

function createRewriting(database: Database): Pick<Forgetting, 'remainsSince' | 'rewrite'> {
  const { db } = database
  const noted = eq(facts.name, 'erased')
  return {
    remainsSince: async () => {
      const [row] = await db.select().from(facts).where(noted)
      return row === undefined ? null : Number(row.value)
    },
    rewrite: async (now) => {
      const [row] = await db.select().from(facts).where(noted)
      if (row === undefined) return true
      if (!(await database.rewrite())) {
        await db
          .update(facts)
          .set({ value: String(now) })
          .where(noted)
        return false
      }
      // Unless something was erased while it was being written.
      await db.delete(facts).where(and(noted, eq(facts.value, row.value)))
      return true
    },
  }
}
