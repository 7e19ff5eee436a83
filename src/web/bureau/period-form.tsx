import type { Child } from 'hono/jsx'
import type { Period } from '#app/evaluation/read-bureau.ts'
import type { EvaluationAsked } from '#app/evaluation/read-evaluation.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import { evaluationTexts } from './evaluation-texts.ts'
import { lastPeriods, periodWith } from '#app/evaluation/evaluation-period.ts'
import { periodFields } from './period.ts'
import type { Calendar } from './query.ts'

const monthsOffered = 6

const pages = [
  { path: '/bureau', label: evaluationTexts.pages.rates },
  { path: '/bureau/brief', label: evaluationTexts.pages.brief },
  { path: '/bureau/ranking', label: evaluationTexts.pages.ranking },
  { path: '/bureau/units', label: evaluationTexts.pages.units },
  { path: '/bureau/dispatch', label: evaluationTexts.pages.dispatch },
  { path: '/bureau/corrections', label: evaluationTexts.pages.corrections },
] as const

export type BureauPath = (typeof pages)[number]['path']

/** The way between the bureau's pages, for the same period. */
export function BureauTabs({
  path,
  period,
}: {
  readonly path: BureauPath
  readonly period: Period
}) {
  const query = new URLSearchParams(periodFields(period)).toString()
  return (
    <nav class="tabs" aria-label={evaluationTexts.pagesLabel}>
      {pages.map((page) => (
        <a href={`${page.path}?${query}`} aria-current={page.path === path ? 'page' : undefined}>
          {page.label}
        </a>
      ))}
    </nav>
  )
}

const kinds = ['complaint', 'alarm'] as const satisfies readonly EvaluationAsked['kind'][]

/** What citizens said, or what machines reported: never both in one figure. */
function Kinds({
  path,
  period,
  kind,
}: EvaluationAsked & {
  readonly path: BureauPath
}) {
  return (
    <nav class="tabs" aria-label={evaluationTexts.kindsLabel}>
      {kinds.map((one) => {
        const query = new URLSearchParams({ ...periodFields(period), kind: one }).toString()
        return (
          <a href={`${path}?${query}`} aria-current={one === kind ? 'page' : undefined}>
            {evaluationTexts.kinds[one]}
          </a>
        )
      })}
    </nav>
  )
}

type MonthsProps = {
  readonly path: string
  readonly period: Period
  readonly calendar: Calendar
  /** What else the address says. */
  readonly query?: Readonly<Record<string, string>>
}

/** The last evaluation periods and the one that runs, one of which may be the one shown. */
export function Months({ path, period, calendar: { now, cut }, query = {} }: MonthsProps) {
  return (
    <nav class="tabs" aria-label={bureauExtra.months}>
      {lastPeriods(now, cut, monthsOffered).map((month) => {
        const one = periodWith(month, cut)
        const current = one?.from === period.from && one.to === period.to
        const address = new URLSearchParams({ month, ...query }).toString()
        return (
          <a href={`${path}?${address}`} aria-current={current ? 'page' : undefined}>
            {month}
          </a>
        )
      })}
    </nav>
  )
}

type PeriodFormProps = {
  readonly path: BureauPath
  readonly period: Period
  /** More fields. */
  readonly children?: Child
}

/** Two dates, both included. */
export function PeriodForm({ path, period, children }: PeriodFormProps) {
  const { from, to } = periodFields(period)
  return (
    <form method="get" action={path} class="card row">
      <div class="field">
        <label for="from">{bureauTexts.from}</label>
        <input type="date" id="from" name="from" value={from} required />
      </div>
      <div class="field">
        <label for="to">{bureauTexts.to}</label>
        <input type="date" id="to" name="to" value={to} required />
      </div>
      {children}
      <button>{bureauTexts.show}</button>
    </form>
  )
}

/** Said when the dates asked for made no sense. */
export function BadPeriod({ bad }: { readonly bad: boolean }) {
  if (!bad) return null
  return (
    <p class="notice bad" role="alert">
      {bureauExtra.badPeriod}
    </p>
  )
}

type EvaluationChoiceProps = EvaluationAsked & {
  readonly path: BureauPath
  readonly bad: boolean
  readonly calendar: Calendar
}

/** Of what and of which time an evaluation is shown. `bad`: the dates asked for made no sense. */
export function EvaluationChoice({ path, period, kind, bad, calendar }: EvaluationChoiceProps) {
  return (
    <>
      <BadPeriod bad={bad} />
      <Kinds path={path} period={period} kind={kind} />
      <Months {...{ path, period, calendar }} query={{ kind }} />
      <PeriodForm path={path} period={period}>
        <input type="hidden" name="kind" value={kind} />
      </PeriodForm>
    </>
  )
}
