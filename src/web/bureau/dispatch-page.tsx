import type { Period } from '#app/evaluation/read-bureau.ts'
import type { DispatchView, EvaluationAsked } from '#app/evaluation/read-evaluation.ts'
import type { ConfusionTable } from '#domain/corrections.ts'
import type { DispatchRow } from '#domain/dispatch-accuracy.ts'
import type { Rate } from '#domain/rates.ts'
import { settings } from '#domain/ticket/settings.ts'
import { percent } from '#doors/format.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import { StaffPage } from '../layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import { evaluationTexts } from './evaluation-texts.ts'
import { Confusion } from './confusion.tsx'
import { Conferences } from './conferences.tsx'
import { periodFields } from './period.ts'
import { Rule } from './rule.tsx'
import { BureauTabs, EvaluationChoice } from './period-form.tsx'
import type { Calendar } from './query.ts'

const say = evaluationTexts.dispatch
const path = '/bureau/dispatch'

type DispatchPageProps = {
  readonly staff: StaffSession
  readonly view: DispatchView
  readonly confusion: ConfusionTable
  readonly period: Period
  readonly kind: EvaluationAsked['kind']
  readonly bad: boolean
  readonly calendar: Calendar
}

/** For whoever owns the rules: how their first dispatches went, and what conferences decided instead. */
export function DispatchPage(props: DispatchPageProps) {
  const { staff, view, confusion, period, kind, bad, calendar } = props
  return (
    <StaffPage title={say.title} staff={staff} path="/bureau">
      <h1>{say.title}</h1>
      <BureauTabs path={path} period={period} />
      <p>{fill(say.intro, { small: settings.smallSample })}</p>
      <EvaluationChoice path={path} period={period} kind={kind} bad={bad} calendar={calendar} />
      {view.rows.length === 0 ? (
        <p class="card">{say.empty}</p>
      ) : (
        <Rows rows={view.rows} period={period} />
      )}
      <Confusion table={confusion} />
      <Conferences found={view.conferences} />
    </StaffPage>
  )
}

/** What tells something first: enough to judge by, or returned; the rest is folded. */
function Rows({ rows, period }: TableProps) {
  const tells = ({ dispatched, returned, accuracy }: DispatchRow): boolean =>
    dispatched >= settings.smallSample || returned?.count !== 0 || accuracy?.count !== dispatched
  const telling = rows.filter(tells)
  const rest = rows.filter((row) => !tells(row))
  return (
    <>
      {telling.length === 0 ? null : <Table rows={telling} period={period} />}
      {rest.length === 0 ? null : (
        <details class="step">
          <summary>{fill(say.rest, { n: rest.length })}</summary>
          <Table rows={rest} period={period} />
        </details>
      )}
    </>
  )
}

type TableProps = { readonly rows: readonly DispatchRow[]; readonly period: Period }

function Table({ rows, period }: TableProps) {
  const { head } = say
  return (
    <table class="cards">
      <caption>
        {fill(say.caption, { period: fill(bureauExtra.periodOf, periodFields(period)) })}
      </caption>
      <thead>
        <tr>
          {Object.entries(head).map(([name, label]) => (
            <th scope="col" class={name === 'rule' || name === 'unit' ? undefined : 'figure'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <Rule rule={row.rule} />{' '}
              {row.dispatched < settings.smallSample ? (
                <span class="badge amber">{bureauTexts.small}</span>
              ) : null}
            </th>
            <td class="unit" data-label={head.unit}>
              {unitLabel(row.unit)}
            </td>
            <td class="figure" data-label={head.dispatched}>
              {row.dispatched}
            </td>
            <Share label={head.accuracy} rate={row.accuracy} />
            <Share label={head.returned} rate={row.returned} />
            <td class="figure" data-label={head.upheld}>
              {row.upheld}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Share({ label, rate }: { readonly label: string; readonly rate: Rate }) {
  if (rate === null) return <td data-label={label}>{evaluationTexts.none}</td>
  const interval = { low: percent(rate.low), high: percent(rate.high) }
  return (
    <td class="figure" data-label={label}>
      <span>
        {percent(rate.share)} <small>{fill(say.counts, { count: rate.count })}</small>
        <br />
        <small>{fill(bureauExtra.interval, interval)}</small>
      </span>
    </td>
  )
}
