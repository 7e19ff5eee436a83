import { eq, max, sql } from 'drizzle-orm'
import type { TicketChange } from '#app/ports.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { endedStatuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { UnitId } from '#routing/units.ts'
import type { Db, Statement } from './database.ts'
import { searchStatements } from './search.ts'
import {
  events,
  settlements,
  ticketAttachments,
  ticketUnits,
  tickets,
  ticketWork,
} from './schema.ts'

type TicketRecord = typeof tickets.$inferInsert

/** What is made of a change before it is written: its events chained, its source as a keyed hash. */
type Made = {
  readonly chained: readonly (typeof events.$inferInsert)[]
  readonly sourceKey: string | null
}

/** A ticket's new events and the read-model rows they lead to, as statements. Pure. */
export function projectTicket(
  db: Db,
  change: TicketChange,
  { chained, sourceKey }: Made,
): Statement[] {
  const { ticketId, after } = change
  // An erased ticket no longer knows its source; its row goes on being found by it.
  const record = { ...ticketRecord(change), ...(sourceKey === null ? {} : { sourceKey }) }
  return [
    ...chained.map((event) => db.insert(events).values(event)),
    db.insert(tickets).values(record).onConflictDoUpdate({ target: tickets.id, set: record }),
    db.delete(ticketUnits).where(eq(ticketUnits.ticketId, ticketId)),
    ...[...unitsOf(after)].map(([unit, relation]) =>
      db.insert(ticketUnits).values({ ticketId, unit, relation }),
    ),
    ...workStatements(db, change),
    ...searchStatements(db, ticketId, change.searched),
    ...change.events
      .flatMap(attachmentIds)
      .map((attachmentId) =>
        db.insert(ticketAttachments).values({ attachmentId, ticketId }).onConflictDoNothing(),
      ),
    ...change.struck.map((struck) => struckStatement(db, ticketId, struck)),
    ...change.settled.map(({ number: _number, ...row }) => db.insert(settlements).values(row)),
    ...placedStatement(db, change),
  ]
}

/** All that waited is taken away, and what waits now put in its place. */
function workStatements(db: Db, { ticketId, work }: TicketChange): Statement[] {
  return [
    db.delete(ticketWork).where(eq(ticketWork.ticketId, ticketId)),
    ...work.map((one) => db.insert(ticketWork).values({ ticketId, ...one })),
  ]
}

/** The last verdict of a ticket goes, or stays as one that never was (domain/rates.ts). */
function struckStatement(
  db: Db,
  ticketId: string,
  struck: TicketChange['struck'][number],
): Statement {
  const last = db
    .select({ id: max(settlements.id) })
    .from(settlements)
    .where(eq(settlements.ticketId, ticketId))
  const isLast = eq(settlements.id, last)
  const nothing = { contacted: null, solved: null, satisfied: null }
  return struck === 'false'
    ? db
        .update(settlements)
        .set({ outcome: 'false-callback', ...nothing })
        .where(isLast)
    : db.delete(settlements).where(isLast)
}

/** Which of the ticket's settlements is its first answer, and which were answered again (domain/settled.ts). */
function placedStatement(db: Db, { ticketId, settled, struck }: TicketChange): Statement[] {
  if (settled.length === 0 && struck.length === 0) return []
  const others = sql`from settlements other where other.ticketId = ${ticketId}`
  return [
    db
      .update(settlements)
      .set({
        first: sql`${settlements.id} is (select min(id) ${others} and other.outcome <> 'false-callback')`,
        followed: sql`${settlements.id} < (select max(id) ${others})`,
      })
      .where(eq(settlements.ticketId, ticketId)),
  ]
}

function attachmentIds(event: TicketEvent): readonly string[] {
  if (event.type !== 'opened' && event.type !== 'supplemented') return []
  return event.data.attachments.map(({ id }) => id)
}

function ticketRecord(change: TicketChange): Omit<TicketRecord, 'sourceKey'> {
  const { ticketId, after, listed, nextDue, nextTimerAt } = change
  const { opened, place } = after
  return {
    id: ticketId,
    number: opened.number,
    ...partsOfNumber(opened.number),
    seq: after.seq,
    status: after.status,
    kind: opened.kind,
    channel: opened.channel,
    category: after.category,
    handler: after.handler,
    assignee: after.assignee?.id ?? null,
    supporting: after.supporting,
    town: place.town,
    village: place.village,
    urgency: after.urgency,
    ...listed,
    openedAt: after.openedAt,
    resolvedAt: after.resolvedAt,
    nextDueClock: nextDue?.clock ?? null,
    nextDueAt: nextDue?.at ?? null,
    nextTimerAt,
    queuedFor: after.queuedFor,
    returns: after.returns,
    reopenings: after.reopenings,
    urges: after.urgedAt.length,
    ...answerOf(after),
    excluded: isExcluded(after),
    endedAt: ended.has(after.status) ? (after.closedAt ?? after.lastEventAt) : null,
    citizenId: opened.citizenId,
    dialogueId: opened.dialogueId,
    mergedInto: after.mergedInto?.id ?? null,
    ...erasedIn(change),
  }
}

/** An appeal is not yet a decision. */
function isExcluded({ exclusion }: Ticket): boolean {
  return exclusion?.state === 'approved' || exclusion?.state === 'appealed'
}

const ended: ReadonlySet<TicketStatus> = new Set(endedStatuses)

/** Set by the marker; words written after it are to be erased in their turn. */
function erasedIn({ events: made, personal }: TicketChange): Pick<TicketRecord, 'erasedAt'> {
  const marker = made.find(({ type }) => type === 'erased')
  if (marker !== undefined) return { erasedAt: marker.at }
  return personal.some((paths) => paths.length > 0) ? { erasedAt: null } : {}
}

function answerOf({ rating }: Ticket): Pick<TicketRecord, 'contacted' | 'solved' | 'satisfied'> {
  if (rating === null) return { contacted: null, solved: null, satisfied: null }
  const { contacted, solved, satisfied } = rating
  return { contacted, solved, satisfied }
}

/** MY20261123-00042-7 → day 20261123, serial 42. */
function partsOfNumber(number: string): { day: string | null; serial: number | null } {
  const [, day, serial] = /^MY(\d{8})-(\d+)/.exec(number) ?? []
  return { day: day ?? null, serial: serial === undefined ? null : Number(serial) }
}

/** Each unit once, by its closest relation. */
function unitsOf(after: Ticket): ReadonlyMap<UnitId, 'handler' | 'supporting' | 'involved'> {
  const found = new Map<UnitId, 'handler' | 'supporting' | 'involved'>()
  for (const unit of after.involved) found.set(unit, 'involved')
  for (const unit of after.supporting) found.set(unit, 'supporting')
  if (after.handler !== null) found.set(after.handler, 'handler')
  return found
}
