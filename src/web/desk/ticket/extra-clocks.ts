import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Part, Ticket, Whistle } from '#domain/ticket/ticket.ts'
import { unitLabel } from '#doors/labels.ts'
import { sideClockLabels } from '#doors/label-tables.ts'
import { ticketMoreTexts } from './texts.ts'
import { finishedStatuses } from '#domain/ticket/status.ts'

/** A deadline beside the five clocks. Times are UTC milliseconds. */
export type ExtraClock = {
  readonly label: string
  readonly from: number
  readonly due: number
  readonly doneAt: number | null
  /** Once the ticket or the whistle is over, what was not done stays so. */
  readonly ended: boolean
}

/** Clocks of their own: each supporting part, each called unit's report-in, supervision, the review of a suspension. */
export function extraClocks(ticket: Ticket, events: readonly StoredEvent[]): readonly ExtraClock[] {
  return [
    ...ticket.parts.flatMap((part) => partClock(part, ticket)),
    ...ticket.whistles.flatMap((whistle) => reportClocks(whistle)),
    ...events.flatMap((event) => orderClock(event, events)),
  ]
}

const over: readonly Ticket['status'][] = finishedStatuses

function partClock({ unit, addedAt, due, doneAt }: Part, { status }: Ticket): ExtraClock[] {
  if (due === null) return []
  const label = `${sideClockLabels.part} ${unitLabel(unit)}`
  return [{ label, from: addedAt, due, doneAt, ended: over.includes(status) }]
}

function reportClocks({ units, reports, openedAt, due, closedAt }: Whistle): ExtraClock[] {
  return units.map((unit) => ({
    label: `${sideClockLabels['report-in']} ${unitLabel(unit)}`,
    from: openedAt,
    due,
    doneAt: reports.find((report) => report.unit === unit)?.at ?? null,
    ended: closedAt !== null,
  }))
}

function orderClock(event: StoredEvent, events: readonly StoredEvent[]): ExtraClock[] {
  const answered = (by: StoredEvent['type']): number | null =>
    events.find(({ seq, type }) => seq > event.seq && type === by)?.at ?? null
  switch (event.type) {
    case 'supervised': {
      const doneAt = answered('supervision-answered')
      const label = sideClockLabels.supervision
      return [{ label, from: event.at, due: event.data.replyDue, doneAt, ended: false }]
    }
    case 'suspension-approved': {
      const label = ticketMoreTexts.review
      const doneAt = answered('reviewed')
      return [{ label, from: event.at, due: event.data.reviewAt, doneAt, ended: false }]
    }
    default:
      return []
  }
}
