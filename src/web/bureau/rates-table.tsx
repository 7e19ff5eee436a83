import type { Period } from '#app/evaluation/read-bureau.ts'
import type { Rate, RateGroup, RateRow, RatesTable as Table } from '#domain/rates.ts'
import { percent } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import type { Figure } from '#app/evaluation/behind.ts'
import { groupLabels, keyLabel } from './names.ts'
import { periodFields } from './period.ts'
import { listPath } from './query.ts'

type TableProps = { readonly table: Table; readonly period: Period; readonly group: RateGroup }

/** The rates, a line per group and the district's first; every figure leads to its list. */
export function RatesTable({ table, period, group }: TableProps) {
  const { from, to } = periodFields(period)
  const caption = fill(bureauExtra.ratesTable, {
    period: fill(bureauExtra.periodOf, { from, to }),
  })
  const { total, rows } = table
  if (rows.length === 0) return <p class="card">{bureauTexts.none}</p>
  return (
    <table class="cards rates">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{groupLabels[group]}</th>
          {columns.map((label) => (
            <th scope="col" class="figure">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[total, ...rows].map((row) => (
          <Line row={row} period={period} group={group} />
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
  bureauTexts.unreachable,
  bureauTexts.anonymous,
  bureauTexts.excluded,
  bureauTexts.which['false-callback'],
]

type LineProps = { readonly row: RateRow; readonly period: Period; readonly group: RateGroup }

function Line({ row, period, group }: LineProps) {
  const { key } = row
  const line = key === null ? null : { group, key }
  const href = (figure: Figure): string => listPath({ kind: 'settled', period, figure, line })
  return (
    <tr>
      <th scope="row">
        {key === null ? bureauTexts.whole : keyLabel(group, key)}{' '}
        {row.small && <span class="badge amber">{bureauTexts.small}</span>}
      </th>
      <Count label={bureauTexts.valid} count={row.valid} href={href('valid')} />
      <Share
        label={bureauTexts.contacted}
        rate={row.contacted}
        row={row}
        name="contacted"
        {...{ href }}
      />
      <Share label={bureauTexts.solved} rate={row.solved} row={row} name="solved" {...{ href }} />
      <Share
        label={bureauTexts.satisfied}
        rate={row.satisfied}
        row={row}
        name="satisfied"
        {...{ href }}
      />
      <td class="figure" data-label={bureauTexts.composite}>
        {row.composite === null ? (
          bureauExtra.noFigure
        ) : (
          <a href={href('valid')}>{percent(row.composite)}</a>
        )}
      </td>
      <Count label={bureauTexts.unreachable} count={row.unreachable} href={href('unreachable')} />
      <Count label={bureauTexts.anonymous} count={row.anonymous} href={href('anonymous')} />
      <Count label={bureauTexts.excluded} count={row.excluded} href={href('excluded')} />
      <Count
        label={bureauTexts.which['false-callback']}
        count={row.falseCallbacks}
        href={href('false-callback')}
      />
    </tr>
  )
}

type CountProps = { readonly label: string; readonly count: number; readonly href: string }

function Count({ label, count, href }: CountProps) {
  return (
    <td class="figure count" data-label={label}>
      <span>{count === 0 ? '0' : <a href={href}>{count}</a>}</span>
    </td>
  )
}

type ShareProps = {
  readonly label: string
  readonly rate: Rate
  readonly row: RateRow
  readonly name: 'contacted' | 'solved' | 'satisfied'
  readonly href: (figure: Figure) => string
}

/** A share with both lists behind it – those that count and those that do not – and its interval. */
function Share({ label, rate, row, name, href }: ShareProps) {
  if (rate === null) {
    return (
      <td class="figure" data-label={label}>
        {bureauExtra.noFigure}
      </td>
    )
  }
  const rest = row.valid - rate.count
  const interval = { low: percent(rate.low), high: percent(rate.high) }
  return (
    <td class="figure" data-label={label}>
      <span>
        <a href={href(name)}>{percent(rate.share)}</a>
        <br />
        <small>{fill(bureauExtra.interval, interval)}</small>
        <br />
        <small>
          <a href={href(name)}>
            {bureauTexts.which[name]} {rate.count}
          </a>
          {rest > 0 && (
            <>
              <br />
              <a href={href(`not-${name}`)}>
                {bureauTexts.which[`not-${name}`]} {rest}
              </a>
            </>
          )}
        </small>
      </span>
    </td>
  )
}
