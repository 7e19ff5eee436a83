import { Hono } from 'hono'
import type { Context } from 'hono'
import { confirmEmail, proposeEmail, readOwnChoices } from '#app/notices/own-notices.ts'
import { kindsFor } from '#domain/notices/matters.ts'
import type { NoticeKind } from '#domain/notices/matters.ts'
import { refuse } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { fill } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffRole, StaffSession } from '#doors/staff-auth.ts'
import { noticePageTexts } from './texts.ts'
import { ChoiceFields, readChoices } from './choices-form.tsx'
import { readForm, valueOf } from '#web/form.ts'
import { Notice } from '#web/components/pieces.tsx'

const say = noticePageTexts
const path = '/desk/notices/choices'

type Own = Awaited<ReturnType<typeof readOwnChoices>>

/** What there is to choose about for a role; nothing for who is never told. */
function kindsOf(role: StaffRole): readonly NoticeKind[] {
  if (role === 'officer' || role === 'unit-lead') return kindsFor('unit')
  if (role === 'dispatcher') return kindsFor('dispatchers')
  return role === 'inspector' ? kindsFor('inspectors') : []
}

function CodeForm({ email }: { readonly email: string }) {
  return (
    <form method="post" action={`${path}/confirm`} class="slim">
      <p>{fill(say.mailWaits, { email })}</p>
      <div class="field">
        <label for="code">{say.code}</label>
        <input
          id="code"
          name="code"
          required
          inputmode="numeric"
          pattern="\s*[0-9]{6}\s*"
          autocomplete="one-time-code"
        />
      </div>
      <button>{say.confirm}</button>
    </form>
  )
}

function MailForm({ own, typed }: { readonly own: Own; readonly typed: string }) {
  return (
    <form method="post" action={`${path}/email`} class="slim">
      <div class="field">
        <label for="email">{say.newMail}</label>
        <input id="email" name="email" type="email" required maxlength={200} value={typed} />
      </div>
      <button class={own.newEmail === null ? '' : 'plain'}>{say.sendCode}</button>
    </form>
  )
}

function Mail({ own, typed }: { readonly own: Own; readonly typed: string }) {
  const { email, newEmail, mailOn } = own
  const none = email === null && newEmail === null
  return (
    <section class="card" aria-labelledby="mail">
      <h2 id="mail">{say.mail}</h2>
      {mailOn ? null : <p>{say.mailOff}</p>}
      {email === null ? null : <p>{fill(say.mailIs, { email })}</p>}
      {mailOn && none ? <p>{say.mailNone}</p> : null}
      {mailOn && newEmail !== null ? <CodeForm email={newEmail.email} /> : null}
      {mailOn ? <MailForm own={own} typed={typed} /> : null}
      {none ? null : (
        <form method="post" action={`${path}/forget`}>
          <button class="plain">{say.dropMail}</button>
        </form>
      )}
    </section>
  )
}

type PageProps = {
  readonly staff: StaffSession
  readonly own: Own
  readonly told: { readonly kind: 'good' | 'bad'; readonly text: string } | null
  readonly typed: string
}

function ChoicesPage({ staff, own, told, typed }: PageProps) {
  const kinds = kindsOf(staff.account.role)
  return (
    <StaffPage title={say.choicesTitle} staff={staff} path={path}>
      <h1>{say.choicesTitle}</h1>
      {told === null ? null : <Notice kind={told.kind}>{told.text}</Notice>}
      <p class="soft">{kinds.length === 0 ? say.nothingHere : say.choicesIntro}</p>
      {kinds.length === 0 ? null : (
        <>
          <Mail own={own} typed={typed} />
          <section class="card" aria-labelledby="when">
            <h2 id="when">{say.whenTitle}</h2>
            <form method="post" action={path}>
              <ChoiceFields id="own" kinds={kinds} choices={own.choices} desk />
              <button>{say.save}</button>
            </form>
          </section>
        </>
      )}
    </StaffPage>
  )
}

const done: Readonly<Record<string, string>> = {
  saved: say.saved,
  sent: say.mailSent,
  fixed: say.mailFixed,
  dropped: say.mailDropped,
}

const mailFaults: Readonly<Partial<Record<RefusalCode, string>>> = {
  'invalid-input': say.badMail,
  'too-often': say.tooOften,
  'way-off': say.mailOff,
}

/** Each person's choice of what they are told outside the desk, when, and at which address. */
export function noticeChoicesPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get(path, (c) => {
    const text = done[c.req.query('done') ?? '']
    return show(c, text === undefined ? null : { kind: 'good', text })
  })
  app.post(path, async (c) => {
    const ctx = c.get('ctx')
    const own = await readOwnChoices(ctx)
    const kinds = kindsOf(c.get('staff').account.role)
    const choices = readChoices(await readForm(c), kinds, own.choices)
    if (choices === null) return refusalPage(c, refuse('invalid-input', { fields: 'choices' }))
    await ctx.staff.choose(ctx.actor.id, choices)
    return c.redirect(`${path}?done=saved`, 303)
  })
  app.post(`${path}/email`, async (c) => {
    const email = valueOf(await readForm(c), 'email')
    const refusal = await proposeEmail(c.get('ctx'), email)
    if (refusal === null) return c.redirect(`${path}?done=sent`, 303)
    const text = mailFaults[refusal.refused] ?? say.badMail
    return show(c, { kind: 'bad', text }, email)
  })
  app.post(`${path}/confirm`, async (c) => {
    const refusal = await confirmEmail(c.get('ctx'), valueOf(await readForm(c), 'code'))
    if (refusal !== null) return show(c, { kind: 'bad', text: say.badCode })
    return c.redirect(`${path}?done=fixed`, 303)
  })
  app.post(`${path}/forget`, async (c) => {
    const ctx = c.get('ctx')
    await ctx.staff.forgetEmail(ctx.actor.id)
    return c.redirect(`${path}?done=dropped`, 303)
  })
  return app
}

async function show(c: Context<StaffEnv>, told: PageProps['told'], typed = '') {
  const own = await readOwnChoices(c.get('ctx'))
  const page = <ChoicesPage staff={c.get('staff')} own={own} told={told} typed={typed} />
  return c.html(page, told?.kind === 'bad' ? 422 : 200)
}
