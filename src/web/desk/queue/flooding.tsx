import { Hono } from 'hono'
import { decideOnFlooding, floodInput } from '#app/talk/decide-flooding.ts'
import type { TicketRow } from '#app/ports.ts'
import { mayFold, readFlooding } from '#app/talk/read-flooding.ts'
import type { FloodCase } from '#app/talk/read-flooding.ts'
import { floodSettings } from '#domain/flooding.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { StatusBadge } from '#web/components/status-badge.tsx'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { fill, placeLabel, shortCategory } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { requireRole } from '#web/session.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { channelLabels } from '#doors/label-tables.ts'
import { floodTexts as say } from './texts.ts'
import { floodLine } from './flooding-lines.ts'
import { readForm, valueOf } from '#web/form.ts'
import { Notice } from '#web/components/pieces.tsx'

const defaultDays = 3
const uuid = '[0-9a-zA-Z-]{1,64}'

function TicketLine({ row }: { readonly row: TicketRow }) {
  return (
    <li>
      <a class="number touch" href={`/desk/tickets/${row.number}`}>
        {row.number}
      </a>{' '}
      <StatusBadge status={row.status} />
      <p>{`${shortCategory(row.category)} ${placeLabel(row)} ${row.excerpt}`}</p>
      <p class="soft">{fill(say.openedAt, { time: dateTime(row.openedAt) })}</p>
    </li>
  )
}

type DecisionProps = {
  readonly of: FloodCase
  readonly type: keyof typeof say.decisions
  readonly children?: unknown
}

function Decision({ of: { personId }, type, children }: DecisionProps) {
  const { title, hint } = say.decisions[type]
  const id = `${type}-${personId}`
  return (
    <details class="step">
      <summary>{title}</summary>
      <form method="post" action={`/desk/flooding/${personId}`}>
        <input type="hidden" name="type" value={type} />
        <p class="soft">{hint}</p>
        {children}
        <label for={id}>{say.reason}</label>
        <textarea id={id} name="reason" rows={2} maxlength={500} required />
        <button>{title}</button>
      </form>
    </details>
  )
}

/** The oldest that still goes on takes the others. */
function Fold({ of: one }: { readonly of: FloodCase }) {
  const open = one.tickets.filter(mayFold)
  const main = open.at(-1)
  if (main === undefined || open.length < 2) return null
  const id = `into-${one.personId}`
  return (
    <Decision of={one} type="fold">
      <label for={id}>{say.into}</label>
      <select id={id} name="into">
        {open.map(({ number, category }) => (
          <option value={number} selected={number === main.number}>
            {`${number} ${shortCategory(category)}`}
          </option>
        ))}
      </select>
      <fieldset>
        <legend>{say.numbers}</legend>
        {open.map((row) => (
          <label class="option">
            <input type="checkbox" name="numbers" value={row.number} />
            {`${row.number} ${shortCategory(row.category)} ${placeLabel(row)}`}
          </label>
        ))}
      </fieldset>
    </Decision>
  )
}

function Block({ of: one }: { readonly of: FloodCase }) {
  const id = `days-${one.personId}`
  return (
    <Decision of={one} type="block">
      <label for={id}>{fill(say.days, { most: floodSettings.blockDaysAtMost })}</label>
      <input
        id={id}
        name="days"
        type="number"
        min={1}
        max={floodSettings.blockDaysAtMost}
        value={defaultDays}
        required
      />
    </Decision>
  )
}

function Decisions({ of: one }: { readonly of: FloodCase }) {
  return (
    <>
      {one.state === 'suspected' ? <Decision of={one} type="keep" /> : null}
      <Fold of={one} />
      <Block of={one} />
      {one.state === 'blocked' ? <Decision of={one} type="lift" /> : null}
    </>
  )
}

type CaseProps = { readonly of: FloodCase; readonly index: number; readonly decides: boolean }

function Case({ of: one, index, decides }: CaseProps) {
  const id = `case-${String(index)}`
  const channel = one.tickets[0]?.channel
  const blocked = one.state === 'blocked'
  return (
    <article class="card" aria-labelledby={id}>
      <h2 id={id}>
        {fill(say.person, { n: index, channel: channel ? channelLabels[channel] : say.noTickets })}
      </h2>
      <p>
        <span class={`badge ${blocked ? 'red' : 'amber'}`}>{say.states[one.state]}</span>
      </p>
      <h3>{say.record}</h3>
      <ul class="plain-list">
        {one.records.map((record) => (
          <li>{floodLine(record)}</li>
        ))}
      </ul>
      <h3>{fill(say.tickets, { n: one.tickets.length })}</h3>
      <ul class="plain-list">
        {one.tickets.map((row) => (
          <TicketLine row={row} />
        ))}
      </ul>
      {decides ? <Decisions of={one} /> : null}
    </article>
  )
}

type PageProps = {
  readonly staff: StaffSession
  readonly cases: readonly FloodCase[]
  readonly decided: boolean
  readonly decides: boolean
}

function FloodingPage({ staff, cases, decided, decides }: PageProps) {
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/dispatch">
      <h1>{say.title}</h1>
      {decided ? <Notice kind="good">{say.done}</Notice> : null}
      <p class="soft">
        {fill(say.intro, {
          cases: floodSettings.casesADay,
          messages: floodSettings.messagesAnHour,
        })}{' '}
        <a class="touch" href="/desk/dispatch">
          {say.back}
        </a>
      </p>
      {cases.length === 0 ? <p class="card">{say.empty}</p> : null}
      {cases.map((one, index) => (
        <Case of={one} index={index + 1} decides={decides} />
      ))}
    </StaffPage>
  )
}

/** Who writes very much, pointed out by rule; the dispatcher decides, and every decision can be taken back. */
export function floodingPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const desk = requireRole('dispatcher', 'inspector')
  app.get('/desk/flooding', desk, async (c) => {
    const ctx = c.get('ctx')
    const cases = await readFlooding(ctx)
    if (isRefusal(cases)) return refusalPage(c, cases)
    const decided = c.req.query('done') === 'decided'
    const decides = ctx.actor.role === 'dispatcher'
    return c.html(<FloodingPage {...{ staff: c.get('staff'), cases, decided, decides }} />)
  })
  app.post(`/desk/flooding/:person{${uuid}}`, desk, async (c) => {
    const form = await readForm(c)
    const fields = ['type', 'reason', 'into', 'days'] as const
    const given = Object.fromEntries(fields.map((name) => [name, valueOf(form, name)]))
    const read = floodInput.safeParse({ ...given, numbers: form.get('numbers') ?? [] })
    if (!read.success) {
      const [first] = read.error.issues
      return refusalPage(c, refuse('invalid-input', { fields: String(first?.path[0] ?? 'type') }))
    }
    const done = await decideOnFlooding(c.get('ctx'), c.req.param('person'), read.data)
    return isRefusal(done) ? refusalPage(c, done) : c.redirect('/desk/flooding?done=decided', 303)
  })
  return app
}
