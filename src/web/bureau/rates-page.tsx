import type { BureauView } from '#app/read-bureau.ts'
import { rateGroups } from '#domain/rates.ts'
import { settings } from '#domain/ticket/settings.ts'
import { statuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import { fill } from '../labels.ts'
import { StaffPage } from '../layout.tsx'
import type { StaffSession } from '../staff-auth.ts'
import { bureauExtra, bureauTexts } from '../texts.ts'
import { groupLabels } from './names.ts'
import { lastMonths, monthPeriod, periodFields } from './period.ts'
import { listPath } from './query.ts'
import type { RatesAsked } from './query.ts'
import { RatesTable } from './rates-table.tsx'

const monthsOffered = 6

type RatesPageProps = {
  readonly staff: StaffSession
  readonly view: BureauView
  readonly asked: RatesAsked
  readonly now: number
}

/** The three rates of a period, what is open now, and the way to the list behind every figure. */
export function RatesPage({ staff, view, asked, now }: RatesPageProps) {
  const { weights } = settings
  return (
    <StaffPage title={bureauTexts.title} staff={staff} path="/bureau">
      <h1>{bureauTexts.title}</h1>
      <p>{bureauTexts.intro}</p>
      {asked.bad && (
        <p class="notice bad" role="alert">
          {bureauExtra.badPeriod}
        </p>
      )}
      <Tiles view={view} />
      <Months asked={asked} now={now} />
      <PeriodForm asked={asked} />
      <RatesTable table={view.table} period={view.period} group={asked.group} />
      <p class="soft">{fill(bureauExtra.meaning, weights)}</p>
      <p class="soft">{bureauTexts.smallHint}</p>
    </StaffPage>
  )
}

/** Statuses in which somebody still has to do something. */
export const openStatuses: readonly TicketStatus[] = statuses.filter(
  (status) => !['resolved', 'closed', 'withdrawn', 'merged', 'referred'].includes(status),
)

function Tiles({ view: { counts, overdue } }: { readonly view: BureauView }) {
  const open = openStatuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
  const tiles = [
    { list: 'open', label: bureauTexts.open, count: open },
    { list: 'overdue', label: bureauTexts.overdue, count: overdue },
    { list: 'pending', label: bureauTexts.pending, count: counts.pending ?? 0 },
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

function Months({ asked, now }: Pick<RatesPageProps, 'asked' | 'now'>) {
  return (
    <nav class="tabs" aria-label={bureauExtra.months}>
      {lastMonths(now, monthsOffered).map((month) => {
        const period = monthPeriod(month)
        const current = period?.from === asked.period.from && period.to === asked.period.to
        const query = new URLSearchParams({ month, group: asked.group }).toString()
        return (
          <a href={`/bureau?${query}`} aria-current={current ? 'page' : undefined}>
            {month}
          </a>
        )
      })}
    </nav>
  )
}

function PeriodForm({ asked }: Pick<RatesPageProps, 'asked'>) {
  const { from, to } = periodFields(asked.period)
  return (
    <form method="get" action="/bureau" class="card row">
      <div class="field">
        <label for="from">{bureauTexts.from}</label>
        <input type="date" id="from" name="from" value={from} required />
      </div>
      <div class="field">
        <label for="to">{bureauTexts.to}</label>
        <input type="date" id="to" name="to" value={to} required />
      </div>
      <div class="field">
        <label for="group">{bureauTexts.group}</label>
        <select id="group" name="group">
          {rateGroups.map((group) => (
            <option value={group} selected={group === asked.group}>
              {groupLabels[group]}
            </option>
          ))}
        </select>
      </div>
      <button>{bureauTexts.show}</button>
    </form>
  )
}
