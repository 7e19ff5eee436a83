import type { RecipientKey, StaffBatch, StaffMessage, StaffWay } from '#app/notices/notices-port.ts'
import { isOneOf } from './database.ts'
import type { Db, Statement } from './database.ts'
import { outbox, outboxMessages } from './schema.ts'
import { openJson, sealJson } from './seal.ts'
import type { Seal } from './seal.ts'

const ways: Readonly<Record<StaffWay, true>> = {
  email: true,
  'wecom-robot': true,
  'line-group': true,
  webhook: true,
}

/** Batches of the outbox that go to staff. */
export const ofStaff = isOneOf(outbox.channel, Object.keys(ways))

export function isStaffWay(channel: string): boolean {
  return channel in ways
}

/** Whom of the staff a batch is for; null: a citizen. */
export function recipientOf(channel: string, dialogueId: string): RecipientKey | null {
  // Safe because staffStatements writes the recipient there.
  return isStaffWay(channel) ? (dialogueId as RecipientKey) : null
}

/** The message of each batch taken. */
export async function withStaffMessage(
  db: Db,
  seal: Seal,
  taken: readonly { readonly batch: string; readonly tries: number }[],
): Promise<StaffBatch[]> {
  if (taken.length === 0) return []
  const batches = taken.map((row) => row.batch)
  const rows = await db.select().from(outboxMessages).where(isOneOf(outboxMessages.batch, batches))
  const sealed = new Map(rows.map((row) => [row.batch, row.sealedMessage]))
  return readableOf(db, taken, async ({ batch, tries }) => ({
    message: await openJson<StaffMessage>(seal, 'staff-message', sealed.get(batch) ?? ''),
    tries: tries - 1,
  }))
}

/** Each batch taken as it is read; one that cannot be opened is a dead letter, and holds up no other. */
export async function readableOf<Taken extends { readonly batch: string }, Batch>(
  db: Db,
  taken: readonly Taken[],
  read: (one: Taken) => Promise<Batch>,
): Promise<Batch[]> {
  const found = await Promise.all(taken.map((one) => read(one).catch(() => null)))
  const lost = taken.filter((_, index) => found[index] === null).map(({ batch }) => batch)
  if (lost.length > 0) {
    const dead = { state: 'dead', reason: 'unreadable' } as const
    await db.update(outbox).set(dead).where(isOneOf(outbox.batch, lost))
  }
  return found.filter((batch) => batch !== null)
}

/** A message to staff: in the same queue, in nobody's transcript. */
export async function staffStatements(
  db: Db,
  seal: Seal,
  message: StaffMessage,
): Promise<Statement[]> {
  const { batch, recipient, way, createdAt } = message
  return [
    db.insert(outbox).values({
      batch,
      dialogueId: recipient,
      channel: way,
      state: 'waiting',
      tries: 0,
      nextTryAt: createdAt,
      createdAt,
    }),
    db.insert(outboxMessages).values({
      id: batch,
      batch,
      index: 0,
      sealedMessage: await sealJson(seal, 'staff-message', message),
    }),
  ]
}
