import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { InboundMessage } from '#app/messages.ts'
import type { Attachments } from '#app/files/attachments-port.ts'
import type { Db, Statement } from './database.ts'
import { attachments } from './schema.ts'

export type DownloadSettings = {
  /** Failed downloads after which an attachment is given up. */
  readonly attachmentTries: number
  /** Wait after the first failed download, milliseconds; doubled by each further one. */
  readonly firstRetryMs: number
  readonly longestRetryMs: number
}

/** What is still with its channel: taken for fetching, tried again, given up. */
export function createDownloads(
  db: Db,
  settings: DownloadSettings,
): Pick<Attachments, 'take' | 'failed'> {
  return {
    take: async (channel, { now, limit, leaseMs }) => {
      const due = db
        .select({ id: attachments.id })
        .from(attachments)
        .where(
          and(
            eq(attachments.state, 'wanted'),
            eq(attachments.channel, channel),
            lte(attachments.nextTryAt, now),
          ),
        )
        .orderBy(asc(attachments.nextTryAt))
        .limit(limit)
      return db
        .update(attachments)
        .set({ tries: sql`${attachments.tries} + 1`, nextTryAt: now + leaseMs })
        .where(inArray(attachments.id, due))
        .returning({ id: attachments.id, personId: attachments.personId })
    },
    failed: async (id, { reason, retryable }, now) => {
      const [known] = await db.select().from(attachments).where(eq(attachments.id, id))
      if (known?.state !== 'wanted') return
      const wait = settings.firstRetryMs * 2 ** Math.max(0, known.tries - 1)
      const nextTryAt = now + Math.min(settings.longestRetryMs, wait)
      const state = retryable && known.tries < settings.attachmentTries ? 'wanted' : 'lost'
      await db
        .update(attachments)
        .set({ state, reason, nextTryAt })
        .where(and(eq(attachments.id, id), eq(attachments.state, 'wanted')))
    },
  }
}

/** What a message names, noted as wanted in the message's own commit; what is already here stays as it is. */
export function wantStatements(
  db: Db,
  { channel, content }: InboundMessage,
  { personId, storedAt: at }: { readonly personId: string; readonly storedAt: number },
): Statement[] {
  if (content.type !== 'attachments') return []
  return content.attachments.map(({ id }) =>
    db
      .insert(attachments)
      .values({ id, personId, channel, at, state: 'wanted', tries: 0, nextTryAt: at })
      .onConflictDoNothing(),
  )
}
