import { readConfig } from '#server/config.ts'
import { linesOf } from '#cli/lines.ts'
import { cliTexts, fillText } from '#cli/texts.ts'
import { scriptChannels } from './acts.ts'
import type { ScriptChannel } from './acts.ts'
import { openPlayer } from './play.ts'

export type ScriptOptions = {
  readonly now?: string | undefined
  readonly channel?: string | undefined
  readonly sender?: string | undefined
}

/** A Monday, a working day. */
const usualStart = '2026-11-23T10:00:00+08:00'

/**
 * A dialogue driven by a program: JSON lines in, JSON lines out, each answered before the next is read. Returns the
 * exit code: 0 at the end of input, 2 for what cannot be run, with a word on standard error.
 */
export async function runScript(options: ScriptOptions): Promise<0 | 2> {
  const start = startOf(options)
  if ('fault' in start) return fail(start.fault)
  const player = await openPlayer(start)
  try {
    for await (const group of linesOf(process.stdin)) {
      for (const line of group) {
        if (line.trim() === '') continue
        const read = objectIn(line)
        if (read === null) return fail(fillText(cliTexts.scriptBadLine, { line }))
        process.stdout.write(`${JSON.stringify(await player.take(read))}\n`)
      }
    }
  } finally {
    player.close()
  }
  return 0
}

function startOf({ now = usualStart, channel = 'web-chat', sender = 'citizen' }: ScriptOptions) {
  const at = Date.parse(now)
  if (Number.isNaN(at)) return { fault: fillText(cliTexts.badTime, { time: now }) }
  if (!isScriptChannel(channel)) return { fault: fillText(cliTexts.scriptBadChannel, { channel }) }
  const { HUIYING_DB: database = ':memory:' } = process.env
  if (database !== ':memory:') return { fault: cliTexts.scriptOnDisk }
  const read = readConfig({ HUIYING_DB: database })
  if ('faults' in read) return { fault: JSON.stringify(read.faults) }
  return { config: read.config, now: at, citizen: { channel, sender } }
}

function isScriptChannel(channel: string): channel is ScriptChannel {
  return (scriptChannels as readonly string[]).includes(channel)
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(line)
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read)
    return isObject ? (read as Record<string, unknown>) : null // Safe because any object has names.
  } catch {
    return null
  }
}

function fail(why: string): 2 {
  process.stderr.write(`${why}\n`)
  return 2
}
