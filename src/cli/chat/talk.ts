import { createInterface } from 'node:readline'
import type { InboundMessage } from '#app/messages.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import type { TranscriptEntry } from '#app/ports.ts'
import { categoryLabel, unitLabel } from '#app/tools/converse-tools.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { openSqlite } from '#db/sqlite.ts'
import { readConfig } from '#server/config.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { openHouse } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { cliTexts, fillText } from '#cli/texts.ts'

const sender = 'terminal'

export type TalkOptions = { readonly json: boolean; readonly now?: string | undefined }

/** The clock: real, or started at --now and moving on with the real one. */
function clockFrom(start: string | undefined): () => number {
  if (start === undefined) return Date.now
  const from = Date.parse(start)
  if (Number.isNaN(from)) throw new Error(fillText(cliTexts.badTime, { time: start }))
  const begun = Date.now()
  return () => from + (Date.now() - begun)
}

/** Talks with whoever types, line by line, in a house of its own; with `json`, a line for each line. */
export async function talk(options: TalkOptions): Promise<void> {
  const read = readConfig({ HUIYING_DB: ':memory:' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const now = clockFrom(options.now)
  const house = await openHouse({
    database: openSqlite(':memory:'),
    config: read.config,
    secret: 'a throw-away secret for a throw-away database',
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
    now,
  })
  const ctx = house.ctxFor(null)

  let cursor = 0

  /** What the bot has said since the last time. */
  async function heardBack(): Promise<readonly TranscriptEntry[]> {
    const entries = await ctx.dialogues.transcript('web-chat', sender, cursor, 100)
    cursor = entries.at(-1)?.cursor ?? cursor
    return entries.filter(({ from }) => from === 'bot')
  }

  async function tickets() {
    const dialogue = await ctx.dialogues.find('web-chat', sender)
    const all = await Promise.all(
      (dialogue?.ticketIds ?? []).map(async (id) => fold(id, await ctx.store.history(id))),
    )
    return all
      .filter((ticket) => ticket !== null)
      .map((ticket) => ({
        number: ticket.opened.number,
        category: ticket.category,
        categoryName: ticket.category === null ? null : categoryLabel(ticket.category),
        handler: ticket.handler === null ? null : unitLabel(ticket.handler),
        supporting: ticket.supporting.map(unitLabel),
        town: ticket.place.town === null ? null : unitLabel(ticket.place.town),
        village: ticket.place.village,
        status: ticket.status,
        urgency: ticket.urgency,
      }))
  }

  function print(line: string): void {
    process.stdout.write(`${line}\n`)
  }

  if (!options.json) print(cliTexts.chatHello)
  let count = 0
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    count += 1
    const message: InboundMessage = {
      id: `web-chat:${String(count)}`,
      channel: 'web-chat',
      sender,
      at: now(),
      content: { type: 'text', text: line },
      replyToken: null,
    }
    await receiveMessage(ctx, message)
    const out = await heardBack()
    if (options.json) {
      const said = out.map(({ text, choices }) => ({
        text,
        choices: choices.map(({ label }) => label),
      }))
      print(JSON.stringify({ in: line, out: said, tickets: await tickets() }))
    } else {
      for (const { text, choices } of out) {
        print(text)
        const labels = choices.map(({ label }) => label).join(' / ')
        if (labels !== '') print(fillText(cliTexts.choices, { labels }))
      }
    }
  }
  house.database.close()
}
