import { Hono } from 'hono'
import type { Ctx } from '#app/ctx.ts'
import { readBureau, readRanking } from '#app/evaluation/read-bureau.ts'
import { readTicketList } from '#app/tickets/read-desk.ts'
import type { TicketPage } from '#app/tickets/read-desk.ts'
import { readConfusion } from '#app/evaluation/corrections.ts'
import { monthOf } from '#doors/format.ts'
import { readDispatches, readOutages, readParticipation } from '#app/evaluation/read-evaluation.ts'
import type { SettledRow } from '#domain/settled.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { errorPage, refusalPage } from '../refusals.tsx'
import { requireRole, requireStaff } from '../session.ts'
import { readBehind } from '#app/evaluation/behind.ts'
import { addCorrections } from './corrections-routes.tsx'
import { DispatchPage } from './dispatch-page.tsx'
import { ListPage } from './list-page.tsx'
import { nowQuery } from '#app/evaluation/now-lists.ts'
import { readEvaluationQuery, readListQuery, readRatesQuery } from './query.ts'
import type { Calendar, ListAsked } from './query.ts'
import { cutNow } from '#app/evaluation/evaluation-period.ts'
import { readBrief } from '#app/evaluation/read-brief.ts'
import { readOwnScore } from '#app/evaluation/read-own-score.ts'
import { BriefPage, briefPath } from './brief-page.tsx'
import { OwnScorePage, ownScorePath } from './own-score-page.tsx'
import { RankingPage } from './ranking-page.tsx'
import { RatesPage } from './rates-page.tsx'
import { UnitsPage } from './units-page.tsx'

const pageSize = 30

/** `/bureau`: the three rates, and the tickets behind every figure. For the bureau's roles only. */
export function bureauPages(deps: WebDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  for (const path of ['/bureau', '/bureau/*']) {
    app.use(path, requireStaff(deps), requireRole('dispatcher', 'inspector', 'administrator'))
  }
  app.get('/bureau', async (c) => {
    const ctx = c.get('ctx')
    const asked = readRatesQuery(c.req.query(), calendarOf(ctx))
    const view = await readBureau(ctx, asked)
    if (isRefusal(view)) return refusalPage(c, view)
    return c.html(
      <RatesPage {...{ staff: c.get('staff'), view, asked, calendar: calendarOf(ctx) }} />,
    )
  })
  app.get('/bureau/ranking', async (c) => {
    const ctx = c.get('ctx')
    const calendar = calendarOf(ctx)
    const { period, bad } = readRatesQuery(c.req.query(), calendar)
    const view = await readRanking(ctx, period)
    if (isRefusal(view)) return refusalPage(c, view)
    return c.html(<RankingPage {...{ staff: c.get('staff'), view, period, bad, calendar }} />)
  })
  addEvaluations(app)
  app.use(ownScorePath, requireStaff(deps), requireRole('officer', 'unit-lead'))
  app.get(ownScorePath, async (c) => {
    const ctx = c.get('ctx')
    const calendar = calendarOf(ctx)
    const { period } = readRatesQuery(c.req.query(), calendar)
    const score = await readOwnScore(ctx, period)
    if (isRefusal(score)) return refusalPage(c, score)
    return c.html(<OwnScorePage {...{ staff: c.get('staff'), score, calendar }} />)
  })
  addCorrections(app)
  app.get('/bureau/tickets', async (c) => {
    const ctx = c.get('ctx')
    const asked = readListQuery(c.req.query())
    if (asked === null) return errorPage(c, 404)
    const page = Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1)
    const list = await readList(ctx, asked, page)
    if (isRefusal(list)) return refusalPage(c, list)
    return c.html(<ListPage {...{ staff: c.get('staff'), asked, now: ctx.now(), ...list }} />)
  })
  return app
}

/** The month on one page, how units worked together, and how dispatches went. */
function addEvaluations(app: Hono<StaffEnv>): void {
  app.get(briefPath, async (c) => {
    const ctx = c.get('ctx')
    const calendar = calendarOf(ctx)
    const { period, bad } = readRatesQuery(c.req.query(), calendar)
    const brief = await readBrief(ctx, period)
    if (isRefusal(brief)) return refusalPage(c, brief)
    return c.html(<BriefPage {...{ staff: c.get('staff'), brief, bad, calendar }} />)
  })
  app.get('/bureau/units', async (c) => {
    const ctx = c.get('ctx')
    const calendar = calendarOf(ctx)
    const asked = readEvaluationQuery(c.req.query(), calendar)
    const rows = await readParticipation(ctx, asked)
    if (isRefusal(rows)) return refusalPage(c, rows)
    const outages = await readOutages(ctx, asked.period)
    const shown = { ...asked, staff: c.get('staff'), rows, outages, calendar }
    return c.html(<UnitsPage {...shown} />)
  })
  app.get('/bureau/dispatch', async (c) => {
    const ctx = c.get('ctx')
    const calendar = calendarOf(ctx)
    const asked = readEvaluationQuery(c.req.query(), calendar)
    const view = await readDispatches(ctx, asked)
    if (isRefusal(view)) return refusalPage(c, view)
    const confusion = await readConfusion(ctx, asked.period, monthOf)
    if (isRefusal(confusion)) return refusalPage(c, confusion)
    const page = { ...asked, staff: c.get('staff'), view, confusion, calendar }
    return c.html(<DispatchPage {...page} />)
  })
}

function calendarOf(ctx: Ctx): Calendar {
  return { now: ctx.now(), cut: cutNow(ctx) }
}

type List = { readonly found: TicketPage; readonly settled: readonly SettledRow[] | null }

async function readList(ctx: Ctx, asked: ListAsked, page: number): Promise<List | Refusal> {
  if (asked.kind === 'settled') return readSettled(ctx, asked, page)
  const found = await readTicketList(ctx, nowQuery(asked.list, ctx.now()), page)
  return isRefusal(found) ? found : { found, settled: null }
}

/** One page of the call-backs behind a figure, the latest first, and their tickets. */
async function readSettled(
  ctx: Ctx,
  { period, line, figure }: Extract<ListAsked, { readonly kind: 'settled' }>,
  page: number,
): Promise<List | Refusal> {
  const all = (await readBehind(ctx, { period, line, figure })).toReversed()
  const settled = all.slice((page - 1) * pageSize, page * pageSize)
  const ids = settled.map((row) => row.ticketId)
  const tickets = await readTicketList(ctx, { ids, sort: 'newest' }, 1)
  if (isRefusal(tickets)) return tickets
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  return { found: { ...tickets, total: all.length, page, pages }, settled }
}
