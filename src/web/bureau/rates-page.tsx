import type { BureauView } from '#app/evaluation/read-bureau.ts'
import { rateGroups } from '#domain/tally.ts'
import type { RateGroup } from '#domain/tally.ts'
import { fill } from '#doors/labels.ts'
import { StaffPage } from '../layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import { groupLabels } from './names.ts'
import { BadPeriod, BureauTabs, Months, PeriodForm } from './period-form.tsx'
import { openStatuses } from '#domain/ticket/status.ts'
import { listPath } from './query.ts'
import type { Calendar, RatesAsked } from './query.ts'
import { CourseTable } from './course-table.tsx'
import { RatesTable } from './rates-table.tsx'

const path = '/bureau'

type RatesPageProps = {
  readonly staff: StaffSession
  readonly view: BureauView
  readonly asked: RatesAsked
  readonly calendar: Calendar
}

/** The three rates of a period, what is open now, and the way to the list behind every figure. */
export function RatesPage({ staff, view, asked, calendar }: RatesPageProps) {
  const { period } = asked
  return (
    <StaffPage title={bureauTexts.title} staff={staff} path="/bureau">
      <h1>{bureauTexts.title}</h1>
      <BureauTabs path={path} period={period} />
      <p>{bureauTexts.intro}</p>
      <BadPeriod bad={asked.bad} />
      <Tiles view={view} />
      <Months {...{ path, period, calendar }} query={{ group: asked.group }} />
      <PeriodForm path={path} period={period}>
        <GroupField group={asked.group} />
      </PeriodForm>
      <RatesTable view={view} group={asked.group} />
      <CourseTable view={view} group={asked.group} />
      <p class="soft">{bureauTexts.courseHint}</p>
      <p class="soft">{fill(bureauExtra.meaning, view.using.weights)}</p>
      <p class="soft">{bureauTexts.smallHint}</p>
    </StaffPage>
  )
}

function openOf(counts: BureauView['counts']): number {
  return openStatuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
}

function Tiles({ view: { counts, overdue, alarms } }: { readonly view: BureauView }) {
  const tiles = [
    { list: 'open', label: bureauTexts.open, count: openOf(counts) },
    { list: 'overdue', label: bureauTexts.overdue, count: overdue },
    { list: 'pending', label: bureauTexts.pending, count: counts.pending ?? 0 },
    { list: 'alarms', label: bureauTexts.alarms, count: openOf(alarms) },
  ] as const
  return (
    <section aria-label={bureauTexts.now}>
      <div class="tiles">
        {tiles.map(({ list, label, count }) => (
          <a class="tile" href={listPath({ kind: 'now', list })}>
            {label}
            <b>{count}</b>
          </a>
        ))}
      </div>
    </section>
  )
}

function GroupField({ group }: { readonly group: RateGroup }) {
  return (
    <div class="field">
      <label for="group">{bureauTexts.group}</label>
      <select id="group" name="group">
        {rateGroups.map((one) => (
          <option value={one} selected={one === group}>
            {groupLabels[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
