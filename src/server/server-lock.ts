import Sqlite from 'better-sqlite3'
import { StartFault } from './start-fault.ts'

/** A server that was just told to stop is given so long to leave. */
const patienceMs = 5_000

/**
 * Makes sure that no other server works on a database: two would ring the same clocks and send the same messages
 * twice. The lock is the system's own on a file beside it, so it ends with the process, however that ends. The bot's
 * process and the tools of the command line are no servers. Throws StartFault 'running'.
 */
export function lockServer(
  databasePath: string,
  waitMs = patienceMs,
): { readonly release: () => void } {
  if (databasePath === ':memory:') return { release: () => undefined }
  const lock = new Sqlite(`${databasePath}.lock`, { timeout: waitMs })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const isTaken = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
    throw isTaken ? new StartFault('running') : error
  }
  return { release: () => lock.close() }
}
