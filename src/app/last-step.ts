import type { ReplyKey } from '#intents/replies/types.ts'
import type { ConverseTools } from '#domain/dialogue/types.ts'
import type { TicketEvent, TicketEventType } from '#domain/ticket/events.ts'
import { timeInWords } from './time.ts'

/** Events a citizen is told of as the last step; others are the units' own affair. */
const steps: Readonly<Partial<Record<TicketEventType, ReplyKey>>> = {
  opened: 'step.opened',
  queued: 'step.queued',
  unmerged: 'step.queued',
  dispatched: 'step.dispatched',
  redispatched: 'step.dispatched',
  accepted: 'step.accepted',
  contacted: 'step.contacted',
  noted: 'step.noted',
  returned: 'step.returned',
  'whistle-opened': 'step.whistled',
  'citizen-asked': 'step.asked',
  'extension-approved': 'step.extended',
  resolved: 'step.resolved',
  reopened: 'step.reopened',
  closed: 'step.closed',
}

/** The last thing that happened to a ticket, with its time, in words; empty when nothing tells. */
export function lastStepIn(say: ConverseTools['say'], events: readonly TicketEvent[]): string {
  const last = events.findLast(({ type }) => steps[type] !== undefined)
  const key = last === undefined ? undefined : steps[last.type]
  return last === undefined || key === undefined ? '' : say(key, { time: timeInWords(last.at) })
}
