import type { TicketEventType } from '#domain/ticket/events.ts'
import type { Upcasters } from './upcast.ts'

/**
 * What an older version of an event says in the next one: by its type and the version it was written in. A field
 * of an erased person is '' or null by then. None yet: no event has changed since the first release.
 */
export const eventUpcasters: Upcasters<TicketEventType> = {}

/** Every other value that is stored as JSON and read again, and the version it is written in now. */
export const documentVersions = {
  'attachment-location': 1,
  dialogue: 1,
  'flood-record': 1,
  'import-header': 1,
  'import-map': 1,
  'import-outcomes': 1,
  'import-rows': 1,
  'inbound-message': 1,
  'last-number': 1,
  'notice-choices': 1,
  'notice-facts': 1,
  'outbound-message': 1,
  'setting-values': 1,
  'staff-message': 1,
  'target-address': 1,
  'ticket-supporting': 1,
} as const satisfies Readonly<Record<string, number>>

export type DocumentKind = keyof typeof documentVersions

/** The same for those. */
export const documentUpcasters: Upcasters<DocumentKind> = {}
