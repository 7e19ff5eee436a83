import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { digested } from './chain.ts'
import type { Db, Statement } from './database.ts'
import {
  attachmentChunks,
  attachments,
  dialogues,
  events,
  floodRecords,
  inbox,
  originals,
  outbox,
  outboxMessages,
  people,
  ticketAttachments,
  tickets,
  transcript,
} from './schema.ts'

/**
 * What erases a ticket's person: digests in place of personal fields in its history, its unmasked words and its
 * photos; and, if no other ticket needs them, the person with all that was said. Statements for the commit that
 * writes the marker, after it.
 */
export async function eraseStatements(db: Db, ticketId: string): Promise<Statement[]> {
  const person = await personOf(db, ticketId)
  const photos = sql`select ${ticketAttachments.attachmentId} from ${ticketAttachments}
    where ${ticketAttachments.ticketId} = ${ticketId} and not exists (
      select 1 from ticket_attachments other join tickets on tickets.id = other.ticketId
      where other.attachmentId = ${ticketAttachments.attachmentId}
      and other.ticketId <> ${ticketId} and tickets.erasedAt is null)`
  return [
    ...(await historyStatements(db, ticketId)),
    db.update(tickets).set({ spot: null }).where(eq(tickets.id, ticketId)),
    db.delete(originals).where(eq(originals.ticketId, ticketId)),
    ...photoStatements(db, photos),
    ...(person === null ? [] : personStatements(db, person)),
  ]
}

async function historyStatements(db: Db, ticketId: string): Promise<Statement[]> {
  const rows = await db.select().from(events).where(eq(events.ticketId, ticketId))
  return Promise.all(
    rows.map(async (row) => {
      const { by, data } = await digested(row)
      return { position: row.position, by, data }
    }),
  ).then((all) =>
    all.map(({ position, by, data }) =>
      db
        .update(events)
        .set({ by: sql`${JSON.stringify(by)}`, data: sql`${JSON.stringify(data)}`, salt: null })
        .where(eq(events.position, position)),
    ),
  )
}

function photoStatements(db: Db, ids: SQL): Statement[] {
  return [
    db.delete(attachmentChunks).where(sql`${attachmentChunks.attachmentId} in (${ids})`),
    db
      .update(attachments)
      .set({ state: 'lost', reason: 'erased', upload: null, size: null, sealedLocation: null })
      .where(sql`${attachments.id} in (${ids})`),
  ]
}

/** The person behind a ticket and their dialogue; null when nobody is, or when another ticket needs them. */
async function personOf(db: Db, ticketId: string): Promise<string | null> {
  const [ticket] = await db
    .select({ citizenId: tickets.citizenId, dialogueId: tickets.dialogueId })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
  if (ticket === undefined) return null
  const { citizenId, dialogueId } = ticket
  const said = dialogueId === null ? [] : await dialogueBy(db, eq(dialogues.id, dialogueId))
  const personId = citizenId ?? said[0]?.personId ?? null
  if (personId === null) return null
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
  return other === undefined ? personId : null
}

function dialogueBy(db: Db, where: SQL) {
  return db.select({ id: dialogues.id, personId: dialogues.personId }).from(dialogues).where(where)
}

/** Who writes again after this is somebody new. */
function personStatements(db: Db, personId: string): Statement[] {
  const photos = sql`select ${attachments.id} from ${attachments}
    where ${attachments.personId} = ${personId}`
  const batches = sql`select ${outbox.batch} from ${outbox} join ${dialogues}
    on ${dialogues.id} = ${outbox.dialogueId} where ${dialogues.personId} = ${personId}`
  return [
    db.delete(outboxMessages).where(sql`${outboxMessages.batch} in (${batches})`),
    db.delete(outbox).where(sql`${outbox.batch} in (${batches})`),
    db.delete(transcript).where(eq(transcript.personId, personId)),
    db.delete(inbox).where(eq(inbox.personId, personId)),
    db.delete(dialogues).where(eq(dialogues.personId, personId)),
    db.delete(floodRecords).where(eq(floodRecords.personId, personId)),
    ...photoStatements(db, photos),
    db
      .update(people)
      .set({
        senderKey: `erased:${personId}`,
        sealedSender: '',
        sealedName: null,
        sealedPhone: null,
        phoneKey: null,
      })
      .where(eq(people.id, personId)),
  ]
}
