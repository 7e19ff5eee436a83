import { Hono } from 'hono'
import { deskTabs, readDesk } from '#app/tickets/read-desk.ts'
import type { DeskTab } from '#app/tickets/read-desk.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Pager } from '#web/components/pager.tsx'
import { TicketList } from '#web/components/ticket-list.tsx'
import type { StaffEnv } from '#doors/deps.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { deskTabLabels, queueTexts } from './texts.ts'
import { words } from '#doors/words.ts'
import { pageOf } from '#web/form.ts'
import { componentTexts } from '#web/components/texts.ts'

const maxSearch = 100

type Found = Exclude<Awaited<ReturnType<typeof readDesk>>, { readonly refused: string }>

type DeskProps = {
  readonly staff: StaffSession
  readonly found: Found
  readonly tab: DeskTab
  readonly search: string
  readonly now: number
}

function Tabs({ tab, search, found }: Pick<DeskProps, 'tab' | 'search' | 'found'>) {
  const href = (to: DeskTab) =>
    `/desk?${new URLSearchParams({ tab: to, ...(search === '' ? {} : { q: search }) }).toString()}`
  return (
    <nav class="tabs" aria-label={queueTexts.tabs}>
      {deskTabs.map((one) => (
        <a href={href(one)} aria-current={one === tab ? 'page' : undefined}>
          {fill(queueTexts.currentTab, { tab: deskTabLabels[one], total: found.counts[one] })}
        </a>
      ))}
    </nav>
  )
}

function Search({ tab, search }: Pick<DeskProps, 'tab' | 'search'>) {
  return (
    <form method="get" action="/desk" class="row" role="search">
      <input type="hidden" name="tab" value={tab} />
      <div class="field">
        <label for="q">{queueTexts.searchLabel}</label>
        <input id="q" name="q" type="search" value={search} maxlength={maxSearch} />
      </div>
      <button class="plain">{words.search}</button>
      {search === '' ? null : (
        <a class="button plain" href={`/desk?tab=${tab}`}>
          {queueTexts.clearSearch}
        </a>
      )}
    </form>
  )
}

function DeskPage({ staff, found, tab, search, now }: DeskProps) {
  const { unit } = staff.account
  const title =
    unit === null ? queueTexts.wholeDesk : fill(queueTexts.unitDesk, { unit: unitLabel(unit) })
  const caption =
    search === '' ? queueTexts.byDue : fill(queueTexts.found, { search, total: found.total })
  const query = { tab, ...(search === '' ? {} : { q: search }) }
  return (
    <StaffPage title={title} staff={staff} path="/desk">
      <h1>{title}</h1>
      <Tabs tab={tab} search={search} found={found} />
      <Search tab={tab} search={search} />
      <TicketList
        rows={found.rows}
        now={now}
        unit={unit}
        caption={caption}
        empty={componentTexts.empty}
      />
      <Pager page={found.page} pages={found.pages} total={found.total} path="/desk" query={query} />
    </StaffPage>
  )
}

/** The list one starts from: the unit's own tickets, what is due next first. */
export function deskListPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk', async (c) => {
    const ctx = c.get('ctx')
    const tab = deskTabs.find((known) => known === c.req.query('tab')) ?? 'all'
    const search = (c.req.query('q') ?? '').trim().slice(0, maxSearch)
    const page = pageOf(c)
    const found = await readDesk(ctx, { tab, page, ...(search === '' ? {} : { search }) })
    if (isRefusal(found)) return refusalPage(c, found)
    return c.html(<DeskPage {...{ staff: c.get('staff'), found, tab, search, now: ctx.now() }} />)
  })
  return app
}
