import { finishedStatuses } from '#domain/ticket/status.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { orderedBy } from '#domain/ticket/deadlines.ts'
import { settings } from '#domain/ticket/settings.ts'
import type { ClockName } from '#routing/types.ts'
import { dateTime, span } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { clockLabels } from '#doors/label-tables.ts'
import { words } from '#doors/words.ts'
import { extraClocks } from './extra-clocks.ts'
import type { ExtraClock } from './extra-clocks.ts'
import { ticketTexts } from './texts.ts'

/** How a clock stands. `at`, `due` and `now` are UTC milliseconds. */
export type ClockRow = {
  readonly clock: ClockName
  readonly due: number
  readonly from: number
  readonly doneAt: number | null
  readonly state: 'running' | 'done' | 'paused' | 'ended' | 'open'
}

/** Every clock a ticket has or had, in the order of its life. */
function clockRows(ticket: Ticket, now: number): readonly ClockRow[] {
  const { deadlines, dispatchedAt } = ticket
  const first: ClockRow = {
    clock: 'dispatch',
    due: ticket.dispatchDue,
    from: ticket.deskFrom,
    doneAt: ticket.deskDoneAt,
    state: stateOf(ticket, ticket.deskDoneAt),
  }
  if (deadlines === null || dispatchedAt === null) return [first]
  const row = (clock: Exclude<ClockName, 'dispatch'>, doneAt: number | null): ClockRow => ({
    clock,
    due: deadlines[clock],
    from: clock === 'solve' ? (ticket.promisedFrom ?? dispatchedAt) : dispatchedAt,
    doneAt,
    state: stateOf(ticket, doneAt),
  })
  if (ticket.handler === null) return [first, row('solve', ticket.resolvedAt)]
  const mayReturn = ['dispatched', 'accepted'].includes(ticket.status) && now <= deadlines.return
  return [
    first,
    row('accept', ticket.acceptedAt),
    row('contact', ticket.contactedAt),
    ...(mayReturn ? [{ ...row('return', null), state: 'open' as const }] : []),
    row('solve', ticket.resolvedAt),
  ]
}

function stateOf(ticket: Ticket, doneAt: number | null): ClockRow['state'] {
  if (doneAt !== null) return 'done'
  const over: readonly string[] = finishedStatuses
  if (over.includes(ticket.status)) return 'ended'
  return ['awaiting-citizen', 'suspended'].includes(ticket.status) ? 'paused' : 'running'
}

/** Words and colour for a time that has not been kept yet. */
export function Remaining({ due, now, soon }: { due: number; now: number; soon: boolean }) {
  if (now > due) {
    const late = fill(words.late, { span: span(now - due) })
    return <span class="badge red">{`${words.overdue} ${late}`}</span>
  }
  const left = fill(words.left, { span: span(due - now) })
  return soon ? <span class="badge amber">{`${words.soon} ${left}`}</span> : <>{left}</>
}

function State({ row, now }: { readonly row: Omit<ClockRow, 'clock'>; readonly now: number }) {
  const { due, doneAt, from } = row
  if (doneAt !== null) {
    const time = dateTime(doneAt)
    return doneAt <= due ? (
      <>{fill(ticketTexts.clockDone, { time })}</>
    ) : (
      <span class="badge red">
        {fill(ticketTexts.clockLate, { time, span: span(doneAt - due) })}
      </span>
    )
  }
  switch (row.state) {
    case 'paused':
      return <span class="badge">{words.paused}</span>
    case 'ended':
      return <>{ticketTexts.notRunning}</>
    default:
      return <Remaining due={due} now={now} soon={now >= from + (due - from) * settings.yellowAt} />
  }
}

type ClocksProps = {
  readonly ticket: Ticket
  readonly events: readonly StoredEvent[]
  readonly now: number
}

/** The clocks of the order it came with, beside ours. */
function orderedClocks(ticket: Ticket): readonly ExtraClock[] {
  const { opened } = ticket
  const kept = { accept: ticket.acceptedAt, solve: ticket.resolvedAt }
  return (['accept', 'solve'] as const).flatMap((clock) => {
    const due = orderedBy(opened, clock)
    if (due === null) return []
    const label = ticketTexts.orderedClocks[clock]
    const doneAt = kept[clock]
    return [
      { label, due, from: opened.receivedAt, doneAt, ended: stateOf(ticket, doneAt) === 'ended' },
    ]
  })
}

function OtherClock({ clock, now }: { readonly clock: ExtraClock; readonly now: number }) {
  const { clockHead } = ticketTexts
  const row = { ...clock, state: clock.ended ? 'ended' : 'running' } as const
  return (
    <tr>
      <th scope="row">{clock.label}</th>
      <td data-label={clockHead.due}>
        <span class="number">{dateTime(clock.due)}</span>
      </td>
      <td data-label={clockHead.state}>
        <State row={row} now={now} />
      </td>
    </tr>
  )
}

/** The ticket's clocks with their deadlines: kept, running or run out, in words. */
export function Clocks({ ticket, events, now }: ClocksProps) {
  const { clockHead } = ticketTexts
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{clockHead.clock}</th>
          <th scope="col">{clockHead.due}</th>
          <th scope="col">{clockHead.state}</th>
        </tr>
      </thead>
      <tbody>
        {clockRows(ticket, now).map((row) => (
          <tr>
            <th scope="row">
              {row.clock === 'return' ? ticketTexts.returnUntil : clockLabels[row.clock]}
            </th>
            <td data-label={clockHead.due}>
              <span class="number">{dateTime(row.due)}</span>
            </td>
            <td data-label={clockHead.state}>
              <State row={row} now={now} />
            </td>
          </tr>
        ))}
        {orderedClocks(ticket).map((clock) => (
          <OtherClock clock={clock} now={now} />
        ))}
        {extraClocks(ticket, events).map((clock) => (
          <OtherClock clock={clock} now={now} />
        ))}
      </tbody>
    </table>
  )
}
