import { categories } from '#intents/categories/index.ts'
import type { ProposedExample, ProposedOfRule } from '#app/evaluation/corrections.ts'
import type { Period } from '#app/evaluation/read-bureau.ts'
import { fill, shortCategory, unitLabel } from '#doors/labels.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { StaffPage } from '../layout.tsx'
import { evaluationTexts } from './evaluation-texts.ts'
import { periodFields } from './period.ts'
import { BadPeriod, BureauTabs, Months, PeriodForm } from './period-form.tsx'
import type { Calendar } from './query.ts'

const say = evaluationTexts.corrections
export const correctionsPath = '/bureau/corrections'
export const exportPath = '/bureau/corrections/approved'

type CorrectionsPageProps = {
  readonly staff: StaffSession
  readonly proposed: readonly ProposedOfRule[]
  readonly period: Period
  readonly bad: boolean
  readonly calendar: Calendar
  /** Whether this official decides; others only read. */
  readonly decides: boolean
}

/** What people corrected, as proposed examples by the rule that misled. */
export function CorrectionsPage(props: CorrectionsPageProps) {
  const { staff, proposed, period, bad, calendar, decides } = props
  return (
    <StaffPage title={say.title} staff={staff} path="/bureau">
      <h1>{say.title}</h1>
      <BureauTabs path={correctionsPath} period={period} />
      <p>{say.intro}</p>
      <BadPeriod bad={bad} />
      <Months path={correctionsPath} period={period} calendar={calendar} />
      <PeriodForm path={correctionsPath} period={period} />
      {decides ? (
        <p>
          <a href={exportPath} download={say.fileName}>
            {say.export}
          </a>
        </p>
      ) : null}
      {proposed.length === 0 ? <p class="card">{say.empty}</p> : null}
      {proposed.map((of) => (
        <OfRule {...{ of, period, decides }} />
      ))}
    </StaffPage>
  )
}

type OfRuleProps = {
  readonly of: ProposedOfRule
  readonly period: Period
  readonly decides: boolean
}

function OfRule({ of: { rule, all }, period, decides }: OfRuleProps) {
  return (
    <section class="card">
      <h2>
        <code>{rule}</code> <small>{fill(say.count, { n: all.length })}</small>
      </h2>
      {all.map((one) => (
        <Example {...{ one, period, decides }} />
      ))}
    </section>
  )
}

type ExampleProps = {
  readonly one: ProposedExample
  readonly period: Period
  readonly decides: boolean
}

function Example({ one, period, decides }: ExampleProps) {
  return (
    <article>
      <p>
        <a class="number" href={`/desk/tickets/${encodeURIComponent(one.number)}`}>
          {one.number}
        </a>{' '}
        {whatChanged(one)}
      </p>
      <blockquote>{one.text}</blockquote>
      {one.verdict === null ? null : <p class="badge">{decided(one.verdict)}</p>}
      {decides ? <Decide one={one} period={period} /> : null}
    </article>
  )
}

function whatChanged({ read, meant, units }: ProposedExample): string {
  const category =
    read === meant
      ? fill(say.kept, { meant: shortCategory(meant) })
      : fill(say.changed, { read: shortCategory(read), meant: shortCategory(meant) })
  if (units === null) return category
  const { from, to } = units
  return `${category}；${fill(say.moved, { from: unitLabel(from), to: unitLabel(to) })}`
}

function decided({ category }: NonNullable<ProposedExample['verdict']>): string {
  return category === null
    ? say.rejected
    : fill(say.approved, { category: shortCategory(category) })
}

/** The period comes along, so that the page that follows shows the same list. */
function Decide({ one, period }: Omit<ExampleProps, 'decides'>) {
  const chosen = one.verdict?.category ?? one.meant
  const id = `category-${one.ticketId}`
  const { from, to } = periodFields(period)
  return (
    <form method="post" action={correctionsPath} class="row">
      <input type="hidden" name="ticket" value={one.ticketId} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <div class="field">
        <label for={id}>{say.as}</label>
        <select id={id} name="category">
          {categories.map(({ id: category }) => (
            <option value={category} selected={category === chosen}>
              {shortCategory(category)}
            </option>
          ))}
        </select>
      </div>
      <button name="verdict" value="approved">
        {say.approve}
      </button>
      <button name="verdict" value="rejected" class="secondary">
        {say.reject}
      </button>
    </form>
  )
}
