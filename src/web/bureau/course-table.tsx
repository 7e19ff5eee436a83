import type { TimesRow } from '#app/evaluation/read-bureau.ts'
import type { Durations } from '#domain/durations.ts'
import { minutesText } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { Count, CountedShare } from './cells.tsx'
import { captionOf, hrefsOf, LineHead, TableHead } from './rates-table.tsx'
import type { LineProps, TableProps } from './rates-table.tsx'
import { bureauExtra, bureauTexts } from './texts.ts'

const say = bureauTexts.course

/** How the same cases went: first answers, second handlings, times, dispatches, and what is left out of the rates. */
export function CourseTable({ view, group }: TableProps) {
  const { total, rows } = view.table
  if (rows.length === 0) return null
  return (
    <table class="cards rates">
      <caption>{captionOf(bureauExtra.courseTable, view)}</caption>
      <TableHead group={group} columns={Object.values(say)} />
      <tbody>
        {[total, ...rows].map((row) => (
          <Line row={row} view={view} group={group} />
        ))}
      </tbody>
    </table>
  )
}

function Line(props: LineProps) {
  const { row, view } = props
  const href = hrefsOf(props)
  const times = view.times.find(({ key }) => key === row.key)
  return (
    <tr>
      <LineHead {...props} />
      <CountedShare label={say.first} rate={row.firstSolved} href={href('first-solved')} />
      <CountedShare label={say.reopened} rate={row.reopened} href={href('reopened')} />
      <CountedShare label={say.late} rate={row.late} href={href('late')} />
      <Time label={say.contact} times={times} of="contact" href={href('valid')} />
      <Time label={say.solve} times={times} of="solve" href={href('valid')} />
      <CountedShare label={say.accuracy} rate={row.accuracy} href={href('first-dispatched')} />
      <CountedShare label={say.returned} rate={row.returned} href={href('returned')} />
      <Count label={say.unreachable} count={row.unreachable} href={href('unreachable')} />
      <Count label={say.anonymous} count={row.anonymous} href={href('anonymous')} />
      <Count label={say.excluded} count={row.excluded} href={href('excluded')} />
      <Count label={say.falseCallbacks} count={row.falseCallbacks} href={href('false-callback')} />
    </tr>
  )
}

type TimeProps = {
  readonly label: string
  readonly times: TimesRow | undefined
  readonly of: 'contact' | 'solve'
  readonly href: string
}

function Time({ label, times, of, href }: TimeProps) {
  const found: Durations = times?.[of] ?? null
  return (
    <td class="figure" data-label={label}>
      {found === null ? (
        bureauExtra.noFigure
      ) : (
        <span>
          <a href={href}>{minutesText(found.median)}</a>
          <br />
          <small>{fill(bureauExtra.p90, { time: minutesText(found.p90) })}</small>
        </span>
      )}
    </td>
  )
}
