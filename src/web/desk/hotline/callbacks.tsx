import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { readCallbacks } from '#app/intake/read-callbacks.ts'
import type { CallbackQueue } from '#app/intake/read-callbacks.ts'
import type { TicketView } from '#app/tickets/read-desk.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { settings } from '#domain/ticket/settings.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { fill, shortCategory, wishLabel } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { callbackTexts } from './texts.ts'
import { JustDone } from '#web/desk/steps/back.tsx'
import { Marks, placeAndHandler } from '#web/desk/ticket/standing.tsx'
import { StepForm } from '#web/desk/steps/step-forms.tsx'
import { stepTexts } from '#web/desk/steps/texts.ts'
import { ticketTexts } from '#web/desk/ticket/texts.ts'

const say = callbackTexts

/** 20261123-am → 11-23 and which half. */
function halfDayLabel(halfDay: string): string {
  const half = halfDay.endsWith('am') ? stepTexts.am : stepTexts.pm
  return `${halfDay.slice(4, 6)}-${halfDay.slice(6, 8)} ${half}`
}

type CallProps = {
  readonly view: TicketView
  readonly actor: Actor
  readonly halfDay: string
  readonly now: number
}

function Tries({ view: { ticket } }: Pick<CallProps, 'view'>) {
  const { attempts = 0, halfDays = [] } = ticket.callback ?? {}
  const max = settings.callbackPhoneAttempts
  const done =
    attempts === 0
      ? say.untried
      : fill(say.tried, { n: attempts, halfDays: halfDays.map(halfDayLabel).join('、') })
  return <p>{`${done}；${fill(say.next, { n: Math.min(attempts + 1, max), max })}`}</p>
}

type TriedProps = Pick<CallProps, 'view' | 'halfDay'> & { readonly reached: boolean }

/** One button: somebody answered in this half-day, or nobody did. */
function Tried({ view, halfDay, reached }: TriedProps) {
  const { ticket } = view
  const max = settings.callbackPhoneAttempts
  const isLast = (ticket.callback?.attempts ?? 0) + 1 >= max
  const missed = isLast ? fill(say.lastMiss, { max }) : say.missHint
  return (
    <details class="step">
      <summary>{reached ? say.reached : say.miss}</summary>
      <form method="post" action={`/desk/tickets/${ticket.opened.number}/steps`}>
        <input type="hidden" name="type" value="attempt-callback" />
        <input type="hidden" name="seq" value={String(ticket.seq)} />
        <input type="hidden" name="halfDay" value={halfDay} />
        <input type="hidden" name="reached" value={reached ? 'yes' : 'no'} />
        <input type="hidden" name="back" value="/desk/callbacks" />
        <p class="soft">{reached ? say.reachedHint : missed}</p>
        <button class="plain">{reached ? say.reachedNow : say.missNow}</button>
      </form>
    </details>
  )
}

function Person({ view }: Pick<CallProps, 'view'>) {
  const { opened } = view.ticket
  if (opened.citizenId === null) return <p class="soft">{ticketTexts.noPerson}</p>
  return (
    <form method="post" action={`/desk/tickets/${opened.number}/person`}>
      <input type="hidden" name="reason" value={say.title} />
      <button>{ticketTexts.showPhone}</button>
    </form>
  )
}

function Call(props: CallProps & { readonly mayCall: boolean }) {
  const { view, actor, now, mayCall } = props
  const { ticket } = view
  const { number } = ticket.opened
  return (
    <article class="card" aria-labelledby={`c-${number}`}>
      <h3 id={`c-${number}`}>
        <a class="number touch" href={`/desk/tickets/${number}`}>
          {number}
        </a>{' '}
        {shortCategory(ticket.category)}
      </h3>
      <Marks ticket={ticket} />
      <p>{placeAndHandler(ticket)}</p>
      <p>{ticket.opened.text}</p>
      {ticket.publicReply === null ? null : (
        <p class="detail">{fill(say.reply, { text: ticket.publicReply })}</p>
      )}
      <p class="soft">
        {ticket.resolvedAt === null
          ? say.unsolved
          : fill(say.resolvedAt, { time: dateTime(ticket.resolvedAt) })}
      </p>
      {ticket.opened.callbackWish === undefined ? null : (
        <p>
          <strong>{wishLabel(ticket.opened.callbackWish)}</strong>
        </p>
      )}
      <Tries view={view} />
      {mayCall ? (
        <>
          <Person view={view} />
          {(ticket.callback?.reachedAt ?? null) === null ? (
            <>
              <Tried {...props} reached />
              <Tried {...props} reached={false} />
            </>
          ) : (
            <details class="step" open>
              <summary>{say.rate}</summary>
              <p>{say.ask}</p>
              <StepForm
                {...{ step: 'rate', ticket, actor, now }}
                typed={null}
                back="/desk/callbacks"
              />
            </details>
          )}
        </>
      ) : null}
    </article>
  )
}

type QueueProps = {
  readonly staff: StaffSession
  readonly actor: Actor
  readonly queue: CallbackQueue
  readonly now: number
  /** What has just been done. */
  readonly told: Child
}

function QueuePage({ staff, actor, queue, now, told }: QueueProps) {
  const { halfDay, later, inChannel } = queue
  const common = { actor, now, halfDay }
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/callbacks">
      <h1>{say.title}</h1>
      {told}
      <p class="soft">{say.intro}</p>
      <section aria-labelledby="call-now" class="waiting">
        <h2 id="call-now">{`${say.now} ${String(queue.now.length)}`}</h2>
        {queue.now.length === 0 ? <p class="card">{say.nowEmpty}</p> : null}
        {queue.now.map((view) => (
          <Call {...common} view={view} mayCall />
        ))}
      </section>
      {later.length === 0 ? null : (
        <section aria-labelledby="call-later" class="waiting">
          <h2 id="call-later">{`${say.later} ${String(later.length)}`}</h2>
          {later.map((view) => (
            <Call {...common} view={view} mayCall={false} />
          ))}
        </section>
      )}
      {inChannel === 0 ? null : <p class="soft">{fill(say.waiting, { n: inChannel })}</p>}
    </StaffPage>
  )
}

/** Whom the operator calls: unanswered call-backs, and who may be called in this half-day. */
export function callbackPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/callbacks', async (c) => {
    const ctx = c.get('ctx')
    const queue = await readCallbacks(ctx)
    if (isRefusal(queue)) return refusalPage(c, queue)
    const { actor } = ctx
    const told = <JustDone c={c} />
    return c.html(<QueuePage {...{ staff: c.get('staff'), actor, queue, now: ctx.now(), told }} />)
  })
  return app
}
