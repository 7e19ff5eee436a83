import type { BureauView } from '#app/evaluation/read-bureau.ts'
import type { Figure, Line } from '#app/evaluation/behind.ts'
import type { Rate, RateRow } from '#domain/rates.ts'
import type { RateGroup } from '#domain/tally.ts'
import { points, rateText } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { Count } from './cells.tsx'
import { groupLabels, keyLabel } from './names.ts'
import { periodFields } from './period.ts'
import { listPath } from './query.ts'
import { bureauExtra, bureauTexts } from './texts.ts'

export type TableProps = { readonly view: BureauView; readonly group: RateGroup }

/** The three rates and the composite, a line per group and the district's first, each beside earlier periods. */
export function RatesTable({ view, group }: TableProps) {
  const { total, rows } = view.table
  if (rows.length === 0) return <p class="card">{bureauTexts.none}</p>
  return (
    <table class="cards rates">
      <caption>{captionOf(bureauExtra.ratesTable, view)}</caption>
      <TableHead group={group} columns={columns} />
      <tbody>
        {[total, ...rows].map((row) => (
          <RatesLine row={row} view={view} group={group} />
        ))}
      </tbody>
    </table>
  )
}

const columns = [
  bureauTexts.valid,
  bureauTexts.contacted,
  bureauTexts.solved,
  bureauTexts.satisfied,
  bureauTexts.composite,
]

/** What a table shows, of which period. */
export function captionOf(text: string, { period }: BureauView): string {
  return fill(text, { period: fill(bureauExtra.periodOf, periodFields(period)) })
}

type HeadProps = { readonly group: RateGroup; readonly columns: readonly string[] }

export function TableHead({ group, columns: labels }: HeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{groupLabels[group]}</th>
        {labels.map((label) => (
          <th scope="col" class="figure">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export type LineProps = TableProps & { readonly row: RateRow }

/** Whose line it is; marked where it holds few cases. */
export function LineHead({ row: { key, small }, view, group }: LineProps) {
  return (
    <th scope="row">
      {key === null ? bureauTexts.whole : keyLabel(group, key, view.people)}{' '}
      {small && <span class="badge amber">{bureauTexts.small}</span>}
    </th>
  )
}

/** The address of the list behind a figure of a line. */
export function hrefsOf({ row: { key }, view, group }: LineProps): (figure: Figure) => string {
  const line: Line = key === null ? null : { group, key }
  return (figure) => listPath({ kind: 'settled', period: view.period, figure, line })
}

function RatesLine(props: LineProps) {
  const { row, view } = props
  const href = hrefsOf(props)
  const sameOf = (table: BureauView['before']): RateRow | undefined =>
    row.key === null ? table.total : table.rows.find(({ key }) => key === row.key)
  const earlier = { before: sameOf(view.before), lastYear: sameOf(view.lastYear) }
  return (
    <tr>
      <LineHead {...props} />
      <Count label={bureauTexts.valid} count={row.valid} href={href('valid')} />
      {shareNames.map((name) => (
        <Share {...{ row, name, href, earlier }} />
      ))}
      <td class="figure" data-label={bureauTexts.composite}>
        {row.composite === null ? (
          bureauExtra.noFigure
        ) : (
          <span>
            <a href={href('valid')}>{rateText(row.composite)}</a>
            <Changes now={row.composite} of={(one) => one.composite} earlier={earlier} />
          </span>
        )}
      </td>
    </tr>
  )
}

const shareNames = ['contacted', 'solved', 'satisfied'] as const

type Earlier = {
  readonly before: RateRow | undefined
  readonly lastYear: RateRow | undefined
}

type ChangesProps = {
  readonly now: number
  readonly of: (row: RateRow) => number | null
  readonly earlier: Earlier
}

/** By how many points it differs from the period before, and from a year ago. */
function Changes({ now, of, earlier }: ChangesProps) {
  const said = (['before', 'lastYear'] as const).flatMap((name) => {
    const row = earlier[name]
    const then = row === undefined ? null : of(row)
    return then === null ? [] : [fill(bureauExtra.changes[name], { points: points(now - then) })]
  })
  return said.length === 0 ? null : (
    <>
      <br />
      <small>{said.join('，')}</small>
    </>
  )
}

type ShareProps = {
  readonly row: RateRow
  readonly name: (typeof shareNames)[number]
  readonly href: (figure: Figure) => string
  readonly earlier: Earlier
}

/** A share with both lists behind it – those that count and those that do not – its interval and its change. */
function Share({ row, name, href, earlier }: ShareProps) {
  const rate = row[name]
  const label = bureauTexts[name]
  if (rate === null) {
    return (
      <td class="figure" data-label={label}>
        {bureauExtra.noFigure}
      </td>
    )
  }
  return (
    <td class="figure" data-label={label}>
      <span>
        <a href={href(name)}>{rateText(rate.share)}</a> <small>{intervalOf(rate)}</small>
        <Changes now={rate.share} of={(one) => one[name]?.share ?? null} earlier={earlier} />
        <br />
        <small>
          <Behind {...{ row, name, href, rate }} />
        </small>
      </span>
    </td>
  )
}

function intervalOf({ low, high }: NonNullable<Rate>): string {
  return fill(bureauExtra.interval, { low: rateText(low), high: rateText(high) })
}

function Behind({
  row,
  name,
  href,
  rate,
}: Omit<ShareProps, 'earlier'> & { readonly rate: NonNullable<Rate> }) {
  const rest = row.valid - rate.count
  return (
    <>
      <a href={href(name)}>
        {bureauTexts.which[name]} {rate.count}
      </a>
      {rest > 0 && (
        <>
          {' '}
          <a href={href(`not-${name}`)}>
            {bureauTexts.which[`not-${name}`]} {rest}
          </a>
        </>
      )}
    </>
  )
}
