import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Head, Heads } from '#app/evaluation/archive-port.ts'

const schema = z.object({
  number: z.number().int(),
  entries: z.number().int(),
  at: z.number().int(),
  hash: z.string(),
})

/**
 * The newest seal in a file that whoever can change the database should not be able to change: on another disk, on
 * another machine. A file that says nothing is taken for one that was never written.
 */
export function headFile(path: string): Heads {
  return {
    read: () => Promise.resolve(readHead(path)),
    keep: async ({ number, entries, at, hash }) => {
      const line = JSON.stringify({ number, entries, at, hash })
      await writeFile(`${path}.part`, `${line}\n`, { mode: 0o600 })
      await rename(`${path}.part`, path)
    },
  }
}

function readHead(path: string): Head | null {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}
