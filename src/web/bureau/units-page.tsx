import type { Period } from '#app/evaluation/read-bureau.ts'
import type { EvaluationAsked } from '#app/evaluation/read-evaluation.ts'
import type { Outage } from '#domain/outages.ts'
import type { Asked, ParticipationRow } from '#domain/participation.ts'
import { dateTime } from '#doors/format.ts'
import { HeadRow } from '../components/head-row.tsx'
import { fill, unitLabel } from '#doors/labels.ts'
import { StaffPage } from '../layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { bureauExtra } from './texts.ts'
import { evaluationTexts } from './evaluation-texts.ts'
import { periodFields } from './period.ts'
import { BureauTabs, EvaluationChoice } from './period-form.tsx'
import type { Calendar } from './query.ts'

const say = evaluationTexts.units
const path = '/bureau/units'

type UnitsPageProps = {
  readonly staff: StaffSession
  readonly rows: readonly ParticipationRow[]
  readonly outages: readonly Outage[]
  readonly period: Period
  readonly kind: EvaluationAsked['kind']
  readonly bad: boolean
  readonly calendar: Calendar
}

/** What each unit did beside the tickets it is scored for: whistles, parts, orders, returns. */
export function UnitsPage({ staff, rows, outages, period, kind, bad, calendar }: UnitsPageProps) {
  return (
    <StaffPage title={say.title} staff={staff} path="/bureau">
      <h1>{say.title}</h1>
      <BureauTabs path={path} period={period} />
      <p>{say.intro}</p>
      <EvaluationChoice path={path} period={period} kind={kind} bad={bad} calendar={calendar} />
      {rows.length === 0 ? <p class="card">{say.empty}</p> : <Table rows={rows} period={period} />}
      {outages.length === 0 ? null : <Outages outages={outages} />}
    </StaffPage>
  )
}

function Outages({ outages }: Pick<UnitsPageProps, 'outages'>) {
  return (
    <section class="card">
      <h2>{say.outages}</h2>
      <ul>
        {outages.map(({ kind, from, to }) => (
          <li>{fill(say[kind], { from: dateTime(from), to: dateTime(to) })}</li>
        ))}
      </ul>
      <p class="soft">{say.outagesHint}</p>
    </section>
  )
}

function Table({ rows, period }: Pick<UnitsPageProps, 'rows' | 'period'>) {
  const { head } = say
  return (
    <table class="cards">
      <caption>
        {fill(say.caption, { period: fill(bureauExtra.periodOf, periodFields(period)) })}
      </caption>
      <HeadRow labels={head} />
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{unitLabel(row.unit)}</th>
            <Cell label={head.whistles} marks={whistleMarks(row)} />
            <Cell label={head.parts} marks={partMarks(row.parts)} />
            <Cell label={head.supervisions} marks={supervisionMarks(row.supervisions)} />
            <Cell label={head.returns} marks={returnMarks(row)} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A count with its words; nothing is said of a zero but of the first. */
type Mark = {
  readonly text: string
  readonly n: number
  readonly tone?: 'amber' | 'red'
}

const { inTime, late, open } = evaluationTexts

function whistleMarks({ whistles }: ParticipationRow): readonly Mark[] {
  return [
    { text: say.called, n: whistles.asked },
    { text: inTime, n: whistles.inTime },
    { text: say.arrivedLate, n: whistles.late, tone: 'amber' },
    { text: say.absent, n: whistles.absent, tone: 'red' },
    { text: say.waiting, n: whistles.open },
    { text: say.notDone, n: whistles.notDone, tone: 'amber' },
  ]
}

function partMarks(parts: Asked): readonly Mark[] {
  return [
    { text: say.asked, n: parts.asked },
    { text: inTime, n: parts.inTime },
    { text: late, n: parts.late, tone: 'amber' },
    { text: open, n: parts.open },
  ]
}

function supervisionMarks(orders: Asked): readonly Mark[] {
  return [
    { text: say.asked, n: orders.asked },
    { text: inTime, n: orders.inTime },
    { text: late, n: orders.late, tone: 'amber' },
    { text: say.unanswered, n: orders.open },
  ]
}

function returnMarks({ returned, upheld }: ParticipationRow): readonly Mark[] {
  return [
    { text: say.returned, n: returned },
    { text: say.upheld, n: upheld, tone: 'amber' },
  ]
}

function Cell({ label, marks }: { readonly label: string; readonly marks: readonly Mark[] }) {
  const shown = marks.filter(({ n }) => n > 0)
  return (
    <td data-label={label}>
      <span class="badges">
        {shown.length === 0
          ? evaluationTexts.none
          : shown.map(({ text, n, tone }) => (
              <span class={tone === undefined ? undefined : `badge ${tone}`}>
                {fill(text, { n })}
              </span>
            ))}
      </span>
    </td>
  )
}
