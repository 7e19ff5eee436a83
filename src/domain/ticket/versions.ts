import type { TicketEventType } from './events.ts'
import { events } from './steps/index.ts'

/** In which version each event is written now, as it declares it. */
// Safe because the list holds every event once.
export const eventVersions = Object.fromEntries(
  events.map(({ type, version }) => [type, version]),
) as Readonly<Record<TicketEventType, number>>
