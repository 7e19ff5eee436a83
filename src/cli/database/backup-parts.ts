import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'

/** What a backup says of itself. */
export const manifestSchema = z.object({
  at: z.number().int(),
  sha256: z.string(),
  keyFingerprint: z.string(),
  events: z.number().int(),
  tickets: z.number().int(),
  files: z.number().int(),
})
export type Manifest = z.infer<typeof manifestSchema>

export const databaseName = 'huiying.db'
export const manifestName = 'manifest.json'
export const filesName = 'files'

/** Where a database's attachments lie: the configured folder, else beside it. */
export function filesFolder(database: string, configured: string | null): string {
  return configured ?? join(dirname(database), 'files')
}

/** What is in a copied database, or why it is not whole. */
export function checkCopy(
  path: string,
): { readonly events: number; readonly tickets: number } | { readonly why: string } {
  try {
    const copy = new Sqlite(path, { readonly: true, fileMustExist: true })
    try {
      const said = String(copy.pragma('integrity_check', { simple: true }))
      if (said !== 'ok') return { why: said.slice(0, 200) }
      return { events: countOf(copy, 'events'), tickets: countOf(copy, 'tickets') }
    } finally {
      copy.close()
    }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

function countOf(copy: Sqlite.Database, table: 'events' | 'tickets'): number {
  return Number(copy.prepare(`select count(*) from ${table}`).pluck().get())
}

/** A file's SHA-256, read in pieces. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array) // Safe: no encoding is set.
  return hash.digest('hex')
}

/** Copies attachments that are not there yet: a whole file never changes. Gives how many there are, and were copied. */
export function copyFiles(
  from: string,
  to: string,
): { readonly files: number; readonly copied: number } {
  let [files, copied] = [0, 0]
  for (const shard of existsSync(from) ? readdirSync(from) : []) {
    for (const name of readdirSync(join(from, shard))) {
      // What ends like this was broken off while it was written.
      if (name.endsWith('.part')) continue
      files += 1
      const target = join(to, shard, name)
      if (existsSync(target)) continue
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
      copyFileSync(join(from, shard, name), target)
      copied += 1
    }
  }
  return { files, copied }
}
