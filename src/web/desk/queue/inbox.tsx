import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { missingUnits } from '#app/inbox/inbox-sources.ts'
import { colleagues, handOver } from '#app/tickets/assign-ticket.ts'
import type { StaffMember } from '#app/notices/notices-port.ts'
import { inboxMost, readInbox } from '#app/inbox/read-inbox.ts'
import type { InboxGroup, InboxItem } from '#app/inbox/read-inbox.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { decisionBarred } from '#domain/ticket/excluding.ts'
import type { ClockName } from '#routing/types.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime, span } from '#doors/format.ts'
import { fill, shortCategory, unitList } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { commandLabels } from '#web/desk/steps/step-words.ts'
import { clockLabels } from '#doors/label-tables.ts'
import { inboxTexts } from './texts.ts'
import { ticketMoreTexts } from '#web/desk/ticket/texts.ts'
import { JustDone } from '#web/desk/steps/back.tsx'
import { readForm, valueOf } from '#web/form.ts'
import { HandOver } from './hand-over.tsx'
import { Remaining } from '#web/desk/ticket/clocks.tsx'
import { Notice } from '#web/components/pieces.tsx'
import { requestsIn } from '#web/desk/ticket/requests.tsx'
import { Marks, placeAndHandler } from '#web/desk/ticket/standing.tsx'
import { StepForm } from '#web/desk/steps/step-forms.tsx'
import type { Step } from '#web/desk/steps/steps.ts'

const say = inboxTexts
const soonMs = 4 * 3_600_000

/** What can be answered here, without opening the ticket. */
const answers: Readonly<Partial<Record<InboxGroup['kind'], readonly Step[]>>> = {
  extension: ['approve-extension', 'refuse-extension'],
  suspension: ['approve-suspension', 'refuse-suspension'],
  exclusion: ['approve-exclusion', 'refuse-exclusion'],
  supervision: ['answer-supervision'],
  whistle: ['report-in'],
  part: ['finish-part'],
  conference: ['note'],
}

function alarmLine({ kind, ticket }: InboxItem, clock: ClockName): string {
  const label = clockLabels[clock]
  if (kind === 'escalation') return fill(say.escalated, { clock: label })
  const red = ticket.warnings.some((one) => one.clock === clock && one.level === 'red')
  return fill(say.warned[red ? 'red' : 'yellow'], { clock: label })
}

function partLines({ kind, ticket, due }: InboxItem, now: number): readonly string[] {
  const open = ticket.parts.filter(({ doneAt }) => doneAt === null)
  if (kind === 'part') return open.filter((part) => part.due === due).map(({ note }) => note)
  const late = open.filter((part) => part.due !== null && part.due < now)
  return [fill(say.lateParts, { units: unitList(late.map(({ unit }) => unit)) })]
}

/** What the work is about, a line each. */
function linesOf(item: InboxItem, now: number): readonly string[] {
  const { kind, events, whistle, clock } = item
  if (whistle !== null) {
    const missing = fill(say.waitingUnits, { units: unitList(missingUnits(whistle)) })
    return [whistle.purpose, ...(kind === 'whistle-late' ? [missing] : [])]
  }
  if (clock !== null) return [alarmLine(item, clock)]
  if (kind === 'conference') {
    return [fill(say.conferring, { units: unitList(item.ticket.conferenceUnits) })]
  }
  if (kind === 'part' || kind === 'part-late') return partLines(item, now)
  return requestsIn(events).findLast((request) => request.kind === kind)?.lines ?? []
}

type ItemProps = { readonly item: InboxItem; readonly actor: Actor; readonly now: number }

function Answers({ item, actor, now }: ItemProps) {
  const { ticket, allowed, kind } = item
  const offered = (answers[kind] ?? []).filter((step) => allowed.includes(step))
  const barred = kind === 'exclusion' ? decisionBarred(ticket, actor) : null
  const own = barred?.refused === 'second-person-needed'
  return (
    <>
      {own ? <p class="soft">{ticketMoreTexts.secondPerson}</p> : null}
      {offered.map((step) => (
        <details class="step">
          <summary>{commandLabels[step]}</summary>
          <StepForm {...{ step, ticket, actor, now }} typed={null} back="inbox" />
        </details>
      ))}
    </>
  )
}

