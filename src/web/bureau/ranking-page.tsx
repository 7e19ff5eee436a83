import type { Period, RankingView } from '#app/evaluation/read-bureau.ts'
import type { Ranked, Ranking } from '#domain/ranking.ts'
import { rateText } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { HeadRow } from '../components/head-row.tsx'
import { StaffPage } from '../layout.tsx'
import { keyLabel } from './names.ts'
import { periodFields } from './period.ts'
import { BadPeriod, BureauTabs, Months, PeriodForm } from './period-form.tsx'
import { listPath } from './query.ts'
import type { Calendar } from './query.ts'
import { rankingTexts as say } from './ranking-texts.ts'
import { bureauExtra, bureauTexts } from './texts.ts'

const path = '/bureau/ranking'

type RankingPageProps = {
  readonly staff: StaffSession
  readonly view: RankingView
  readonly period: Period
  readonly bad: boolean
  readonly calendar: Calendar
}

/** Units ranked among those they can be compared with, over a rolling quarter. */
export function RankingPage({ staff, view, period, bad, calendar }: RankingPageProps) {
  return (
    <StaffPage title={say.title} staff={staff} path="/bureau">
      <h1>{say.title}</h1>
      <BureauTabs path={path} period={period} />
      <p>{say.method}</p>
      <BadPeriod bad={bad} />
      <Months {...{ path, period, calendar }} />
      <PeriodForm path={path} period={period} />
      {view.groups.map(({ group, ranking }) => (
        <Group title={say.groups[group]} ranking={ranking} quarter={view.quarter} />
      ))}
      <p class="soft">{say.moves}</p>
    </StaffPage>
  )
}

type GroupProps = {
  readonly title: string
  readonly ranking: Ranking
  readonly quarter: Period
}

function Group({ title, ranking, quarter }: GroupProps) {
  const { ranked, mean, unplaced } = ranking
  const when = fill(bureauExtra.periodOf, periodFields(quarter))
  return (
    <section>
      <h2>{title}</h2>
      {ranked.length === 0 ? (
        <p class="card">{bureauTexts.none}</p>
      ) : (
        <table class="cards">
          <caption>{fill(say.caption, { period: when, mean: rateText(mean) })}</caption>
          <HeadRow labels={say.head} />
          <tbody>
            {ranked.map((one) => (
              <Line one={one} quarter={quarter} />
            ))}
          </tbody>
        </table>
      )}
      {unplaced.length === 0 ? null : (
        <p class="soft">
          {fill(say.unplaced, {
            units: unplaced.map(({ key }) => keyLabel('handler', key ?? '')).join('、'),
          })}
        </p>
      )}
    </section>
  )
}

function Line({ one, quarter }: { readonly one: Ranked; readonly quarter: Period }) {
  const { key, row } = one
  const { head } = say
  const line = { group: 'handler', key } as const
  const href = listPath({ kind: 'settled', period: quarter, figure: 'valid', line })
  return (
    <tr>
      <th scope="row">
        {placeText(one.place)} {keyLabel('handler', key)}{' '}
        {row.small && <span class="badge amber">{bureauTexts.small}</span>}
      </th>
      <td class="figure" data-label={head.score}>
        {rateText(one.score)}
      </td>
      <td class="figure" data-label={head.raw}>
        {rateText(one.raw)}
      </td>
      <td class="figure" data-label={head.valid}>
        <a href={href}>{row.valid}</a>
      </td>
      <td data-label={head.stands}>
        <span class={tones[one.stands]}>{say.stands[one.stands]}</span>
      </td>
      <td class="figure" data-label={head.moves}>
        {one.withGood === null || one.withBad === null
          ? bureauExtra.noFigure
          : fill(say.oneMore, { good: one.withGood, bad: one.withBad })}
      </td>
    </tr>
  )
}

function placeText(place: number | null): string {
  return place === null ? say.noPlace : fill(say.place, { n: place })
}

const tones = { above: 'badge green', within: '', below: 'badge red' } as const satisfies Record<
  Ranked['stands'],
  string
>
