import type { OwnScore } from '#app/evaluation/read-own-score.ts'
import type { RateRow } from '#domain/rates.ts'
import { points, rateText } from '#doors/format.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { HeadRow } from '../components/head-row.tsx'
import { TicketList } from '../components/ticket-list.tsx'
import { StaffPage } from '../layout.tsx'
import { periodFields } from './period.ts'
import { Months } from './period-form.tsx'
import type { Calendar } from './query.ts'
import { ownScoreTexts as say } from './own-score-texts.ts'
import { SettledTable } from './settled-table.tsx'
import { bureauExtra, bureauTexts } from './texts.ts'

export const ownScorePath = '/desk/score'

type OwnScorePageProps = {
  readonly staff: StaffSession
  readonly score: OwnScore
  readonly calendar: Calendar
}

/** A unit's own figures, the cases behind what pulls them down, and where it can still act. */
export function OwnScorePage({ staff, score, calendar }: OwnScorePageProps) {
  const { unit, period, pulls, canAct, toBeCalled } = score
  const title = fill(say.title, { unit: unitLabel(unit) })
  return (
    <StaffPage title={title} staff={staff} path={ownScorePath}>
      <h1>{title}</h1>
      <Months {...{ path: ownScorePath, period, calendar }} />
      <Figures score={score} />
      <p>{placeOf(score)}</p>
      <h2>{fill(say.pulls, { n: pulls.length })}</h2>
      <p class="soft">{say.pullsHint}</p>
      <SettledTable rows={pulls} tickets={[]} caption={say.pullsCaption} />
      <h2>{say.canAct}</h2>
      <TicketList rows={canAct} now={calendar.now} caption={say.canActHint} unit={unit} />
      <h2>{say.toBeCalled}</h2>
      <TicketList rows={toBeCalled} now={calendar.now} caption={say.toBeCalledHint} unit={unit} />
    </StaffPage>
  )
}

function placeOf({ ranked }: OwnScore): string {
  if (ranked === null) return say.unplaced
  const { one, among } = ranked
  const score = rateText(one.score)
  return one.place === null
    ? fill(say.noPlace, { score })
    : fill(say.place, {
        n: one.place,
        among,
        score,
        good: one.withGood ?? 0,
        bad: one.withBad ?? 0,
      })
}

const figures = [
  { name: 'contacted', of: (row: RateRow) => row.contacted?.share ?? null },
  { name: 'solved', of: (row: RateRow) => row.solved?.share ?? null },
  { name: 'satisfied', of: (row: RateRow) => row.satisfied?.share ?? null },
  { name: 'composite', of: (row: RateRow) => row.composite },
] as const

function Figures({ score }: { readonly score: OwnScore }) {
  const { now, before, lastYear, period } = score
  const { head } = say
  return (
    <table class="cards">
      <caption>
        {fill(say.caption, {
          period: fill(bureauExtra.periodOf, periodFields(period)),
          n: now.valid,
        })}{' '}
        {now.small && <span class="badge amber">{bureauTexts.small}</span>}
      </caption>
      <HeadRow labels={head} />
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
