import type { ConverseTools } from '#domain/dialogue/types.ts'
import type { CitizenTold } from '#domain/ticket/declare.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { eventsByType } from '#domain/ticket/steps/index.ts'
import { timeInWords } from './time.ts'

/** How an event is called as the last step; undefined for what is the units' own affair. */
function stepKey({ type }: TicketEvent) {
  // Safe because what a citizen is told of an event has this form whatever its data.
  return (eventsByType[type].meaning.citizen as CitizenTold<never> | undefined)?.step
}

/** The last thing that happened to a ticket, with its time, in words; empty when nothing tells. */
export function lastStepIn(say: ConverseTools['say'], events: readonly TicketEvent[]): string {
  const last = events.findLast((event) => stepKey(event) !== undefined)
  const key = last === undefined ? undefined : stepKey(last)
  return last === undefined || key === undefined ? '' : say(key, { time: timeInWords(last.at) })
}
