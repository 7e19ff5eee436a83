import { Hono } from 'hono'
import { readTicket } from '#app/tickets/read-desk.ts'
import type { Person } from '#app/ports.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { maySeePerson } from '#domain/roles.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { channelLabels } from '#doors/label-tables.ts'
import { readForm, valueOf } from '#web/form.ts'
import { Notice } from '#web/components/pieces.tsx'
import { ticketTexts } from './texts.ts'

type RevealedProps = {
  readonly staff: StaffSession
  readonly number: string
  readonly shown: { readonly person: Person | null } | { readonly original: string | null }
}

function PersonFacts({ person }: { readonly person: Person }) {
  return (
    <dl class="facts">
      <dt>{ticketTexts.nameIs}</dt>
      <dd>{person.name ?? ticketTexts.person}</dd>
      <dt>{ticketTexts.phone}</dt>
      <dd>
        {person.phone === null ? (
          ticketTexts.noPhone
        ) : (
          <a class="secret" href={`tel:${person.phone}`}>
            {person.phone}
          </a>
        )}
      </dd>
      <dt>{ticketTexts.source}</dt>
      <dd>{channelLabels[person.channel]}</dd>
    </dl>
  )
}

function Shown({ shown }: Pick<RevealedProps, 'shown'>) {
  if ('original' in shown) {
    const { original } = shown
    return original === null ? <p>{ticketTexts.noOriginal}</p> : <p class="said">{original}</p>
  }
  const { person } = shown
  return person === null ? <p>{ticketTexts.noPerson}</p> : <PersonFacts person={person} />
}

function RevealedPage({ staff, number, shown }: RevealedProps) {
  const title = 'original' in shown ? ticketTexts.originalTitle : ticketTexts.personTitle
  return (
    <StaffPage title={title} staff={staff} path="/desk/tickets">
      <h1>
        {title} <span class="number">{number}</span>
      </h1>
      <Notice>{ticketTexts.recorded}</Notice>
      <section class="card">
        <Shown shown={shown} />
      </section>
      <p>
        <a class="button" href={`/desk/tickets/${number}`}>
          {ticketTexts.toTicketBack}
        </a>
      </p>
    </StaffPage>
  )
}

/**
 * The citizen's contact and unmasked words: shown once, in the answer to a deliberate post, to whoever has
 * to call; who looked and what for is on record before anything is shown.
 */
export function revealPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.post('/desk/tickets/:number/:what{person|original}', async (c) => {
    const ctx = c.get('ctx')
    const number = c.req.param('number')
    const reason = valueOf(await readForm(c), 'reason')
      .trim()
      .slice(0, 200)
    const found = await readTicket(ctx, { number })
    if (isRefusal(found)) return refusalPage(c, found)
    const { ticket } = found
    if (!maySeePerson(ctx.actor, ticket)) return refusalPage(c, refuse('not-allowed'))
    if (reason === '') return refusalPage(c, refuse('invalid-input', { fields: 'reason' }))
    const common = { staff: c.get('staff'), number: ticket.opened.number }
    if (c.req.param('what') === 'original') {
      const original = await ctx.people.originalText(ticket.id, ctx.actor, reason, ctx.now())
      return c.html(<RevealedPage {...common} shown={{ original }} />)
    }
    const { citizenId } = ticket.opened
    const person =
      citizenId === null ? null : await ctx.people.read(citizenId, ctx.actor, reason, ctx.now())
    return c.html(<RevealedPage {...common} shown={{ person }} />)
  })
  return app
}
