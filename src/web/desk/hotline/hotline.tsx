import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { addByPhone, addInput } from '#app/intake/add-by-phone.ts'
import { noteCall, noteInput } from '#app/intake/note-call.ts'
import { openByPhone } from '#app/intake/open-by-phone.ts'
import { readCall } from '#app/intake/read-call.ts'
import type { CallReading } from '#app/intake/read-call.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import { refusalStatus, refusalText } from '#doors/refusals.ts'
import { requireRole } from '#web/session.ts'
import { hotlineTexts } from './texts.ts'
import { CallAdded, CallNoted, CallOpened } from './call-done.tsx'
import { faultsOf, questionIn, readCallForm } from './call-form.ts'
import { CallPanel, EmptyPanel, spoken } from './call-panel.tsx'
import { readForm, valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { HotlinePage } from './hotline-form.tsx'

const say = hotlineTexts

/** What came of a posted call: done, with what to say; or not, with why. */
type Outcome =
  { readonly done: Child } | { readonly faults: readonly string[] } | { readonly refused: Refusal }

/** The page's script asks for JSON; a form without it for the next page. */
function wantsJson(c: Context): boolean {
  return (c.req.header('accept') ?? '').startsWith('application/json')
}

async function show(
  c: Context<StaffEnv>,
  { typed, faults }: { readonly typed: Form | null; readonly faults: readonly string[] },
) {
  const ctx = c.get('ctx')
  const given = typed === null ? '' : valueOf(typed, 'entry')
  const entry = given === '' ? ctx.newId() : given
  const read = typed === null ? null : await reading(c, typed)
  if (read !== null && isRefusal(read)) return refusalPage(c, read)
  const props = { staff: c.get('staff'), entry, typed, reading: read, faults }
  return c.html(<HotlinePage {...props} />, faults.length === 0 ? 200 : 422)
}

async function reading(c: Context<StaffEnv>, form: Form): Promise<CallReading | Refusal | null> {
  const question = questionIn(form)
  const empty = question.text.trim() === '' && question.phone === null
  return empty ? null : readCall(c.get('ctx'), question)
}

async function opened(c: Context<StaffEnv>, form: Form): Promise<Outcome> {
  const ctx = c.get('ctx')
  const call = readCallForm(form, ctx.now())
  if (!call.success) return { faults: faultsOf(call.error.issues) }
  const done = await openByPhone(ctx, call.data)
  if (!isRefusal(done)) return { done: <CallOpened opened={done} /> }
  // The number to merge into is the only thing the use case can find wrong with a form that reads well.
  return done.refused === 'invalid-input' ? { faults: [say.faults.mergeInto] } : { refused: done }
}

async function added(
  c: Context<StaffEnv>,
  form: Form,
  as: 'supplement' | 'urge',
): Promise<Outcome> {
  if (valueOf(form, 'into') === '') return { faults: [say.chooseOne] }
  const given = addInput.safeParse({
    number: valueOf(form, 'into'),
    text: valueOf(form, 'text'),
    as,
  })
  if (!given.success) return { faults: faultsOf(given.error.issues) }
  const ticket = await addByPhone(c.get('ctx'), given.data)
  return isRefusal(ticket)
    ? { refused: ticket }
    : { done: <CallAdded ticket={ticket} as={given.data.as} /> }
}

async function noted(c: Context<StaffEnv>, form: Form): Promise<Outcome> {
  const given = noteInput.safeParse({ entry: valueOf(form, 'entry'), text: valueOf(form, 'text') })
  if (!given.success) return { faults: faultsOf(given.error.issues) }
  const done = await noteCall(c.get('ctx'), given.data)
  return isRefusal(done) ? { refused: done } : { done: <CallNoted outcome={done.outcome} /> }
}

function carriedOut(c: Context<StaffEnv>, form: Form): Promise<Outcome> {
  const act = valueOf(form, 'do')
  switch (act) {
    case 'supplement':
    case 'urge':
      return added(c, form, act)
    case 'refer':
      return noted(c, form)
    case 'merge':
      return valueOf(form, 'into') === ''
        ? Promise.resolve({ faults: [say.chooseOne] })
        : opened(c, form)
    default:
      return opened(c, form)
  }
}

async function answer(c: Context<StaffEnv>, form: Form, outcome: Outcome) {
  if (!wantsJson(c)) return answerByPage(c, form, outcome)
  if ('done' in outcome) return c.json({ done: String(<>{outcome.done}</>) })
  if ('faults' in outcome) return c.json({ faults: outcome.faults }, 422)
  return c.json({ faults: [refusalText(outcome.refused)] }, refusalStatus(outcome.refused))
}

function answerByPage(c: Context<StaffEnv>, form: Form, outcome: Outcome) {
  if ('refused' in outcome) return refusalPage(c, outcome.refused)
  if ('faults' in outcome) return show(c, { typed: form, faults: outcome.faults })
  return c.html(
    <StaffPage title={say.done} staff={c.get('staff')} path="/desk/hotline">
      {outcome.done}
    </StaffPage>,
  )
}

/** Fields as the page's script fills them in where the operator has not chosen. */
function suggestedBy({ facts }: CallReading) {
  const { category, town, village, spot, when, urgency, secrecy } = facts
  return {
    category: category ?? '',
    town: town ?? '',
    village: village ?? '',
    spot: spot ?? '',
    when: when ?? '',
    urgency,
    secrecy: secrecy ? 'yes' : '',
  }
}

async function suggest(c: Context<StaffEnv>) {
  const read = await reading(c, await readForm(c))
  if (read === null) return c.json({ fields: {}, panel: String(<EmptyPanel />), spoken: '' })
  if (isRefusal(read)) return c.json({ faults: [refusalText(read)] }, refusalStatus(read))
  const mayAdd = c.get('staff').account.role === 'operator'
  const panel = String(<CallPanel reading={read} live mayAdd={mayAdd} />)
  return c.json({ fields: suggestedBy(read), panel, spoken: spoken(read) })
}

/** The hotline: the operator writes down a call, sees what the rules make of it, and opens the tickets. */
export function hotlinePages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const callers = requireRole('operator', 'dispatcher')
  app.get('/desk/new', (c) => c.redirect('/desk/hotline', 301))
  app.get('/desk/hotline', callers, (c) => show(c, { typed: null, faults: [] }))
  app.post('/desk/hotline/suggest', callers, suggest)
  app.post('/desk/hotline', callers, async (c) => {
    const form = await readForm(c)
    if (valueOf(form, 'do') === 'preview') {
      const empty = valueOf(form, 'text').trim() === ''
      return show(c, { typed: form, faults: empty ? [say.faults.text] : [] })
    }
    return answer(c, form, await carriedOut(c, form))
  })
  return app
}
