import { Hono } from 'hono'
import type { Context } from 'hono'
import { refuse } from '#domain/refusal.ts'
import { units } from '#routing/units.ts'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { refusalPage } from '#web/refusals.tsx'
import { requireRole } from '#web/session.ts'
import { staffRoles } from '#doors/staff-auth.ts'
import { AccountsPage } from './accounts-page.tsx'
import type { AccountsTold } from './accounts-page.tsx'
import { chosen, readForm, valueOf } from '#web/form.ts'
import { accountTexts } from './texts.ts'
import { words } from '#doors/words.ts'

const deniedTexts = {
  'username-taken': accountTexts.usernameTaken,
  invalid: accountTexts.accountInvalid,
} as const

/** The administrator's page. One-time passwords stand only in the answer to the post that made them. */
export function accountPages({ auth }: WebDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.use('/desk/accounts/*', requireRole('administrator'))
  const show = async (c: Context<StaffEnv>, told: AccountsTold) => {
    const accounts = await auth.accounts()
    const page = <AccountsPage staff={c.get('staff')} accounts={accounts} told={told} />
    return c.html(page, told.fault === undefined ? 200 : 422)
  }
  app.get('/desk/accounts', async (c) => {
    const { done, who } = c.req.query()
    const known = (await auth.accounts()).find((account) => account.username === who)
    if (known === undefined || !isDone(done)) return show(c, {})
    return show(c, { done, username: known.username })
  })
  app.post('/desk/accounts', async (c) => {
    const form = await readForm(c)
    const role = staffRoles.find((known) => known === valueOf(form, 'role'))
    if (role === undefined) return show(c, { fault: accountTexts.accountInvalid, typed: form })
    const made = await auth.createAccount({
      username: valueOf(form, 'username'),
      name: valueOf(form, 'name'),
      role,
      unit: chosen(form, 'unit', units)?.id ?? null,
    })
    if ('denied' in made) return show(c, { fault: deniedTexts[made.denied], typed: form })
    return show(c, { secret: { username: made.account.username, password: made.password } })
  })
  app.post('/desk/accounts/:id/reset', async (c) => {
    const made = await auth.resetPassword(c.req.param('id'))
    if (made === null) return refusalPage(c, refuse('not-found'))
    return show(c, { secret: { username: made.account.username, password: made.password } })
  })
  app.post('/desk/accounts/:id/:act{disable|enable}', async (c) => {
    const { id, act } = c.req.param()
    const disabling = act === 'disable'
    if (disabling && id === c.get('staff').account.id) {
      return show(c, { fault: words.notYourself })
    }
    const changed = await auth.setDisabled(id, disabling)
    if (changed === null) return refusalPage(c, refuse('not-found'))
    const done = disabling ? 'disabled' : 'enabled'
    const query = new URLSearchParams({ done, who: changed.username })
    return c.redirect(`/desk/accounts?${query.toString()}`, 303)
  })
  changing(app, auth, show)
  return app
}

function isDone(given: string | undefined): given is keyof typeof accountTexts.accountDone {
  return given !== undefined && Object.hasOwn(accountTexts.accountDone, given)
}

type Show = (c: Context<StaffEnv>, told: AccountsTold) => Promise<Response>

/** Another name, role or unit. Nobody takes the administrator's role from themselves. */
function changing(app: Hono<StaffEnv>, auth: WebDeps['auth'], show: Show): void {
  app.post('/desk/accounts/:id/change', async (c) => {
    const form = await readForm(c)
    const id = c.req.param('id')
    const role = staffRoles.find((known) => known === valueOf(form, 'role'))
    if (role === undefined) return show(c, { fault: accountTexts.accountInvalid })
    if (id === c.get('staff').account.id && role !== 'administrator')
      return show(c, { fault: words.notYourself })
    const unit = chosen(form, 'unit', units)?.id ?? null
    const changed = await auth.changeAccount(id, { name: valueOf(form, 'name'), role, unit })
    if (changed === null) return refusalPage(c, refuse('not-found'))
    if ('denied' in changed) return show(c, { fault: deniedTexts[changed.denied] })
    const query = new URLSearchParams({ done: 'changed', who: changed.username })
    return c.redirect(`/desk/accounts?${query.toString()}`, 303)
  })
}
