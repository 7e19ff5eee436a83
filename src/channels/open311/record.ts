import { sayIn } from '#app/render.ts'
import { timeInWords } from '#app/time.ts'
import { unitLabel } from '#app/tools.ts'
import { w3cTime } from '#app/w3c-time.ts'
import { towns } from '#routing/places/towns.ts'
import type { Coordinates } from '#routing/types.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { fill } from './fill.ts'
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

/**
 * A ticket as the public may see it: nothing of the person, no unmasked word. Of a secret report neither
 * words nor spot. Where no pin is on record the township's seat stands for the place.
 */
export function recordOf(ticket: Ticket): Tree {
  const { opened, deadlines, handler, status } = ticket
  const code = ticket.category ?? unclassifiedService
  const closed = closedStatuses.has(status)
  const at = coordinatesOf(ticket)
  return {
    service_request_id: opened.number,
    status: closed ? 'closed' : 'open',
    status_notes: notesOf(ticket),
    service_name: serviceName(code) ?? code,
    service_code: code,
    description: descriptionOf(ticket),
    agency_responsible: handler === null ? null : unitLabel(handler),
    service_notice: noticeOf(ticket),
    requested_datetime: w3cTime(ticket.openedAt),
    updated_datetime: w3cTime(ticket.lastEventAt),
    expected_datetime: deadlines === null ? null : w3cTime(deadlines.solve),
    address: addressOf(ticket),
    address_id: null,
    zipcode: null,
    lat: at?.lat ?? null,
    long: at?.lon ?? null,
    media_url: null,
  }
}

function descriptionOf({ opened }: Ticket): string {
  if (opened.secrecy) return open311Texts.secret
  return [...publicWords(opened.text)].slice(0, descriptionLength).join('')
}

function notesOf(ticket: Ticket): string {
  const state = sayIn('zh-hans', `state.${ticket.status}`)
  const { publicReply, opened } = ticket
  return publicReply === null || opened.secrecy ? state : publicWords(publicReply)
}

function addressOf({ place, opened }: Ticket): string {
  const { town, village, spot } = place
  const parts = [
    open311Texts.district,
    town === null ? null : unitLabel(town),
    opened.secrecy ? null : village,
    opened.secrecy || spot === null ? null : publicWords(spot),
  ]
  return parts.filter((part) => part !== null).join(' ')
}

function coordinatesOf({ place, opened }: Ticket): Coordinates | null {
  if (place.coordinates !== null && !opened.secrecy) return place.coordinates
  const seat = towns.find(({ id }) => id === place.town)
  return seat === undefined || seat.lat === null ? null : { lat: seat.lat, lon: seat.lon }
}
