import { conceal, mask } from '#intents/personal/index.ts'
import type { Actor } from '#domain/roles.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { discreet } from '#domain/ticket/personal.ts'
import { eventsByType } from '#domain/ticket/steps/index.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Ctx } from '#app/ctx.ts'

/** A ticket with its history, as somebody may read it. */
export type Seen = { readonly ticket: Ticket; readonly events: readonly StoredEvent[] }

/**
 * What units read of a ticket of secrecy: all that was ever written on it as if secrecy had been asked for from the
 * first word, and of the reporter's files those a person has released. Everybody else, and every other ticket: as it
 * is.
 */
export function asSeen(actor: Pick<Actor, 'unit'>, seen: Seen): Seen {
  const { ticket, events } = seen
  if (actor.unit === null || !ticket.opened.secrecy) return seen
  const hidden = events.map((event) => withoutFiles(concealed(event), ticket.filesReleasedAt))
  return { events: hidden, ticket: fold(ticket.id, hidden) ?? ticket }
}

/** A ticket just changed, as whoever changed it may read it. */
export async function asChanged(ctx: Ctx, ticket: Ticket): Promise<Ticket> {
  return asSeen(ctx.actor, { ticket, events: await ctx.store.history(ticket.id) }).ticket
}

function concealed(event: StoredEvent): StoredEvent {
  const { fields } = eventsByType[event.type]
  // Safe because only text changed.
  return { ...event, data: discreet(fields, event.data, { mask, conceal }, true) } as StoredEvent
}

function withoutFiles(event: StoredEvent, releasedAt: number | null): StoredEvent {
  const isFromReporter = event.type === 'opened' || event.type === 'supplemented'
  if (!isFromReporter || (releasedAt !== null && event.at <= releasedAt)) return event
  // Safe because the list of files is empty, whatever else the event says.
  return { ...event, data: { ...event.data, attachments: [] } } as StoredEvent
}
