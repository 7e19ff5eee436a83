import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { unitLabel, unitList } from '../labels.ts'
import { ticketMoreTexts } from '../texts.ts'

/** A deadline beside the five clocks. Times are UTC milliseconds. */
export type ExtraClock = {
  readonly label: string
  readonly from: number
  readonly due: number
  readonly doneAt: number | null
}

const say = ticketMoreTexts.extraClocks

/** Clocks of their own: supervision, report-in, the review of a suspension, parts with a date. */
export function extraClocks(ticket: Ticket, events: readonly StoredEvent[]): readonly ExtraClock[] {
  return events.flatMap((event) => clocksOf(event, ticket, events))
}

function clocksOf(
  event: StoredEvent,
  ticket: Ticket,
  events: readonly StoredEvent[],
): readonly ExtraClock[] {
  const from = event.at
  const after = events.filter(({ seq }) => seq > event.seq)
  switch (event.type) {
    case 'supervised': {
      const doneAt = after.find(({ type }) => type === 'supervision-answered')?.at ?? null
      return [{ label: say.supervision, from, due: event.data.replyDue, doneAt }]
    }
    case 'whistle-opened':
      return [whistleClock(event, ticket)]
    case 'suspension-approved': {
      const doneAt = after.find(({ type }) => type === 'reviewed')?.at ?? null
      return [{ label: say.review, from, due: event.data.reviewAt, doneAt }]
    }
    case 'units-added':
      return partClocks(event, after)
    default:
      return []
  }
}

function partClocks(
  event: Extract<StoredEvent, { readonly type: 'units-added' }>,
  after: readonly StoredEvent[],
): readonly ExtraClock[] {
  const { due, units } = event.data
  if (due === null) return []
  return units.map((unit) => {
    const done = after.find((one) => one.type === 'part-done' && one.data.unit === unit)
    return {
      label: `${say.part} ${unitLabel(unit)}`,
      from: event.at,
      due,
      doneAt: done?.at ?? null,
    }
  })
}

function whistleClock(
  event: Extract<StoredEvent, { readonly type: 'whistle-opened' }>,
  ticket: Ticket,
): ExtraClock {
  const { whistleId, units, due } = event.data
  const whistle = ticket.whistles.find(({ id }) => id === whistleId)
  const came = whistle?.reports.map(({ at }) => at) ?? []
  const doneAt = came.length === units.length ? Math.max(...came) : (whistle?.closedAt ?? null)
  return { label: `${say.whistle} ${unitList(units)}`, from: event.at, due, doneAt }
}
