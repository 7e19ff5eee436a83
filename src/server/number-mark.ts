import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Facts, LastNumber } from '#db/facts.ts'

/** Numbers that may have been given after the mark was last written. */
const gap = 1_000

/** The newest ticket number, in a file beside the database that a restored or damaged database does not have. */
function markPath(databasePath: string): string {
  return `${databasePath}.numbers`
}

function readMark(databasePath: string): LastNumber | null {
  try {
    const [day = '', serial = ''] = readFileSync(markPath(databasePath), 'utf8').trim().split(' ')
    return /^\d{8}$/.test(day) && /^\d+$/.test(serial) ? { day, serial: Number(serial) } : null
  } catch {
    return null
  }
}

/** Keeps the mark up to date; written only when a newer number has been given. */
export function makeNumberMark(databasePath: string, facts: Facts): () => Promise<void> {
  let known = readMark(databasePath)
  return async () => {
    if (databasePath === ':memory:') return
    const last = await facts.lastNumber()
    if (last === null || !isNewer(last, known)) return
    const path = markPath(databasePath)
    writeFileSync(`${path}.part`, `${last.day} ${String(last.serial)}\n`, { mode: 0o600 })
    renameSync(`${path}.part`, path)
    known = last
  }
}

/**
 * Whether the database is older than the numbers that have been given: then a citizen may hold one it does not know.
 * Leaves a gap after them, and tells from which number on; null: nothing is missing.
 */
export async function leaveGap(databasePath: string, facts: Facts): Promise<LastNumber | null> {
  if (databasePath === ':memory:') return null
  const [mark, last] = [readMark(databasePath), await facts.lastNumber()]
  if (mark === null || !isNewer(mark, last)) return null
  const from = { day: mark.day, serial: mark.serial + gap }
  await facts.keepFrom(from)
  return from
}

function isNewer(one: LastNumber, other: LastNumber | null): boolean {
  if (other === null) return true
  return one.day > other.day || (one.day === other.day && one.serial > other.serial)
}
