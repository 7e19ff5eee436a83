import type { MediaType } from '#domain/media.ts'
import type { Coordinates } from '#routing/types.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Attachment, Channel, StoredEvent } from '#domain/ticket/events.ts'
import type { Ctx } from '#app/ctx.ts'
import type { AttachmentState, StoredMedia } from './attachments-port.ts'
import { trackTicket } from '#app/tickets/read-citizen.ts'
import { readTicket } from '#app/tickets/read-desk.ts'

/** An attachment of a ticket: when it came and whether it can be shown. */
export type TicketAttachment = Attachment & {
  /** UTC milliseconds. */
  readonly at: number
  /** null: nothing is known of its bytes. */
  readonly state: AttachmentState | null
  readonly mediaType: MediaType | null
  /** Where it was taken, if it said so. */
  readonly location: Coordinates | null
  /** Why it is lost, in a word. */
  readonly reason: string | null
}

/** What a ticket's history names, oldest first, each once; nothing is checked here but what `events` hold. */
export async function ticketAttachments(
  ctx: Ctx,
  events: readonly StoredEvent[],
): Promise<readonly TicketAttachment[]> {
  const named = new Map(events.flatMap(namedIn).map((one) => [one.id, one]))
  if (named.size === 0) return []
  const records = await ctx.attachments.records([...named.keys()])
  return [...named.values()].map((one) => {
    const record = records.find(({ id }) => id === one.id)
    const { state = null, mediaType = null, location = null, reason = null } = record ?? {}
    return { ...one, state, mediaType, location, reason }
  })
}

function namedIn(event: StoredEvent): readonly (Attachment & { readonly at: number })[] {
  if (event.type !== 'opened' && event.type !== 'supplemented') return []
  return event.data.attachments.map((one) => ({ ...one, at: event.at }))
}

/**
 * An attachment for staff, by a ticket that names it and that the actor may see; `number` narrows it to one ticket.
 * Refuses 'not-found' for everything else, so that ids cannot be probed.
 */
export async function readAttachment(
  ctx: Ctx,
  { id, number }: { readonly id: string; readonly number?: string },
): Promise<StoredMedia | Refusal> {
  for (const ticketId of await ctx.attachments.tickets(id)) {
    const view = await readTicket(ctx, { id: ticketId })
    if (isRefusal(view)) continue
    if (number !== undefined && view.ticket.opened.number !== number) continue
    // What the actor is not shown is not handed out by its id either.
    if (!view.events.flatMap(namedIn).some((one) => one.id === id)) continue
    return (await ctx.attachments.open(id)) ?? refuse('not-found')
  }
  return refuse('not-found')
}

/** An attachment for whoever holds number and secret code of a ticket that names it. Refuses 'not-found' else. */
export async function readTrackedAttachment(
  ctx: Ctx,
  { id, ...access }: { readonly id: string; readonly number: string; readonly code: string },
): Promise<StoredMedia | Refusal> {
  const found = await trackTicket(ctx, access)
  if (isRefusal(found)) return found
  const isNamed = found.events.flatMap(namedIn).some((one) => one.id === id)
  return (isNamed ? await ctx.attachments.open(id) : null) ?? refuse('not-found')
}

/** An attachment for the one who sent it. Refuses 'not-found' to everybody else. */
export async function readOwnAttachment(
  ctx: Ctx,
  {
    id,
    channel,
    sender,
  }: { readonly id: string; readonly channel: Channel; readonly sender: string },
): Promise<StoredMedia | Refusal> {
  const [record] = await ctx.attachments.records([id])
  if (record === undefined) return refuse('not-found')
  const personId = await ctx.people.ensure(channel, sender)
  if (record.personId !== personId) return refuse('not-found')
  return (await ctx.attachments.open(id)) ?? refuse('not-found')
}
