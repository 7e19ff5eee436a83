import type { TicketRow } from '#app/ports.ts'
import type { UnitId } from '#routing/units.ts'
import { fill, placeLabel, shortCategory, unitLabel } from '#doors/labels.ts'
import { componentTexts } from './texts.ts'
import { urgencyLabels } from '#doors/label-tables.ts'
import { words } from '#doors/words.ts'
import { Due } from './due.tsx'
import { HeadRow } from './head-row.tsx'
import { StatusBadge } from './status-badge.tsx'

const headings = [
  componentTexts.number,
  componentTexts.status,
  componentTexts.category,
  componentTexts.place,
  componentTexts.handler,
  componentTexts.due,
]

type TicketListProps = {
  readonly rows: readonly TicketRow[]
  /** UTC milliseconds, for what is overdue. */
  readonly now: number
  /** What the list is; read out before the table. */
  readonly caption?: string
  /** Said instead of an empty table. */
  readonly empty?: string
  /** The unit that reads: tickets it only supports are marked. */
  readonly unit?: UnitId | null
  /** The page of one ticket. */
  readonly href?: (row: TicketRow) => string
}

const deskPage = (row: TicketRow): string => `/desk/tickets/${encodeURIComponent(row.number)}`

/** Tickets as a table, as cards on a phone: number, status, what, where, who, what is due. */
export function TicketList(props: TicketListProps) {
  const { rows, now, caption, empty, unit = null, href = deskPage } = props
  if (rows.length === 0) return <p class="card">{empty ?? componentTexts.empty}</p>
  return (
    <table class="cards">
      <caption class={caption === undefined ? 'hidden' : undefined}>
        {caption ?? componentTexts.tickets}
      </caption>
      <HeadRow labels={headings} />
      <tbody>
        {rows.map((row) => (
          <Line row={row} now={now} unit={unit} href={href(row)} />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = {
  readonly row: TicketRow
  readonly now: number
  readonly unit: UnitId | null
  readonly href: string
}

function Line({ row, now, unit, href }: LineProps) {
  const supports = unit !== null && row.handler !== null && row.handler !== unit
  return (
    <tr data-item tabindex={-1}>
      <th scope="row">
        <a class="number" href={href}>
          {row.number}
        </a>
      </th>
      <td data-label={componentTexts.status}>
        <span class="badges">
          <StatusBadge status={row.status} />
          <Marks row={row} />
        </span>
      </td>
      <td data-label={componentTexts.category}>
        <span>
          {shortCategory(row.category)}
          <small class="excerpt">{row.excerpt}</small>
        </span>
      </td>
      <td data-label={componentTexts.place}>{placeLabel(row)}</td>
      <td class="unit" data-label={componentTexts.handler}>
        <span class="badges">
          {row.handler === null ? words.notDispatched : unitLabel(row.handler)}
          {supports && <span class="badge">{componentTexts.supporting}</span>}
        </span>
      </td>
      <td data-label={componentTexts.due}>
        <span>
          <Due due={row.nextDue} now={now} />
        </span>
      </td>
    </tr>
  )
}

/** What makes a ticket stand out: its urgency, returns, second handlings, urgings. */
function Marks({ row }: { readonly row: TicketRow }) {
  const urgent = row.urgency === 'urgent' || row.urgency === 'fast'
  return (
    <>
      {row.kind === 'alarm' && <span class="badge accent">{componentTexts.alarmMark}</span>}
      {urgent && <span class="badge red">{urgencyLabels[row.urgency]}</span>}
      {row.reopenings > 0 && row.status !== 'reopened' && (
        <span class="badge amber">{componentTexts.reopenedMark}</span>
      )}
      {row.returns > 0 && (
        <span class="badge amber">{fill(componentTexts.returnsMark, { n: row.returns })}</span>
      )}
      {row.urges > 0 && (
        <span class="badge amber">{fill(componentTexts.urgedMark, { n: row.urges })}</span>
      )}
    </>
  )
}
