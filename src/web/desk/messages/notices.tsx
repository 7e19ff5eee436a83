import { Hono } from 'hono'
import type { UnitId } from '#routing/units.ts'
import { matters } from '#domain/notices/matters.ts'
import { ownersOf } from '#app/notices/manage-targets.ts'
import { readNotices, readerOf } from '#app/notices/own-notices.ts'
import type { NoticePage } from '#app/notices/own-notices.ts'
import { dueOf, insteadOf, placeOf } from '#app/notices/write-notices.ts'
import { HeadRow } from '#web/components/head-row.tsx'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { fill, shortCategory } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { words } from '#doors/words.ts'
import { noticePageTexts } from './texts.ts'
import { Notice } from '#web/components/pieces.tsx'

const say = noticePageTexts
type Listed = NoticePage['notices'][number]

function whereOf(notice: Listed): string {
  const { category, secrecy } = notice.facts
  if (secrecy) return say.secret
  const place = placeOf(notice)
  return `${shortCategory(category)} ${place === '' ? words.notPlaced : place}`
}

type LineProps = { readonly notice: Listed; readonly unit: UnitId | null }

function Line({ notice, unit }: LineProps) {
  const instead = insteadOf(notice, unit)
  const { facts, matter, at, read } = notice
  return (
    <tr class={read ? '' : 'unread'}>
      <th scope="row">
        {matters[matter].text}{' '}
        {facts.urgency === 'urgent' ? <span class="badge red">{say.urgentBadge}</span> : null}{' '}
        {read ? null : <span class="badge accent">{say.unreadBadge}</span>}
      </th>
      <td data-label={say.head.number}>
        <a class="number touch" href={`/desk/tickets/${facts.number}`}>
          {facts.number}
        </a>
      </td>
      <td data-label={say.head.where}>
        <span>
          {whereOf(notice)}
          {instead === '' ? null : <span class="hint">{instead}</span>}
        </span>
      </td>
      <td data-label={say.head.due}>{dueOf(notice) || words.none}</td>
      <td data-label={say.head.at}>{dateTime(at)}</td>
    </tr>
  )
}

type PageProps = {
  readonly staff: StaffSession
  readonly page: NoticePage
  readonly unreadOnly: boolean
  readonly before: number | null
  readonly allRead: boolean
  readonly setsTargets: boolean
}

function Tabs({ page, unreadOnly }: Pick<PageProps, 'page' | 'unreadOnly'>) {
  return (
    <nav class="tabs" aria-label={say.title}>
      <a href="/desk/notices" aria-current={unreadOnly ? 'page' : undefined}>
        {fill(say.tabs.unread, { n: page.unread })}
      </a>
      <a href="/desk/notices?list=all" aria-current={unreadOnly ? undefined : 'page'}>
        {say.tabs.all}
      </a>
    </nav>
  )
}

type TableProps = { readonly notices: readonly Listed[]; readonly unit: UnitId | null }

function Table({ notices, unit }: TableProps) {
  return (
    <table class="cards">
      <HeadRow labels={say.head} />
      <tbody>
        {notices.map((notice) => (
          <Line notice={notice} unit={unit} />
        ))}
      </tbody>
    </table>
  )
}

function NoticesPage({ staff, page, unreadOnly, before, allRead, setsTargets }: PageProps) {
  const { notices, next, unread } = page
  const list = unreadOnly ? '' : 'list=all&'
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/notices">
      <h1>{say.title}</h1>
      {allRead ? <Notice kind="good">{say.allRead}</Notice> : null}
      <p class="soft">{say.intro}</p>
      <p class="actions">
        <a class="touch" href="/desk/notices/choices">
          {say.choices}
        </a>
        {setsTargets ? (
          <a class="touch" href="/desk/notices/targets">
            {say.targets}
          </a>
        ) : null}
      </p>
      <Tabs page={page} unreadOnly={unreadOnly} />
      {notices.length === 0 ? (
        <p class="card">{unreadOnly ? say.emptyUnread : say.empty}</p>
      ) : (
        <Table notices={notices} unit={staff.account.unit} />
      )}
      <p class="actions">
        {before === null ? null : (
          <a class="touch" href={`/desk/notices?${list}`}>
            {say.newest}
          </a>
        )}
        {next === null ? null : (
          <a class="touch" href={`/desk/notices?${list}before=${String(next)}`}>
            {say.older}
          </a>
        )}
      </p>
      {unread === 0 ? null : (
        <form method="post" action="/desk/notices/read">
          <button class="plain">{say.readAll}</button>
        </form>
      )}
    </StaffPage>
  )
}

/** A position as an address has it; null for what is none. */
function positionOf(given: string | undefined): number | null {
  return given !== undefined && /^[1-9]\d{0,14}$/.test(given) ? Number(given) : null
}

/** What happened on tickets that concern the person signed in; what of it they have not seen yet. */
export function noticePages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/notices', async (c) => {
    const unreadOnly = c.req.query('list') !== 'all'
    const before = positionOf(c.req.query('before'))
    const page = await readNotices(c.get('ctx'), { unreadOnly, before })
    const allRead = c.req.query('done') === 'read'
    const setsTargets = ownersOf(c.get('ctx').actor).length > 0
    const staff = c.get('staff')
    return c.html(<NoticesPage {...{ staff, page, unreadOnly, before, allRead, setsTargets }} />)
  })
  app.post('/desk/notices/read', async (c) => {
    const ctx = c.get('ctx')
    await ctx.notices.markRead(await readerOf(ctx), 'all')
    return c.redirect('/desk/notices?done=read', 303)
  })
  return app
}
