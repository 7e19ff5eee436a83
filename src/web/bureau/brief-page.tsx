import type { Brief, Weak } from '#app/evaluation/read-brief.ts'
import type { Spot } from '#domain/spots.ts'
import { dateTime, rateText } from '#doors/format.ts'
import { fill, placeLabel, shortCategory } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { HeadRow } from '../components/head-row.tsx'
import { TicketList } from '../components/ticket-list.tsx'
import { StaffPage } from '../layout.tsx'
import { sentencesOf } from './brief-sentences.ts'
import { briefTexts as say } from './brief-texts.ts'
import { keyLabel } from './names.ts'
import { periodFields } from './period.ts'
import { BadPeriod, BureauTabs, Months } from './period-form.tsx'
import { listPath } from './query.ts'
import type { Calendar } from './query.ts'
import { RatesChange } from './rates-change.tsx'
import { bureauExtra } from './texts.ts'

export const briefPath = '/bureau/brief'

type BriefPageProps = {
  readonly staff: StaffSession
  readonly brief: Brief
  readonly bad: boolean
  readonly calendar: Calendar
}

/** What a leader reads on the first of the month, on two sheets of A4. */
export function BriefPage({ staff, brief, bad, calendar }: BriefPageProps) {
  const { period, total: now, before, lastYear } = brief
  return (
    <StaffPage title={say.title} staff={staff} path="/bureau" class="brief">
      <h1>{say.title}</h1>
      <BureauTabs path={briefPath} period={period} />
      <BadPeriod bad={bad} />
      <Months {...{ path: briefPath, period, calendar }} />
      <p class="soft">{fill(say.intro, { now: dateTime(calendar.now) })}</p>
      <h2>{say.say}</h2>
      <ul>
        {sentencesOf(brief).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <h2>{say.rates}</h2>
      <RatesChange {...{ period, now, before, lastYear }} caption={say.ratesCaption} />
      <Weakest brief={brief} />
      <Overdue brief={brief} now={calendar.now} />
      <Spots spots={brief.spots} />
    </StaffPage>
  )
}

function Weakest({ brief: { weak, quarter } }: { readonly brief: Brief }) {
  return (
    <section aria-labelledby="weak">
      <h2 id="weak">{say.weak}</h2>
      {weak.length === 0 ? (
        <p class="card">{say.noWeak}</p>
      ) : (
        <table class="cards">
          <caption>
            {fill(say.weakCaption, { period: fill(bureauExtra.periodOf, periodFields(quarter)) })}
          </caption>
          <HeadRow labels={say.weakHead} />
          <tbody>
            {weak.map((unit) => (
              <WeakLine weak={unit} quarter={quarter} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type WeakLineProps = { readonly weak: Weak; readonly quarter: Brief['quarter'] }

function WeakLine({ weak: { one, mean, pulls, cases }, quarter }: WeakLineProps) {
  const { weakHead: head } = say
  const line = { group: 'handler', key: one.key } as const
  const all = listPath({ kind: 'settled', period: quarter, figure: 'valid', line })
  return (
    <tr>
      <th scope="row">
        <a href={all}>{keyLabel('handler', one.key)}</a>
      </th>
      <td class="figure" data-label={head.score}>
        {rateText(one.score)}
      </td>
      <td class="figure" data-label={head.mean}>
        {rateText(mean)}
      </td>
      <td class="figure" data-label={head.pulls}>
        {fill(say.pulls, { n: pulls })}
      </td>
      <td data-label={head.cases}>
        <span>
          <Numbers of={cases} />
        </span>
      </td>
    </tr>
  )
}

function Numbers({ of }: { readonly of: readonly { readonly number: string }[] }) {
  return (
    <>
      {of.map(({ number }) => (
        <>
          <a class="number" href={`/desk/tickets/${encodeURIComponent(number)}`}>
            {number}
          </a>{' '}
        </>
      ))}
    </>
  )
}

type OverdueProps = { readonly brief: Brief; readonly now: number }

function Overdue({ brief: { overdue }, now }: OverdueProps) {
  const { rows, total } = overdue
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue">{say.overdue}</h2>
      {total === 0 ? null : (
        <p>
          {fill(say.overdueMore, { n: total, shown: rows.length })}{' '}
          <a href={listPath({ kind: 'now', list: 'overdue' })}>{say.overdueAll}</a>
        </p>
      )}
      <TicketList rows={rows} now={now} empty={say.noOverdue} />
    </section>
  )
}

const mostNumbers = 5

function Spots({ spots }: { readonly spots: readonly Spot[] }) {
  const { spotsHead: head } = say
  return (
    <section aria-labelledby="spots">
      <h2 id="spots">{say.spots}</h2>
      {spots.length === 0 ? (
        <p class="card">{say.noSpots}</p>
      ) : (
        <table class="cards">
          <caption>{say.spotsCaption}</caption>
          <HeadRow labels={head} />
          <tbody>
            {spots.map((spot) => (
              <tr>
                <th scope="row">{`${placeLabel(spot)}，${shortCategory(spot.category)}`}</th>
                <td data-label={head.why}>{whyOf(spot)}</td>
                <td data-label={head.cases}>
                  <span>
                    <Numbers of={spot.cases.slice(-mostNumbers)} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function whyOf({ cases, again }: Spot): string {
  const often = fill(say.often, { n: cases.length })
  return again === 0 ? often : `${often}，${fill(say.again, { n: again })}`
}
