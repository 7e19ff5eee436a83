import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Ctx } from '#app/ctx.ts'
import { openByPhone, phoneInput } from '#app/open-by-phone.ts'
import type { OpenedByPhone } from '#app/open-by-phone.ts'
import type { ReadComplaint } from '#app/read-complaint.ts'
import { findSameMatter } from '#app/read-duplicates.ts'
import { mask } from '#domain/privacy.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { StaffEnv } from '../deps.ts'
import { dateTime } from '../format.ts'
import { fill, unitLabel } from '../labels.ts'
import { StaffPage } from '../layout.tsx'
import { refusalPage } from '../refusals.tsx'
import { requireRole } from '../session.ts'
import type { StaffSession } from '../staff-auth.ts'
import { deskPageTexts, fieldLabels, hotlineTexts } from '../texts.ts'
import { readForm, valueOf } from './form.ts'
import type { Form } from './form.ts'
import { HotlinePage, readWords } from './hotline-form.tsx'

const say = hotlineTexts
const mostSame = 3
const labels: Readonly<Record<string, string>> = fieldLabels
const ownFaults: Readonly<Record<string, string>> = say.faults

function Opened({
  staff,
  opened,
}: {
  readonly staff: StaffSession
  readonly opened: OpenedByPhone
}) {
  const { ticket, code } = opened
  const { number } = ticket.opened
  return (
    <StaffPage title={say.done} staff={staff} path="/desk/new">
      <h1>{say.done}</h1>
      <section class="notice good" role="status">
        {code === null ? <p>{say.already}</p> : null}
        <p class="secret">
          {code === null ? fill(say.readNumber, { number }) : fill(say.readOut, { number, code })}
        </p>
        {code === null ? null : <p>{say.codeOnce}</p>}
      </section>
      <dl class="facts card">
        {ticket.handler === null || ticket.deadlines === null ? (
          <>
            <dt>{say.handler}</dt>
            <dd>{say.atDesk}</dd>
          </>
        ) : (
          <>
            <dt>{say.handler}</dt>
            <dd>{unitLabel(ticket.handler)}</dd>
            <dt>{say.due}</dt>
            <dd class="number">{dateTime(ticket.deadlines.solve)}</dd>
          </>
        )}
      </dl>
      <p class="actions">
        <a class="button" href={`/desk/tickets/${number}`}>
          {say.toTicket}
        </a>
        <a class="button plain" href="/desk/new">
          {say.next}
        </a>
      </p>
    </StaffPage>
  )
}

type Show = { readonly typed: Form | null; readonly faults: readonly string[] }

/** Open tickets that may be the matter of the call. */
function sameMatter(ctx: Ctx, read: ReadComplaint | null) {
  if (read === null) return []
  const { category } = read.understanding.classification
  const { town, village, spot } = read.place
  return findSameMatter(ctx, {
    category: category === 'env-inquiry' || category === 'out-of-scope' ? null : category,
    town,
    village,
    spot,
    text: mask(read.understanding.text),
    openedAt: ctx.now(),
  })
}

async function show(c: Context<StaffEnv>, { typed, faults }: Show) {
  const ctx = c.get('ctx')
  const given = typed === null ? '' : valueOf(typed, 'entry')
  const entry = given === '' ? ctx.newId() : given
  const read = typed === null ? null : readWords(valueOf(typed, 'text'), ctx.now())
  const same = (await sameMatter(ctx, read)).slice(0, mostSame)
  const page = <HotlinePage {...{ staff: c.get('staff'), entry, typed, read, same, faults }} />
  return c.html(page, faults.length === 0 ? 200 : 422)
}

/** A posted call → the use case's input, or what is wrong with it in words. */
export function readCall(form: Form) {
  const value = (name: string) => valueOf(form, name)
  const choice = (name: string) => value(name) || null
  return phoneInput.safeParse({
    entry: value('entry'),
    text: value('text'),
    phone: value('phone'),
    name: value('name'),
    category: choice('category'),
    town: choice('town'),
    village: value('village'),
    spot: value('spot'),
    when: value('when'),
    unit: choice('unit'),
    urgency: value('urgency'),
    secrecy: value('secrecy') === 'yes',
  })
}

/** Faults by field, each once; a field that is not shown is named as a whole. */
function faultsOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): readonly string[] {
  const names = [...new Set(issues.map(({ path }) => String(path[0])))]
  return names.map(
    (name) => ownFaults[name] ?? fill(deskPageTexts.checkFields, { fields: labels[name] ?? name }),
  )
}

/** The hotline: the operator writes down a call, sees what the rules suggest, and opens the ticket. */
export function hotlinePages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const callers = requireRole('operator', 'dispatcher')
  app.get('/desk/new', callers, (c) => show(c, { typed: null, faults: [] }))
  app.post('/desk/new', callers, async (c) => {
    const typed = await readForm(c)
    if (valueOf(typed, 'do') !== 'open') {
      const empty = valueOf(typed, 'text').trim() === ''
      return show(c, { typed, faults: empty ? [say.faults.text] : [] })
    }
    const call = readCall(typed)
    if (!call.success) return show(c, { typed, faults: faultsOf(call.error.issues) })
    const opened = await openByPhone(c.get('ctx'), call.data)
    if (isRefusal(opened)) return refusalPage(c, opened)
    return c.html(<Opened staff={c.get('staff')} opened={opened} />)
  })
  return app
}
