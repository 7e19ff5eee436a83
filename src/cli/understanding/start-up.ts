import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { z } from 'zod'

const probe = fileURLToPath(new URL('start-up-probe.ts', import.meta.url))
const tries = 5

const figures = z.object({
  /** Since the process began. */
  sinceStartMs: z.number(),
  /** Of these, from the import to the first message read. */
  understandingMs: z.number(),
  /** Processor time of the whole process: a busy machine does not blur it. */
  cpuMs: z.number(),
  memoryMiB: z.number(),
})
export type StartUp = z.infer<typeof figures>

/**
 * How long the understanding takes to be ready in a fresh process, and its memory: as one bundled file, as
 * on Workers, and from source by tsx, as `npm start` runs it. The best of some tries each.
 */
export async function startUps(): Promise<{ readonly bundled: StartUp; readonly tsx: StartUp }> {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-start-'))
  const outfile = join(folder, 'understanding.mjs')
  try {
    const form = { bundle: true, platform: 'node', format: 'esm' } as const
    await build({ entryPoints: [probe], outfile, ...form, logLevel: 'error' })
    return { bundled: best([outfile]), tsx: best(['--import', 'tsx', probe]) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function best(args: readonly string[]): StartUp {
  const all = Array.from({ length: tries }, () =>
    figures.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))),
  )
  return all.reduce((a, b) => (b.cpuMs < a.cpuMs ? b : a))
}
