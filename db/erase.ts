import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { digested } from './chain.ts'
import type { Db, Statement } from './database.ts'
import type { Seal } from './seal.ts'
import { eraseReasons } from './journal.ts'
import { goWithPerson, goWithTicket } from './keeping.ts'
import {
  attachmentChunks,
  attachments,
  dialogues,
  events,
  facts,
  inbox,
  outbox,
  outboxMessages,
  ticketAttachments,
  tickets,
  transcript,
} from './schema.ts'

/** Where something is erased, and the key to tell so in the journal. */
type Erasing = { readonly db: Db; readonly seal: Seal }

/**
 * What erases a ticket's person: digests in place of personal fields in its history, its unmasked words, its
 * photos, why somebody read them, and all that was said with the person; and, if no other ticket needs them, the
 * person. Statements for the commit that writes the marker, after it. `at`: UTC milliseconds.
 */
export async function eraseStatements(
  given: Erasing,
  ticketId: string,
  at: number,
): Promise<Statement[]> {
  const { db } = given
  const { personId, isNeeded } = await personOf(db, ticketId)
  const photos = sql`select ${ticketAttachments.attachmentId} from ${ticketAttachments}
    where ${ticketAttachments.ticketId} = ${ticketId} and not exists (
      select 1 from ticket_attachments other join tickets on tickets.id = other.ticketId
      where other.attachmentId = ${ticketAttachments.attachmentId}
      and other.ticketId <> ${ticketId} and tickets.erasedAt is null)`
  return [
    ...(await historyStatements(db, ticketId)),
    ...goWithTicket.map((column) => db.delete(column.table).where(eq(column, ticketId))),
    ...(await eraseReasons(given, [`ticket:${ticketId}`], at)),
    ...photoStatements(db, photos),
    ...(personId === null ? [] : await ofPerson(given, { personId, isNeeded }, at)),
    erasedStatement(db, at),
  ]
}

/**
 * Notes since when the file may hold remains, until it has been written anew (db/forget.ts); a millisecond later
 * for each erasing after the first, so that none goes unnoticed.
 */
export function erasedStatement(db: Db, at: number): Statement {
  return db
    .insert(facts)
    .values({ name: 'erased', value: String(at) })
    .onConflictDoUpdate({ target: facts.name, set: { value: sql`${facts.value} + 1` } })
}

async function historyStatements(db: Db, ticketId: string): Promise<Statement[]> {
  const rows = await db.select().from(events).where(eq(events.ticketId, ticketId))
  return rows.map((row) => {
    const { by, data } = digested(row)
    const set = { by: sql`${JSON.stringify(by)}`, data: sql`${JSON.stringify(data)}`, salt: null }
    return db.update(events).set(set).where(eq(events.position, row.position))
  })
}

/** Empties attachments; what lies in files is removed after the commit (db/attachment-sweep.ts). */
export function photoStatements(db: Db, ids: SQL): Statement[] {
  const gone = { state: 'lost', reason: 'erased' } as const
  return [
    db.delete(attachmentChunks).where(sql`${attachmentChunks.attachmentId} in (${ids})`),
    db
      .update(attachments)
      .set({ ...gone, personId: '', upload: null, size: null, sealedLocation: null })
      .where(sql`${attachments.id} in (${ids})`),
  ]
}

/** The person behind a ticket and their dialogue, null when nobody is; and whether another ticket needs them. */
async function personOf(
  db: Db,
  ticketId: string,
): Promise<{ readonly personId: string | null; readonly isNeeded: boolean }> {
  const [ticket] = await db
    .select({ citizenId: tickets.citizenId, dialogueId: tickets.dialogueId })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
  const dialogueId = ticket?.dialogueId ?? null
  const said = dialogueId === null ? [] : await dialogueBy(db, eq(dialogues.id, dialogueId))
  const personId = ticket?.citizenId ?? said[0]?.personId ?? null
  if (personId === null) return { personId, isNeeded: false }
  const own = await dialogueBy(db, eq(dialogues.personId, personId))
  const [other] = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        ne(tickets.id, ticketId),
        isNull(tickets.erasedAt),
        or(
          eq(tickets.citizenId, personId),
          ...own.map((dialogue) => eq(tickets.dialogueId, dialogue.id)),
        ),
      ),
    )
    .limit(1)
  return { personId, isNeeded: other !== undefined }
}

function dialogueBy(db: Db, where: SQL) {
  return db.select({ id: dialogues.id, personId: dialogues.personId }).from(dialogues).where(where)
}

/** Whom another ticket needs is kept, but not what was said: nobody can tell which ticket it was about. */
async function ofPerson(
  given: Erasing,
  { personId, isNeeded }: { readonly personId: string; readonly isNeeded: boolean },
  at: number,
): Promise<Statement[]> {
  const { db } = given
  if (!isNeeded) {
    return [
      ...(await eraseReasons(given, [`person:${personId}`], at)),
      ...personStatements(db, sql`select ${personId}`),
    ]
  }
  const own = db
    .select({ id: dialogues.id })
    .from(dialogues)
    .where(eq(dialogues.personId, personId))
  const said = db
    .select({ key: inbox.key })
    .from(inbox)
    .where(and(eq(inbox.personId, personId), ne(inbox.state, 'pending')))
  const sent = db
    .select({ batch: outbox.batch })
    .from(outbox)
    .where(and(inArray(outbox.dialogueId, own), ne(outbox.state, 'waiting')))
  return talkStatements(db, sql`${said}`, sql`${sent}`)
}

/** Deletes messages: of the inbox by the keys in `said`, of the outbox by the batches in `sent`. */
export function talkStatements(db: Db, said: SQL, sent: SQL): Statement[] {
  const messages = sql`select ${outboxMessages.id} from ${outboxMessages}
    where ${outboxMessages.batch} in ${sent}`
  return [
    db
      .delete(transcript)
      .where(sql`${transcript.inboxKey} in ${said} or ${transcript.messageId} in (${messages})`),
    db.delete(outboxMessages).where(sql`${outboxMessages.batch} in ${sent}`),
    db.delete(outbox).where(sql`${outbox.batch} in ${sent}`),
    db.delete(inbox).where(sql`${inbox.key} in ${said}`),
  ]
}

/** Deletes people, by the ids in `who`, with all that goes with them but why they were read (`eraseReasons`). Who writes again after this is somebody new. */
export function personStatements(db: Db, who: SQL): Statement[] {
  const photos = sql`select ${attachments.id} from ${attachments}
    where ${attachments.personId} in (${who})`
  const batches = sql`select ${outbox.batch} from ${outbox} join ${dialogues}
    on ${dialogues.id} = ${outbox.dialogueId} where ${dialogues.personId} in (${who})`
  return [
    db.delete(outboxMessages).where(sql`${outboxMessages.batch} in (${batches})`),
    db.delete(outbox).where(sql`${outbox.batch} in (${batches})`),
    ...photoStatements(db, photos),
    ...goWithPerson.map((column) => db.delete(column.table).where(sql`${column} in (${who})`)),
  ]
}
