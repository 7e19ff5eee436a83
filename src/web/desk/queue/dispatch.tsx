import { Hono } from 'hono'
import { readDispatchQueue, readTicket } from '#app/tickets/read-desk.ts'
import { readEvidence } from '#app/dispatching/read-evidence.ts'
import type { TicketPage, TicketView } from '#app/tickets/read-desk.ts'
import { readUnmanned } from '#app/people/unmanned.ts'
import type { UnmannedUnit } from '#app/people/unmanned.ts'
import { readFlooding } from '#app/talk/read-flooding.ts'
import type { FloodCase } from '#app/talk/read-flooding.ts'
import { isRefusal } from '#domain/refusal.ts'
import { nextDue } from '#domain/ticket/deadlines.ts'
import { Due } from '#web/components/due.tsx'
import { Pager } from '#web/components/pager.tsx'
import type { StaffEnv } from '#doors/deps.ts'
import { span } from '#doors/format.ts'
import { fill, placeLabel } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { requireRole } from '#web/session.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { Unmanned } from './unmanned.tsx'
import { floodTexts, queueTexts } from './texts.ts'
import { RulesThought } from '#web/desk/why/rules-thought.tsx'
import { Course } from '#web/desk/ticket/course.tsx'
import { pageOf } from '#web/form.ts'
import { Highlighted } from '#web/desk/why/highlight.tsx'
import { Marks, waitingReasons } from '#web/desk/ticket/standing.tsx'
import { componentTexts } from '#web/components/texts.ts'
import { staffNav } from '#web/nav-texts.ts'

type WaitingProps = { readonly view: TicketView; readonly now: number }

function Waiting({ view, now }: WaitingProps) {
  const { ticket } = view
  const { opened } = ticket
  const href = `/desk/tickets/${opened.number}`
  const since = view.events.findLast(
    (event) => event.type === 'queued' || event.type === 'returned',
  )
  return (
    <article class="card" aria-labelledby={`t-${opened.number}`}>
      <h2 id={`t-${opened.number}`}>
        <a class="number" href={href}>
          {opened.number}
        </a>
      </h2>
      <Marks ticket={ticket} />
      <p>
        {`${fill(queueTexts.waiting, { span: span(now - (since?.at ?? ticket.openedAt)) })} `}
        <Due due={nextDue(ticket)} now={now} />
      </p>
      <Highlighted text={opened.text} evidence={readEvidence(ticket)} />
      <dl class="facts">
        <dt>{componentTexts.place}</dt>
        <dd>{placeLabel(ticket.place)}</dd>
        <dt>{queueTexts.whyQueued}</dt>
        <dd>
          {waitingReasons(view).map((line) => (
            <p>{line}</p>
          ))}
        </dd>
      </dl>
      <Course events={view.events} />
      <h3>{queueTexts.rulesThought}</h3>
      <RulesThought ticket={ticket} />
      <p>
        <a class="button" href={href}>
          {queueTexts.toTicket}
        </a>
      </p>
    </article>
  )
}

type QueueProps = {
  readonly staff: StaffSession
  readonly found: TicketPage
  readonly views: readonly TicketView[]
  /** Persons to be decided on for writing very much; null: not for this role. */
  readonly flooding: number | null
  readonly unmanned: readonly UnmannedUnit[]
  readonly now: number
}

function QueuePage({ staff, found, views, flooding, unmanned, now }: QueueProps) {
  return (
    <StaffPage title={queueTexts.dispatchTitle} staff={staff} path="/desk/dispatch">
      <h1>{queueTexts.dispatchTitle}</h1>
      <p class="soft">
        {`${queueTexts.dispatchIntro} `}
        <a class="touch" href="/desk/outbox">
          {staffNav.outboxLink}
        </a>{' '}
        {flooding === null ? null : (
          <a class="touch" href="/desk/flooding">
            {fill(floodTexts.count, { n: flooding })}
          </a>
        )}
      </p>
      <Unmanned units={unmanned} opensAccounts={staff.account.role === 'administrator'} />
      {views.length === 0 ? <p class="card">{queueTexts.emptyDispatch}</p> : null}
      {views.map((view) => (
        <Waiting view={view} now={now} />
      ))}
      <Pager page={found.page} pages={found.pages} total={found.total} path="/desk/dispatch" />
    </StaffPage>
  )
}

function isSuspected({ state }: FloodCase): boolean {
  return state === 'suspected'
}

/** The dispatch desk's queue: unsure, returned and conferring tickets with what the rules thought. */
export function dispatchPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const desk = requireRole('dispatcher', 'inspector', 'administrator')
  app.get('/desk/dispatch', desk, async (c) => {
    const ctx = c.get('ctx')
    const found = await readDispatchQueue(ctx, pageOf(c))
    if (isRefusal(found)) return refusalPage(c, found)
    const views = await Promise.all(found.rows.map((row) => readTicket(ctx, { id: row.id })))
    const seen = views.flatMap((view) => (isRefusal(view) ? [] : [view]))
    const flood = await readFlooding(ctx)
    const flooding = isRefusal(flood) ? null : flood.filter(isSuspected).length
    const empty = await readUnmanned(ctx)
    const unmanned = isRefusal(empty) ? [] : empty
    const staff = c.get('staff')
    return c.html(
      <QueuePage {...{ staff, found, views: seen, flooding, unmanned, now: ctx.now() }} />,
    )
  })
  return app
}
