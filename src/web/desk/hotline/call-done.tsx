import type { Child } from 'hono/jsx'
import type { OpenedByPhone } from '#app/intake/open-by-phone.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { dateTime } from '#doors/format.ts'
import { fill, shortCategory, unitLabel } from '#doors/labels.ts'
import { hotlineTexts } from './texts.ts'
import { Key } from './key.tsx'

const say = hotlineTexts

function Next() {
  return (
    <p class="actions">
      <a class="button" href="/desk/hotline" data-key="KeyN" accesskey="n" id="next-call">
        {say.next} <Key name="N" />
      </a>
    </p>
  )
}

function whereTo(ticket: Ticket): readonly { readonly term: string; readonly text: string }[] {
  const { mergedInto, handler, deadlines } = ticket
  if (mergedInto !== null) {
    return [{ term: say.handler, text: fill(say.merged, { number: mergedInto.number }) }]
  }
  if (handler === null || deadlines === null) return [{ term: say.handler, text: say.atDesk }]
  return [
    { term: say.handler, text: unitLabel(handler) },
    { term: say.dueBy, text: dateTime(deadlines.solve) },
  ]
}

function OpenedTicket({ ticket }: { readonly ticket: Ticket }) {
  const { number } = ticket.opened
  return (
    <section class="card">
      <h2>
        {shortCategory(ticket.category)} <span class="number">{number}</span>
      </h2>
      <dl class="facts">
        {whereTo(ticket).map(({ term, text }) => (
          <>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      <a class="touch" href={`/desk/tickets/${number}`} target="_blank" rel="noopener">
        {say.toTicket}
      </a>
    </section>
  )
}

/** What to read out to the caller once their call has been taken. */
export function CallOpened({ opened }: { readonly opened: OpenedByPhone }) {
  const { tickets, code, isNew } = opened
  return (
    <>
      <h1>{say.done}</h1>
      <section class="notice good" role="status">
        {isNew ? null : <p>{`${say.already}${code === null ? '' : ` ${say.codeNew}`}`}</p>}
        <p>{say.readOut}</p>
        {tickets.map(({ opened: { number } }) => (
          <p>
            {say.number} <span class="secret">{number}</span>
          </p>
        ))}
        {code === null ? null : (
          <p>
            {say.code} <span class="secret">{code}</span>
          </p>
        )}
        {code === null ? null : <p>{say.codeOnce}</p>}
      </section>
      {tickets.map((ticket) => (
        <OpenedTicket ticket={ticket} />
      ))}
      <Next />
    </>
  )
}

/** What was added to a ticket that was there. */
export function CallAdded({
  ticket,
  as,
}: {
  readonly ticket: Ticket
  readonly as: 'supplement' | 'urge'
}) {
  return (
    <Told title={say.added[as]}>
      <OpenedTicket ticket={ticket} />
    </Told>
  )
}

/** A call that opened nothing has been counted. */
export function CallNoted({ outcome }: { readonly outcome: 'out-of-scope' | 'inquiry' }) {
  return (
    <Told title={say.noted[outcome]}>
      <p class="soft">{say.notedHint}</p>
    </Told>
  )
}

function Told({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <>
      <h1 role="status">{title}</h1>
      {children}
      <Next />
    </>
  )
}