function Item(props: ItemProps) {
  const { item, now } = props
  const { ticket, since, due, kind } = item
  const { number } = ticket.opened
  const id = `${kind}-${number}`
  return (
    <article class="card" aria-labelledby={id}>
      <h3 id={id}>
        <a class="number touch" href={`/desk/tickets/${number}`}>
          {number}
        </a>{' '}
        {shortCategory(ticket.category)}
      </h3>
      <Marks ticket={ticket} />
      <p>{placeAndHandler(ticket)}</p>
      {linesOf(item, now).map((line) => (
        <p class="detail">{line}</p>
      ))}
      <p class="soft">
        {fill(say.since, { time: dateTime(since), span: span(now - since) })}
        {due === null ? null : (
          <>
            {`，${fill(say.due, { time: dateTime(due) })} `}
            <Remaining due={due} now={now} soon={due - now < soonMs} />
          </>
        )}
      </p>
      <Answers {...props} />
    </article>
  )
}

type InboxProps = {
  readonly staff: StaffSession
  readonly actor: Actor
  readonly groups: readonly InboxGroup[]
  readonly people: readonly StaffMember[]
  readonly now: number
  /** What has just been done. */
  readonly told: Child
}

function Group({ group, actor, now }: { group: InboxGroup } & Pick<InboxProps, 'actor' | 'now'>) {
  const { kind, items, more } = group
  const n = more ? `${String(inboxMost)}+` : items.length
  return (
    <section aria-labelledby={kind} class="waiting">
      <h2 id={kind}>{fill(say.count, { label: say.kinds[kind], n })}</h2>
      <p class="soft">{say.hints[kind]}</p>
      {items.map((item) => (
        <Item item={item} actor={actor} now={now} />
      ))}
      {more ? <p class="soft">{fill(say.more, { n: inboxMost })}</p> : null}
    </section>
  )
}

function InboxPage({ staff, actor, groups, people, now, told }: InboxProps) {
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/inbox">
      <h1>{say.title}</h1>
      {told}
      <p class="soft">{say.intro}</p>
      {groups.length === 0 ? <p class="card">{say.empty}</p> : null}
      {groups.length < 2 ? null : (
        <nav class="tabs" aria-label={say.title}>
          {groups.map(({ kind, items }) => (
            <a href={`#${kind}`}>{fill(say.count, { label: say.kinds[kind], n: items.length })}</a>
          ))}
        </nav>
      )}
      {groups.map((group) => (
        <Group group={group} actor={actor} now={now} />
      ))}
      <HandOver actor={actor} people={people} />
    </StaffPage>
  )
}

/** What has just been done: a step, or a hand-over. */
function ToldOf({ c }: { readonly c: Context<StaffEnv> }) {
  const handed = c.req.query('handed') ?? ''
  return /^\d{1,4}$/.test(handed) ? (
    <Notice kind="good">{fill(say.handOver.done, { n: handed })}</Notice>
  ) : (
    <JustDone c={c} />
  )
}

/** What waits for the person signed in: approvals, warnings, escalations, orders, whistles. */
export function inboxPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/inbox', async (c) => {
    const ctx = c.get('ctx')
    const groups = await readInbox(ctx)
    if (isRefusal(groups)) return refusalPage(c, groups)
    const { actor } = ctx
    const people = await colleagues(ctx)
    const told = <ToldOf c={c} />
    const page = { staff: c.get('staff'), actor, groups, people, now: ctx.now(), told }
    return c.html(<InboxPage {...page} />)
  })
  app.post('/desk/inbox/hand-over', async (c) => {
    const form = await readForm(c)
    const given = { from: valueOf(form, 'from'), to: valueOf(form, 'to') }
    const handed = await handOver(c.get('ctx'), given)
    return isRefusal(handed)
      ? refusalPage(c, handed)
      : c.redirect(`/desk/inbox?handed=${String(handed)}`, 303)
  })
  return app
}
