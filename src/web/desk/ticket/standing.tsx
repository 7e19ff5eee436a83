import type { Child } from 'hono/jsx'
import type { TicketView } from '#app/tickets/read-desk.ts'
import { isUndecided } from '#domain/ticket/excluding.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { StatusBadge } from '#web/components/status-badge.tsx'
import { dateTime } from '#doors/format.ts'
import { fill, orderLabel, placeLabel, unitLabel, unitList } from '#doors/labels.ts'
import {
  exclusionGroundLabels,
  queueLabels,
  returnReasonLabels,
  urgencyLabels,
} from '#doors/label-tables.ts'
import { historyTexts, ticketTexts } from './texts.ts'
import { words } from '#doors/words.ts'
import { componentTexts } from '#web/components/texts.ts'

function Badge({ tone = '', children }: { readonly tone?: string; readonly children?: Child }) {
  return <span class={`badge ${tone}`.trim()}>{children}</span>
}

/** Status, urgency and what happened more than once, as badges. */
export function Marks({ ticket }: { readonly ticket: Ticket }) {
  const { opened, urgency, returns, reopenings, urgedAt } = ticket
  const urgent = urgency === 'urgent' || urgency === 'fast'
  return (
    <p class="badges">
      <StatusBadge status={ticket.status} />
      {urgent ? <Badge tone="amber">{urgencyLabels[urgency]}</Badge> : null}
      {opened.secrecy ? <Badge tone="red">{ticketTexts.secrecyMark}</Badge> : null}
      {opened.kind === 'alarm' ? <Badge>{ticketTexts.alarmMark}</Badge> : null}
      {returns > 0 ? <Badge>{fill(componentTexts.returnsMark, { n: returns })}</Badge> : null}
      {reopenings > 0 && ticket.status !== 'reopened' ? (
        <Badge tone="amber">{componentTexts.reopenedMark}</Badge>
      ) : null}
      {urgedAt.length > 0 ? (
        <Badge tone="amber">{fill(componentTexts.urgedMark, { n: urgedAt.length })}</Badge>
      ) : null}
    </p>
  )
}

/** Where it is and who has it, in one line. */
export function placeAndHandler({
  place,
  handler,
  assignee,
}: Pick<Ticket, 'place' | 'handler' | 'assignee'>): string {
  const who =
    handler === null ? words.notDispatched : fill(historyTexts.to, { unit: unitLabel(handler) })
  const by = assignee === null ? '' : fill(historyTexts.assignee, { name: assignee.name })
  return `${placeLabel(place)}，${who}${by}`
}

/** Why a ticket waits at the desk, a line each. */
export function waitingReasons({ ticket, events }: Pick<TicketView, 'ticket' | 'events'>) {
  const { queuedFor, status, conferenceUnits } = ticket
  return [
    ...(queuedFor === null ? [] : [queueLabels[queuedFor]]),
    ...(queuedFor === 'same-matter' ? sameLines(events) : []),
    ...(status === 'pending' || status === 'conference' ? returnedLines(events) : []),
    ...(status === 'conference'
      ? [fill(ticketTexts.inConference, { units: unitList(conferenceUnits) })]
      : []),
  ]
}

function sameLines(events: TicketView['events']): readonly string[] {
  const queued = events.findLast((event) => event.type === 'queued')
  const number = queued?.type === 'queued' ? queued.data.note : null
  return number === null ? [] : [fill(ticketTexts.sameAs, { number })]
}

function returnedLines(events: TicketView['events']): readonly string[] {
  const returned = events.findLast((event) => event.type === 'returned')
  if (returned?.type !== 'returned') return []
  const { reason, note, proposedUnit } = returned.data
  const unit = returned.by.unit === null ? '' : unitLabel(returned.by.unit)
  const why = fill(ticketTexts.returnedBy, { unit, reason: returnReasonLabels[reason] })
  return [
    `${why} ${note}`,
    ...(proposedUnit === null
      ? []
      : [fill(ticketTexts.proposes, { unit: unitLabel(proposedUnit) })]),
  ]
}

const by = (time: number) => ({ time: dateTime(time) })

const requests: readonly ((ticket: Ticket) => string | null)[] = [
  ({ awaiting }) =>
    awaiting &&
    fill(ticketTexts.awaitingCitizen, { question: awaiting.question, ...by(awaiting.until) }),
  ({ extension }) =>
    extension?.state === 'requested'
      ? fill(ticketTexts.extensionAsked, { ...extension, ...by(extension.until) })
      : null,
  ({ suspension }) => {
    if (suspension === null || suspension.state === 'refused') return null
    const line =
      suspension.state === 'requested' ? ticketTexts.suspensionAsked : ticketTexts.suspended
    const { reason, plan, reviewAt } = suspension
    return fill(line, { reason, plan, ...by(reviewAt) })
  },
  ({ supervision }) =>
    supervision !== null && supervision.repliedAt === null
      ? fill(ticketTexts.supervised, {
          order: orderLabel(supervision.order),
          ...by(supervision.replyDue),
        })
      : null,
  ({ exclusion }) => {
    if (!isUndecided(exclusion)) return null
    const { evidence, state } = exclusion
    const ground = exclusionGroundLabels[exclusion.ground]
    const line = state === 'appealed' ? ticketTexts.exclusionAppealed : ticketTexts.exclusionAsked
    return fill(line, { evidence, ground })
  },
]

/** What the ticket waits for: the desk, the citizen, an approval, an answer to a supervision. */
export function Standing(view: Pick<TicketView, 'ticket' | 'events'>) {
  const lines = [...waitingReasons(view), ...requests.map((line) => line(view.ticket))].filter(
    (line) => line !== null,
  )
  if (lines.length === 0) return null
  return (
    <section class="notice" aria-label={ticketTexts.waitingFor}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  )
}
