import type { InboundMessage } from '#app/messages.ts'
import type { TranscriptEntry } from '#app/ports.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { runTimers } from '#app/timers/run-timers.ts'
import { openSqlite } from '#db/sqlite.ts'
import type { Channel, StoredEvent } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { readConfig } from '#server/config.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import { silentLog } from '#server/log.ts'

const hour = 3_600_000
const sender = 'citizen-of-the-transcript'
/** A Monday morning in Beijing. */
const morning = Date.parse('2026-11-23T10:00:00+08:00')

export type Content = InboundMessage['content']
export type OwnTicket = { readonly ticket: Ticket; readonly events: readonly StoredEvent[] }
export type World = Awaited<ReturnType<typeof openWorld>>

/** A house of its own on SQLite in memory, one citizen, and a clock that is turned by hand. */
export async function openWorld() {
  const read = readConfig({ HUIYING_DB: ':memory:' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const clock = { now: morning }
  const house = await openHouse({
    database: openSqlite(':memory:'),
    config: read.config,
    secret: 'a throw-away secret for a throw-away database',
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
    now: () => clock.now,
  })
  const ctx = house.ctxFor(null)
  let channel: Channel = 'web-chat'
  let sent = 0
  let cursor = 0
  let last: InboundMessage | null = null

  /** What the bot has said since the last time. */
  async function said(): Promise<readonly TranscriptEntry[]> {
    const entries = await ctx.dialogues.transcript(channel, sender, cursor, 500)
    cursor = entries.at(-1)?.cursor ?? cursor
    return entries.filter(({ from }) => from === 'bot')
  }

  async function give(message: InboundMessage): Promise<readonly TranscriptEntry[]> {
    last = message
    await receiveMessage(ctx, message)
    return said()
  }

  return {
    house,
    clock,
    said,
    useChannel: (chosen: Channel) => {
      channel = chosen
    },
    /** The citizen sends something; gives what the bot answers. */
    send: (content: Content) => {
      sent += 1
      clock.now += 1000
      const id = `${channel}:${String(sent)}`
      return give({ id, channel, sender, at: clock.now, content, replyToken: null })
    },
    /** The channel delivers the last message once more. */
    sendAgain: () => (last === null ? Promise.resolve([]) : give(last)),
    /** Turns the clock, an hour at a time, and rings what is due. */
    advance: async (ms: number) => {
      const until = clock.now + ms
      while (clock.now < until) {
        clock.now = Math.min(until, clock.now + hour)
        await runTimers(ctx)
      }
      return said()
    },
    tickets: async (): Promise<readonly OwnTicket[]> => {
      const dialogue = await ctx.dialogues.find(channel, sender)
      const own: OwnTicket[] = []
      for (const id of dialogue?.ticketIds ?? []) {
        const events = await ctx.store.history(id)
        const ticket = fold(id, events)
        if (ticket !== null) own.push({ ticket, events })
      }
      return own
    },
    phone: async (): Promise<string | null> => {
      const dialogue = await ctx.dialogues.find(channel, sender)
      if (dialogue === null) return null
      const by = { id: 'reader', role: 'dispatcher', unit: null, name: 'reader' } as const
      const person = await ctx.people.read(dialogue.personId, by, 'transcript', clock.now)
      return person?.phone ?? null
    },
    close: () => {
      house.database.close()
    },
  }
}
