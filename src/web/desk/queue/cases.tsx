import { Hono } from 'hono'
import { deskTabs, readDesk } from '#app/tickets/read-desk.ts'
import type { DeskTab } from '#app/tickets/read-desk.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Pager } from '#web/components/pager.tsx'
import { TicketList } from '#web/components/ticket-list.tsx'
import type { StaffEnv } from '#doors/deps.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import { ticketAddress } from '#web/desk/steps/back.tsx'
import { Keys } from '#web/components/keys.tsx'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { FilterForm } from './filter-form.tsx'
import { addressOf, filterOf, knownParts } from './filters.ts'
import type { Query } from './filters.ts'
import { deskTabLabels, queueTexts } from './texts.ts'
import { pageOf } from '#web/form.ts'
import { componentTexts } from '#web/components/texts.ts'

const path = '/desk/cases'

type Found = Exclude<Awaited<ReturnType<typeof readDesk>>, { readonly refused: string }>

type CasesProps = {
  readonly staff: StaffSession
  readonly found: Found
  readonly tab: DeskTab
  readonly query: Query
  readonly now: number
}

function Tabs({ tab, query, found }: Pick<CasesProps, 'tab' | 'query' | 'found'>) {
  return (
    <nav class="tabs" aria-label={queueTexts.tabs}>
      {deskTabs.map((one) => (
        <a
          href={addressOf(path, query, { tab: one })}
          aria-current={one === tab ? 'page' : undefined}
        >
          {fill(queueTexts.currentTab, { tab: deskTabLabels[one], total: found.counts[one] })}
        </a>
      ))}
    </nav>
  )
}

function CasesPage({ staff, found, tab, query, now }: CasesProps) {
  const { unit } = staff.account
  const search = query['q'] ?? ''
  const title =
    unit === null ? queueTexts.wholeDesk : fill(queueTexts.unitDesk, { unit: unitLabel(unit) })
  const caption =
    search === '' ? queueTexts.byDue : fill(queueTexts.found, { search, total: found.total })
  const list = addressOf(path, query)
  return (
    <StaffPage title={title} staff={staff} path={path} scripts={['desk-list.js']}>
      <h1>{title}</h1>
      <Tabs tab={tab} query={query} found={found} />
      <FilterForm {...{ path, query }} keeps={['tab']} without={['who', 'due']} people={[]} />
      <TicketList
        rows={found.rows}
        now={now}
        unit={unit}
        caption={caption}
        empty={componentTexts.empty}
        href={({ number }) => ticketAddress(number, list)}
      />
      <Keys />
      <Pager {...{ page: found.page, pages: found.pages, total: found.total, path, query }} />
    </StaffPage>
  )
}

/** All tickets, over or not, of the unit or of the district: to be looked up in. */
export function casesPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get(path, async (c) => {
    const ctx = c.get('ctx')
    const query = knownParts(c.req.query())
    const tab = deskTabs.find((known) => known === query['tab']) ?? 'all'
    const found = await readDesk(ctx, { tab, page: pageOf(c), filter: filterOf(query) })
    if (isRefusal(found)) return refusalPage(c, found)
    return c.html(<CasesPage {...{ staff: c.get('staff'), found, tab, query, now: ctx.now() }} />)
  })
  return app
}
