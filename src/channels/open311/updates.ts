import { timeInWords } from '#app/tools/time.ts'
import { unitLabel } from '#app/tools/converse-tools.ts'
import { w3cTime } from '#app/tools/w3c-time.ts'
import type { Period } from '#app/intake/source-readers.ts'
import type { StoredEvent, TicketEvent } from '#domain/ticket/events.ts'
import { evolve, fold } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { fill } from '#app/tools/fill.ts'
import { publicWords } from '#intents/personal/index.ts'
import { closedStatuses, isPublic } from './record.ts'
import { open311Texts } from './texts.ts'
import type { Tree } from './write.ts'

export type Update = { readonly at: number; readonly body: Tree }

/**
 * A ticket's public steps in a period, oldest first, each as an update FixMyStreet can take over. `words`: the office
 * publishes words; the unit's reply is told where the ticket's are published.
 */
export function updatesOf(
  history: readonly StoredEvent[],
  { from, to }: Period,
  words: boolean,
): Update[] {
  const last = fold(history[0]?.ticketId ?? '', history)
  const open = last !== null && isPublic(last, words)
  const updates: Update[] = []
  let ticket: Ticket | null = null
  for (const event of history) {
    const after: Ticket = evolve(ticket, event.ticketId, event)
    ticket = after
    const description = wordsOf(event, after, open)
    if (description === null || event.at < from || event.at >= to) continue
    updates.push({
      at: event.at,
      body: {
        update_id: updateId(after),
        service_request_id: after.opened.number,
        status: closedStatuses.has(after.status) ? 'CLOSED' : 'OPEN',
        updated_datetime: w3cTime(event.at),
        description,
        media_url: null,
      },
    })
  }
  return updates
}

/** Number of an update: the ticket's and the event's. */
export function updateId({ opened, seq }: Pick<Ticket, 'opened' | 'seq'>): string {
  return `${opened.number}-${String(seq)}`
}

type Slots = Readonly<Record<string, string>>
type Step = keyof typeof open311Texts.updates

/** A step in words; null for what is the units' own affair. */
function wordsOf(event: TicketEvent, after: Ticket, open: boolean): string | null {
  const { updates } = open311Texts
  return event.type in updates
    ? fill(updates[event.type as Step], slotsOf(event, after, open)) // Safe because it is one of its keys.
    : null
}

function slotsOf(event: TicketEvent, after: Ticket, open: boolean): Slots {
  switch (event.type) {
    case 'dispatched':
    case 'redispatched':
      return { unit: unitLabel(event.data.handler) }
    case 'accepted':
      return { unit: after.handler === null ? '' : unitLabel(after.handler) }
    case 'resolved':
      return { reply: open ? publicWords(event.data.publicReply) : open311Texts.replyKept }
    case 'extension-approved':
      return { until: timeInWords(event.data.until) }
    case 'suspension-approved':
      return { until: timeInWords(event.data.reviewAt) }
    case 'merged':
      return { into: event.data.intoNumber }
    default:
      return {}
  }
}
