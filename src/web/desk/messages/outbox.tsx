import { Hono } from 'hono'
import { readTroubles } from '#app/outbox/read-outbox.ts'
import type { NamedTrouble } from '#app/outbox/read-outbox.ts'
import type { InboxTrouble } from '#app/ports.ts'
import { refuse } from '#domain/refusal.ts'
import { HeadRow } from '#web/components/head-row.tsx'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { requireRole } from '#web/session.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { channelLabels } from '#doors/label-tables.ts'
import { words } from '#doors/words.ts'
import { wayLabels, outboxTexts } from './texts.ts'
import { inboxReason, outboxReason } from '#doors/outbox-texts.ts'
import { Notice } from '#web/components/pieces.tsx'

const most = 100
const outboxChannels = { ...channelLabels, ...wayLabels }
const uuid = '[0-9a-fA-F-]{36}'

/** What can be done; the channel's own code beside it, for whoever looks it up. */
function Reason({ code }: { readonly code: string }) {
  const words = outboxReason(code)
  if (words === null) return <span>{code}</span>
  return (
    <span>
      {words} <small class="soft">{code}</small>
    </span>
  )
}

/** Tickets named of a message that tells of many, as a digest does. */
const mostTickets = 3

/** Whose message did not arrive, as far as the desk has to know: the tickets, not the person. */
function Tickets({ numbers }: { readonly numbers: readonly string[] }) {
  if (numbers.length === 0) return <>{words.none}</>
  const more = numbers.length > mostTickets
  return (
    <>
      {numbers.slice(0, mostTickets).map((number) => (
        <div>
          <a class="number" href={`/desk/tickets/${number}`}>
            {number}
          </a>
        </div>
      ))}
      {more ? fill(outboxTexts.outboxMoreTickets, { n: numbers.length }) : null}
    </>
  )
}

function Line({ trouble }: { readonly trouble: NamedTrouble }) {
  const { batch, channel, state, tries, reason, nextTryAt, to, tickets } = trouble
  const head = outboxTexts.outboxHead
  return (
    <tr>
      <th scope="row">
        {outboxChannels[channel]}
        {to === null ? null : <small class="soft"> {to}</small>}
      </th>
      <td data-label={head.tickets}>
        <Tickets numbers={tickets} />
      </td>
      <td data-label={head.state}>
        <span class={`badge ${state === 'dead' ? 'red' : 'amber'}`}>
          {outboxTexts.outboxState[state]}
        </span>
      </td>
      <td data-label={head.tries}>{fill(outboxTexts.triesCount, { n: tries })}</td>
      <td data-label={head.reason}>
        <Reason code={reason} />
      </td>
      <td data-label={head.next}>{nextTryAt === null ? words.none : dateTime(nextTryAt)}</td>
      <td data-label={head.act}>
        <form method="post" action={`/desk/outbox/${batch}/retry`}>
          <button class="plain">{outboxTexts.retry}</button>
        </form>
      </td>
    </tr>
  )
}

function Aside({ key, channel, at, tries, reason }: InboxTrouble) {
  const head = outboxTexts.asideHead
  return (
    <tr>
      <th scope="row">{channelLabels[channel]}</th>
      <td data-label={head.at}>{dateTime(at)}</td>
      <td data-label={head.tries}>{fill(outboxTexts.triesCount, { n: tries })}</td>
      <td data-label={head.reason}>
        {inboxReason(reason)} <small class="soft">{reason}</small>
      </td>
      <td data-label={head.act}>
        <form method="post" action={`/desk/outbox/received/${key}/retry`}>
          <button class="plain">{outboxTexts.asideRetry}</button>
        </form>
      </td>
    </tr>
  )
}

/** Messages that came in and could not be processed; nothing when there are none. */
function SetAside({ messages }: { readonly messages: readonly InboxTrouble[] }) {
  if (messages.length === 0) return null
  return (
    <section aria-labelledby="aside">
      <h2 id="aside">{outboxTexts.asideTitle}</h2>
      <p class="soft">{outboxTexts.asideIntro}</p>
      <table class="cards">
        <HeadRow labels={outboxTexts.asideHead} />
        <tbody>{messages.map((message) => Aside(message))}</tbody>
      </table>
    </section>
  )
}

type OutboxProps = {
  readonly staff: StaffSession
  readonly troubles: readonly NamedTrouble[]
  readonly messages: readonly InboxTrouble[]
  readonly retried: boolean
}

function OutboxPage({ staff, troubles, messages, retried }: OutboxProps) {
  return (
    <StaffPage title={outboxTexts.outboxTitle} staff={staff} path="/desk/outbox">
      <h1>{outboxTexts.outboxTitle}</h1>
      {retried ? <Notice kind="good">{outboxTexts.retried}</Notice> : null}
      <p class="soft">
        {outboxTexts.outboxIntro} <a href="/desk/wechat">{outboxTexts.botLink}</a>
      </p>
      <SetAside messages={messages} />
      {troubles.length === 0 ? (
        <p class="card">{outboxTexts.outboxEmpty}</p>
      ) : (
        <table class="cards">
          <HeadRow labels={outboxTexts.outboxHead} />
          <tbody>
            {troubles.map((trouble) => (
              <Line trouble={trouble} />
            ))}
          </tbody>
        </table>
      )}
    </StaffPage>
  )
}

/** Messages that did not reach their people or could not be processed, why, and another try. */
export function outboxPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const overseers = requireRole('dispatcher', 'inspector', 'administrator')
  app.get('/desk/outbox', overseers, async (c) => {
    const troubles = await readTroubles(c.get('ctx'), most)
    const messages = await c.get('ctx').inbox.troubles(most)
    const retried = c.req.query('done') === 'retry'
    return c.html(<OutboxPage {...{ staff: c.get('staff'), troubles, messages, retried }} />)
  })
  app.post(`/desk/outbox/:batch{${uuid}}/retry`, overseers, async (c) => {
    const ctx = c.get('ctx')
    const known = await ctx.outbox.retry(c.req.param('batch'), ctx.now())
    return known ? c.redirect('/desk/outbox?done=retry', 303) : refusalPage(c, refuse('not-found'))
  })
  app.post('/desk/outbox/received/:key/retry', overseers, async (c) => {
    const known = await c.get('ctx').inbox.retry(c.req.param('key'))
    return known ? c.redirect('/desk/outbox?done=retry', 303) : refusalPage(c, refuse('not-found'))
  })
  return app
}
