import { DrizzleQueryError } from 'drizzle-orm'

/**
 * Constraints that fail when somebody else wrote first. Unique ones guard what is added; a NOT NULL one
 * guards what is replaced: the statement gives a stale writer's column the value NULL (see `ifNewer` and
 * `doneStatement` in db/store.ts), since D1 has no interactive transaction to look first and write then.
 */
const guards = [
  'UNIQUE constraint failed: events.ticketId, events.seq',
  'UNIQUE constraint failed: journal.chain, journal.seq',
  'UNIQUE constraint failed: tickets.number',
  'UNIQUE constraint failed: tickets.sourceKey',
  'UNIQUE constraint failed: exchanges.source',
  'UNIQUE constraint failed: dialogues.personId',
  'UNIQUE constraint failed: flood_records.personId, flood_records.seq',
  'NOT NULL constraint failed: dialogues.version',
  'NOT NULL constraint failed: inbox.state',
  'NOT NULL constraint failed: notices.spread',
  'NOT NULL constraint failed: notice_queue.state',
]

/** Tells "somebody else wrote first" from real failures. By message: D1 gives no error code. */
export function isSeqConflict(error: unknown): boolean {
  return errorTexts(error).some((text) => guards.some((guard) => text.includes(guard)))
}

/**
 * Messages and codes of an error and its causes, as the engine said them: Drizzle's own wrapper quotes the
 * parameters, where people's words are.
 */
export function errorTexts(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  if (error instanceof DrizzleQueryError) return errorTexts(error.cause)
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [error.message, ...code, ...errorTexts(error.cause)]
}
