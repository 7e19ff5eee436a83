import type { StoredEvent } from '#domain/ticket/events.ts'
import { readable } from './chain.ts'
import type { EventRow } from './chain.ts'
import { events } from './schema.ts'
import { eventForms, upcast } from './upcast.ts'
import type { Forms } from './upcast.ts'

/** An event as its history has it. */
export const eventColumns = {
  ticketId: events.ticketId,
  seq: events.seq,
  at: events.at,
  type: events.type,
  version: events.version,
  by: events.by,
  data: events.data,
  personal: events.personal,
}

export type ReadEvent = (row: unknown) => StoredEvent

/** Reads rows of `eventColumns`: what has been erased is empty, what was written long ago in today's form. Throws as `upcast`. */
export function eventReader(forms: Forms = eventForms): ReadEvent {
  return (row) => {
    // Safe because the store writes nothing but TicketEvents, whose data goes by their type and version.
    const { version, ...stored } = row as EventRow
    const event = readable(stored)
    const data = upcast({ kind: event.type, version, value: event.data }, forms)
    return { ...event, data } as StoredEvent
  }
}
