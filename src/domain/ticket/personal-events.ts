import type { TicketEvent } from './events.ts'
import { personalPaths } from './personal.ts'
import { eventsByType } from './steps/index.ts'

/** Where an event is personal, as its declaration says; see `personalPaths`. */
export function personalOf({ type, data }: Pick<TicketEvent, 'type' | 'data'>): readonly string[] {
  return personalPaths(eventsByType[type].fields, data)
}
