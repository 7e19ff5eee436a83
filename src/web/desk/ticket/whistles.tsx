import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Ticket, Whistle } from '#domain/ticket/ticket.ts'
import type { UnitId } from '#routing/units.ts'
import { HeadRow } from '#web/components/head-row.tsx'
import { dateTime, span } from '#doors/format.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import { historyTexts, ticketMoreTexts } from './texts.ts'

const say = ticketMoreTexts

type Given = {
  readonly whistle: Whistle
  readonly events: readonly StoredEvent[]
  readonly now: number
}

/** What the unit said when it reported in, and of its part. */
function notesOf(unit: UnitId, { whistle, events }: Given): readonly string[] {
  return events.flatMap((event) =>
    (event.type === 'reported-in' || event.type === 'whistle-part-done') &&
    event.data.whistleId === whistle.id &&
    event.data.unit === unit
      ? [event.data.note]
      : [],
  )
}

function Reported({ unit, whistle, now }: Given & { readonly unit: UnitId }) {
  const report = whistle.reports.find((one) => one.unit === unit)
  if (report !== undefined) {
    const { how, at, late } = report
    return (
      <>
        {fill(say.reported, { how: historyTexts.how[how], time: dateTime(at) })}{' '}
        {late ? (
          <span class="badge amber">{fill(say.late, { span: span(at - whistle.due) })}</span>
        ) : null}
      </>
    )
  }
  if (whistle.closedAt !== null) return <span class="badge red">{say.absent}</span>
  return now > whistle.due ? <span class="badge red">{say.overdue}</span> : <>{say.notYet}</>
}

function partOf(unit: UnitId, whistle: Whistle): string {
  const done = whistle.reports.find((one) => one.unit === unit)?.done ?? null
  if (done === null) return say.partOpen
  return done ? say.partDone : say.partNotDone
}

function Facts({
  whistle,
  openedAt,
}: Pick<Given, 'whistle'> & { readonly openedAt: number | null }) {
  return (
    <dl class="facts">
      <dt>{say.purpose}</dt>
      <dd>{whistle.purpose}</dd>
      {whistle.place === null ? null : (
        <>
          <dt>{say.place}</dt>
          <dd>{whistle.place}</dd>
        </>
      )}
      <dt>{say.whistleDue}</dt>
      <dd>
        <span class="number">{dateTime(whistle.due)}</span>
        {openedAt === null ? null : (
          <small> {fill(say.whistleBy, { time: dateTime(openedAt) })}</small>
        )}
      </dd>
    </dl>
  )
}

function OneWhistle(given: Given & { readonly openedAt: number | null }) {
  const { whistle, openedAt } = given
  const { whistleHead: head } = say
  return (
    <article>
      <h3>
        {fill(say.whistleOf, { unit: whistle.caller === null ? '' : unitLabel(whistle.caller) })}{' '}
        <span class={whistle.closedAt === null ? 'badge amber' : 'badge'}>
          {whistle.closedAt === null
            ? say.whistleOpen
            : fill(say.whistleClosed, { time: dateTime(whistle.closedAt) })}
        </span>
      </h3>
      <Facts whistle={whistle} openedAt={openedAt} />
      <table class="cards">
        <HeadRow labels={head} />
        <tbody>
          {whistle.units.map((unit) => (
            <tr>
              <th scope="row">{unitLabel(unit)}</th>
              <td data-label={head.report}>
                <span>
                  <Reported {...given} unit={unit} />
                </span>
              </td>
              <td data-label={head.part}>{partOf(unit, whistle)}</td>
              <td data-label={head.note}>{notesOf(unit, given).join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

type WhistlesProps = {
  readonly ticket: Ticket
  readonly events: readonly StoredEvent[]
  /** UTC milliseconds. */
  readonly now: number
}

/** Every whistle on a ticket: who was called and what for, who came how and when, who was late or absent. */
export function Whistles({ ticket, events, now }: WhistlesProps) {
  if (ticket.whistles.length === 0) return null
  const openedAt = (id: string): number | null =>
    events.find((event) => event.type === 'whistle-opened' && event.data.whistleId === id)?.at ??
    null
  return (
    <section class="card" aria-labelledby="whistles">
      <h2 id="whistles">{say.whistles}</h2>
      {ticket.whistles.map((whistle) => (
        <OneWhistle whistle={whistle} events={events} now={now} openedAt={openedAt(whistle.id)} />
      ))}
    </section>
  )
}
