import type { RateRow } from '#domain/rates.ts'
import { points, rateText } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { HeadRow } from '../components/head-row.tsx'
import { bureauExtra, bureauTexts } from './texts.ts'
import { periodFields } from './period.ts'
import type { Period } from '#app/evaluation/read-bureau.ts'

const figures = [
  { name: 'contacted', of: (row: RateRow) => row.contacted?.share ?? null },
  { name: 'solved', of: (row: RateRow) => row.solved?.share ?? null },
  { name: 'satisfied', of: (row: RateRow) => row.satisfied?.share ?? null },
  { name: 'composite', of: (row: RateRow) => row.composite },
] as const

type RatesChangeProps = {
  readonly period: Period
  readonly now: RateRow
  readonly before: RateRow
  readonly lastYear: RateRow
  /** Takes {period} and {n}. */
  readonly caption: string
}

const head = bureauTexts.changeHead

/** One line's three rates and composite, each beside the period before and a year ago. */
export function RatesChange({ period, now, before, lastYear, caption }: RatesChangeProps) {
  return (
    <table class="cards">
      <caption>
        {fill(caption, { period: fill(bureauExtra.periodOf, periodFields(period)), n: now.valid })}{' '}
        {now.small && <span class="badge amber">{bureauTexts.small}</span>}
      </caption>
      <HeadRow labels={head} figuresFrom={1} />
      <tbody>
        {figures.map(({ name, of }) => (
          <tr>
            <th scope="row">{bureauTexts[name]}</th>
            <td class="figure" data-label={head.now}>
              {shown(of(now))}
            </td>
            <td class="figure" data-label={head.before}>
              {change(of(now), of(before))}
            </td>
            <td class="figure" data-label={head.lastYear}>
              {change(of(now), of(lastYear))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shown(share: number | null): string {
  return share === null ? bureauExtra.noFigure : rateText(share)
}

function change(now: number | null, then: number | null): string {
  return now === null || then === null ? bureauExtra.noFigure : points(now - then)
}
