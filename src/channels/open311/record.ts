import { sayIn } from '#app/tools/render.ts'
import { timeInWords } from '#app/tools/time.ts'
import { unitLabel } from '#app/tools/converse-tools.ts'
import { w3cTime } from '#app/tools/w3c-time.ts'
import { towns } from '#routing/places/towns.ts'
import type { Coordinates } from '#routing/types.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { fill } from '#app/tools/fill.ts'
import { publicWords } from '#intents/personal/index.ts'
import { serviceName } from './services.ts'
import { open311Texts } from './texts.ts'
import type { Tree } from './write.ts'

const descriptionLength = 4000

/** What the standard calls closed: resolved, or nobody has to act any more. */
export const closedStatuses: ReadonlySet<TicketStatus> = new Set([
  'resolved',
  'closed',
  'withdrawn',
  'merged',
  'referred',
])

/** The service of a ticket the desk has not classified yet. */
export const unclassifiedService: ComplaintCategoryId = 'other-environment'

/** The next step in words, as `service_notice` says it. */
export function noticeOf(ticket: Ticket): string {
  const due =
    ticket.deadlines?.solve ?? (ticket.status === 'pending' ? ticket.dispatchDue : undefined)
  return fill(open311Texts.notices[ticket.status], {
    due: due === undefined ? '' : timeInWords(due),
    into: ticket.mergedInto?.number ?? '',
  })
}

/** Whether the public may read what was said on it: the office publishes words, and a person has released these. */
export function isPublic({ published, opened }: Ticket, words: boolean): boolean {
  return words && published && !opened.secrecy
}

/**
 * A ticket as the public may see it: category, unit, status, dates and place to the village; no word of anybody's
 * unless it is published, and then masked. Of a secret report not even the village. `words`: the office publishes
 * words at all. Unless a pin is public the township's seat stands for the place.
 */
export function recordOf(ticket: Ticket, words: boolean): Tree {
  const open = isPublic(ticket, words)
  const { opened, deadlines, handler, status } = ticket
  const code = ticket.category ?? unclassifiedService
  const closed = closedStatuses.has(status)
  const at = coordinatesOf(ticket, open)
  return {
    service_request_id: opened.number,
    status: closed ? 'closed' : 'open',
    status_notes: notesOf(ticket, open),
    service_name: serviceName(code) ?? code,
    service_code: code,
    description: descriptionOf(ticket, open),
    agency_responsible: handler === null ? null : unitLabel(handler),
    service_notice: noticeOf(ticket),
    requested_datetime: w3cTime(ticket.openedAt),
    updated_datetime: w3cTime(ticket.lastEventAt),
    expected_datetime: deadlines === null ? null : w3cTime(deadlines.solve),
    address: addressOf(ticket, open),
    address_id: null,
    zipcode: null,
    lat: at?.lat ?? null,
    long: at?.lon ?? null,
    media_url: null,
  }
}

function descriptionOf({ opened, category }: Ticket, open: boolean): string {
  if (open) return [...publicWords(opened.text)].slice(0, descriptionLength).join('')
  if (opened.secrecy) return open311Texts.secret
  const code = category ?? unclassifiedService
  return fill(open311Texts.unpublished, { category: serviceName(code) ?? code })
}

function notesOf({ status, publicReply }: Ticket, open: boolean): string {
  return publicReply === null || !open
    ? sayIn('zh-hans', `state.${status}`)
    : publicWords(publicReply)
}

function addressOf({ place, opened }: Ticket, open: boolean): string {
  const { town, village, spot } = place
  const parts = [
    open311Texts.district,
    town === null ? null : unitLabel(town),
    opened.secrecy ? null : village,
    !open || spot === null ? null : publicWords(spot),
  ]
  return parts.filter((part) => part !== null).join(' ')
}

function coordinatesOf({ place }: Ticket, open: boolean): Coordinates | null {
  if (place.coordinates !== null && open) return place.coordinates
  const seat = towns.find(({ id }) => id === place.town)
  return seat === undefined || seat.lat === null ? null : { lat: seat.lat, lon: seat.lon }
}
