import type { OwnScore } from '#app/evaluation/read-own-score.ts'
import { rateText } from '#doors/format.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { TicketList } from '../components/ticket-list.tsx'
import { StaffPage } from '../layout.tsx'
import { Months } from './period-form.tsx'
import type { Calendar } from './query.ts'
import { ownScoreTexts as say } from './own-score-texts.ts'
import { RatesChange } from './rates-change.tsx'
import { SettledTable } from './settled-table.tsx'

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
      <RatesChange {...score} caption={say.caption} />
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
