import { StorageUnavailable } from '#app/errors.ts'

/** Every message and code along an error's causes: Drizzle wraps what the engine said. */
function* layers(error: unknown): Generator<{ readonly message: string; readonly code: string }> {
  let layer: unknown = error
  for (let depth = 0; depth < 5 && layer instanceof Error; depth += 1) {
    const code = 'code' in layer && typeof layer.code === 'string' ? layer.code : ''
    yield { message: layer.message, code }
    layer = layer.cause
  }
}

/**
 * Somebody else wrote first. better-sqlite3 tells by code; D1 gives only words: the one place that reads them.
 */
export function isSeqConflict(error: unknown): boolean {
  for (const { message, code } of layers(error)) {
    if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE') return true
    if (/UNIQUE constraint failed/i.test(message)) return true
  }
  return false
}

const unavailable = /SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN)|database is locked|disk is full|D1_ERROR.*(overloaded|reset|network)/i

/** Turns "disk full" and "locked" into one typed error; gives anything else back unchanged. */
export function asStorageError(error: unknown): unknown {
  for (const { message, code } of layers(error)) {
    if (unavailable.test(code) || unavailable.test(message)) {
      return new StorageUnavailable('storage unavailable', { cause: error })
    }
  }
  return error
}
