import { onTestFinished } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import type { InboundMessage } from '#app/messages.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'
import type { Sender } from '#app/ports.ts'
import { openSqlite } from '#db/sqlite.ts'
import { readConfig } from '#server/config.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { start } from '#tests/support/build.ts'

/** The use cases over a database in memory, or in a file, and a clock that is turned by hand. */
export async function openApp(sender?: Sender, path = ':memory:') {
  const read = readConfig({ HUIYING_DB: ':memory:' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const clock = { now: start }
  const database = openSqlite(path)
  onTestFinished(() => {
    database.close()
  })
  const house = await openHouse({
    database,
    config: read.config,
    secret: 'a master secret for tests, 32+ characters',
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
    now: () => clock.now,
  })
  const senders = sender === undefined ? {} : { line: sender }
  const ctx: Ctx = { ...house.ctxFor(null), senders }
  return { ctx, clock, house, database }
}

let made = 0

/** Words of one citizen on LINE; the id from a counter. */
export function words(text: string, sender = 'citizen-1'): InboundMessage {
  made += 1
  return {
    id: `line:${String(made)}`,
    channel: 'line',
    sender,
    at: start,
    content: { type: 'text', text },
    replyToken: null,
  }
}

/** What was said in one citizen's dialogue, from the start. */
export async function talkOf(ctx: Ctx, sender = 'citizen-1') {
  return ctx.dialogues.transcript('line', sender, 0, 500)
}

/** Whether a message has been answered. */
export async function isDone(ctx: Ctx, message: InboundMessage): Promise<boolean> {
  return (await ctx.inbox.put(message)) === 'done'
}

/** A barbecue in 果园街道, reported by another system under a number of its own. */
export function aReport(sourceNumber: string, over: Partial<SourceReport> = {}): SourceReport {
  return {
    kind: 'complaint',
    channel: 'import',
    sourceNumber,
    text: '果园西里小区门口的烧烤摊每天晚上冒烟',
    category: 'open-air-barbecue',
    place: { town: '110118002', village: '果园西里', spot: null, told: null, coordinates: null },
    urgency: 'general',
    when: null,
    secrecy: false,
    note: null,
    person: null,
    receivedAt: start,
    ...over,
  }
}
