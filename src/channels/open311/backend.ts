import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import type { Version } from './list-cache.ts'
import { openBySource } from '#app/intake/open-by-source.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'
import { system } from '#app/tickets/plan-change.ts'
import type { PickQuery } from '#app/intake/source-readers.ts'
import { mask } from '#intents/personal/index.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'

export type History = readonly StoredEvent[]

/** What stands behind an endpoint: the house, or the practice room of the test endpoint. */
export type Backend = {
  readonly open: (ctx: Ctx, report: SourceReport) => Promise<Ticket | Refusal>
  /** The newest event there is; null when that cannot be told. */
  readonly version: (ctx: Ctx) => Promise<Version>
  /** Histories of the tickets asked for, newest ticket first. */
  readonly pick: (ctx: Ctx, query: PickQuery) => Promise<readonly History[]>
  /** Adds to a report of the same client's. */
  readonly supplement: (ctx: Ctx, ticket: Ticket, words: Words) => Promise<Ticket | Refusal>
}

/** What a client adds: its words, and its own number of them when it gave one. */
export type Words = { readonly text: string; readonly sourceNumber: string | null }

/** Who a program acts for when it opens tickets. */
export function actorOf(client: string): Actor {
  return { ...system, name: client }
}

/** Who a program acts for when it adds to its own report: the person who reported. */
export function reporterOf({ id, opened }: Ticket): Actor {
  return { id: opened.citizenId ?? id, role: 'citizen', unit: null, name: '' }
}

/** Words as a supplement, masked like every other. */
export function supplementOf({ text, sourceNumber }: Words): TicketCommand {
  const number = sourceNumber === null ? {} : { sourceNumber }
  return { type: 'supplement', text: mask(text), attachments: [], place: null, ...number }
}

/** Whether a report was filed with the key of this client. */
export function isFiledBy(client: string, { opened }: Ticket): boolean {
  return opened.channel === 'open311' && (opened.sourceNumber ?? '').startsWith(`${client}:`)
}

/** Histories read at once. */
const perRead = 100

/** The tickets of the house. */
export const house: Backend = {
  version: (ctx) => ctx.readers.newestEvent(),
  open: async (ctx, report) => {
    const opened = await openBySource(ctx, report)
    return isRefusal(opened) ? opened : opened.ticket
  },
  pick: async (ctx, query) => {
    const ids = await ctx.readers.pick(query)
    const found: History[] = []
    for (let at = 0; at < ids.length; at += perRead) {
      const some = ids.slice(at, at + perRead)
      const histories = await ctx.readers.histories(some)
      found.push(...some.map((id) => histories.get(id)).filter((one) => one !== undefined))
      // Long lists let others in between.
      if (ids.length > perRead) await ctx.pause(0)
    }
    return found
  },
  supplement: (ctx, ticket, words) =>
    changeTicket({ ...ctx, actor: reporterOf(ticket) }, ticket.id, supplementOf(words)),
}

/** One ticket by its number, as far as the public sees it. */
export async function findOne(
  backend: Backend,
  ctx: Ctx,
  number: string,
): Promise<{ readonly ticket: Ticket; readonly history: History } | Refusal> {
  const query = { kind: 'complaint', numbers: [number], limit: 1 } as const
  const [history] = await backend.pick(ctx, query)
  const id = history?.[0]?.ticketId
  const ticket = history === undefined || id === undefined ? null : fold(id, history)
  return history === undefined || ticket === null ? refuse('not-found') : { ticket, history }
}
