import type { TicketRow } from '#app/ports.ts'
import type { SettledRow } from '#domain/settled.ts'
import { HeadRow } from '../components/head-row.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { dateTime } from '#doors/format.ts'
import { shortCategory, unitLabel } from '#doors/labels.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import { satisfiedLabels, solvedLabels } from '#doors/label-tables.ts'
import { trackTexts } from '#doors/track-texts.ts'
import { keyLabel } from './names.ts'
import { componentTexts } from '#web/components/texts.ts'

type SettledTableProps = {
  readonly rows: readonly SettledRow[]
  readonly tickets: readonly TicketRow[]
  readonly caption: string
}

const headings = [
  componentTexts.number,
  bureauTexts.settledAt,
  bureauExtra.answers,
  componentTexts.category,
  componentTexts.handler,
  bureauTexts.clause,
  componentTexts.status,
]

/** Settled call-backs as the rates counted them: what the citizen answered then, and the ticket's status now. */
export function SettledTable({ rows, tickets, caption }: SettledTableProps) {
  if (rows.length === 0) return <p class="card">{bureauExtra.nothing}</p>
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]))
  return (
    <table class="cards">
      <caption class="hidden">{caption}</caption>
      <HeadRow labels={headings} />
      <tbody>
        {rows.map((row) => (
          <Line row={row} ticket={known.get(row.ticketId)} />
        ))}
      </tbody>
    </table>
  )
}

type LineProps = { readonly row: SettledRow; readonly ticket: TicketRow | undefined }

function Line({ row, ticket }: LineProps) {
  return (
    <tr>
      <th scope="row">
        <a class="number" href={`/desk/tickets/${encodeURIComponent(row.number)}`}>
          {row.number}
        </a>
      </th>
      <td data-label={bureauTexts.settledAt} class="number">
        {dateTime(row.settledAt)}
      </td>
      <td data-label={bureauExtra.answers}>{answersOf(row)}</td>
      <td data-label={componentTexts.category}>
        <span>
          {shortCategory(row.category)}
          {ticket !== undefined && <small class="excerpt">{ticket.excerpt}</small>}
        </span>
      </td>
      <td class="unit" data-label={componentTexts.handler}>
        {unitLabel(row.handler)}
      </td>
      <td class="unit" data-label={bureauTexts.clause}>
        {keyLabel('clause', row.clause)}
      </td>
      <td data-label={componentTexts.status}>
        <span>{ticket !== undefined && <StatusBadge status={ticket.status} />}</span>
      </td>
    </tr>
  )
}

/** The three answers; why there are none when nobody could be asked. */
function answersOf({ outcome, contacted, solved, satisfied }: SettledRow): string {
  const said = [
    contacted === null ? null : contacted ? trackTexts.contactedYes : trackTexts.contactedNo,
    solved === null ? null : solvedLabels[solved],
    satisfied === null ? null : satisfiedLabels[satisfied],
  ].filter((answer) => answer !== null)
  const why = outcome === 'rated' ? [] : [bureauTexts.which[outcome]]
  return [...why, ...said].join('，')
}
