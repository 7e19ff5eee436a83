import { Hono } from 'hono'
import type { Context } from 'hono'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { unitLabel } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { owes } from '#web/session.ts'
import { minPasswordLength } from '#doors/staff-auth.ts'
import type { Device, StaffSession } from '#doors/staff-auth.ts'
import { roleLabels } from '#doors/label-tables.ts'
import { factorTexts, accountTexts } from './texts.ts'
import { noticePageTexts } from '#web/desk/messages/texts.ts'
import { deviceLabel } from './device.ts'
import { readForm, valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Notice } from '#web/components/pieces.tsx'
import { setCookies } from './sign-in.tsx'

// The accounts' library takes no longer ones.
const maxPasswordLength = 128

type ProfileProps = {
  readonly staff: StaffSession
  readonly devices: readonly Device[]
  readonly fault?: string
  readonly done?: string
}

const fields = [
  { name: 'current', label: accountTexts.currentPassword, autocomplete: 'current-password' },
  { name: 'next', label: accountTexts.newPassword, autocomplete: 'new-password' },
  { name: 'repeat', label: accountTexts.repeatPassword, autocomplete: 'new-password' },
] as const

function PasswordForm({ fault }: { readonly fault: string | undefined }) {
  return (
    <section class="card" aria-labelledby="password">
      <h2 id="password">{accountTexts.changePassword}</h2>
      {fault === undefined ? null : (
        <Notice kind="bad" id="fault">
          {fault}
        </Notice>
      )}
      <p class="soft">{accountTexts.passwordIntro}</p>
      <form method="post" action="/desk/profile/password" class="slim">
        {fields.map(({ name, label, autocomplete }) => (
          <div class="field">
            <label for={name}>{label}</label>
            <input
              id={name}
              name={name}
              type="password"
              required
              minlength={name === 'current' ? 1 : minPasswordLength}
              maxlength={maxPasswordLength}
              autocomplete={autocomplete}
              {...(fault === undefined ? {} : { 'aria-describedby': 'fault' })}
            />
          </div>
        ))}
        <button>{accountTexts.changePassword}</button>
      </form>
    </section>
  )
}

function Devices({ devices }: { readonly devices: readonly Device[] }) {
  return (
    <section class="card" aria-labelledby="devices">
      <h2 id="devices">{accountTexts.sessions}</h2>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{accountTexts.device}</th>
            <th scope="col">{accountTexts.since}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr>
              <td data-label={accountTexts.device}>
                <span>
                  {deviceLabel(device.userAgent) ?? accountTexts.unknownDevice}{' '}
                  {device.current ? <span class="badge accent">{accountTexts.thisOne}</span> : null}
                </span>
              </td>
              <td data-label={accountTexts.since}>{dateTime(device.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="post" action="/desk/profile/end-others">
        <button class="plain">{accountTexts.endOthers}</button>
      </form>
    </section>
  )
}

function ProfilePage({ staff, devices, fault, done }: ProfileProps) {
  const { account } = staff
  return (
    <StaffPage title={accountTexts.profile} staff={staff} path="/desk/profile">
      <h1>{accountTexts.profile}</h1>
      {account.mustChangePassword ? <Notice>{accountTexts.mustChange}</Notice> : null}
      {done === undefined ? null : <Notice kind="good">{done}</Notice>}
      <dl class="facts">
        <dt>{accountTexts.loginName}</dt>
        <dd>{account.username}</dd>
        <dt>{accountTexts.name}</dt>
        <dd>{account.name}</dd>
        <dt>{accountTexts.role}</dt>
        <dd>
          {account.unit === null ? '' : `${unitLabel(account.unit)} `}
          {roleLabels[account.role]}
        </dd>
      </dl>
      {account.mustChangePassword ? null : (
        <p>
          <a class="touch" href="/desk/notices/choices">
            {noticePageTexts.choices}
          </a>{' '}
          <a class="touch" href="/desk/profile/second-factor">
            {factorTexts.link}
          </a>
        </p>
      )}
      <PasswordForm fault={fault} />
      {account.mustChangePassword ? null : <Devices devices={devices} />}
    </StaffPage>
  )
}

const doneTexts: Readonly<Record<string, string>> = {
  password: accountTexts.passwordChanged,
  others: accountTexts.othersEnded,
}

/** One's own account: a new password (forced after a one-time one), devices, ending the others. */
export function profilePages({ auth }: WebDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const show = async (c: Context<StaffEnv>, fault?: string) => {
    const devices = await auth.devices(c.req.raw.headers)
    const done = doneTexts[c.req.query('done') ?? '']
    const told = {
      ...(fault === undefined ? {} : { fault }),
      ...(done === undefined ? {} : { done }),
    }
    const page = <ProfilePage staff={c.get('staff')} devices={devices} {...told} />
    return c.html(page, fault === undefined ? 200 : 422)
  }
  app.get('/desk/profile', (c) => show(c))
  app.post('/desk/profile/password', async (c) => {
    const form = await readForm(c)
    const fault = passwordFault(form)
    if (fault !== null) return show(c, fault)
    const changed = await auth.changePassword(c.req.raw.headers, {
      current: valueOf(form, 'current'),
      next: valueOf(form, 'next'),
    })
    if ('denied' in changed) {
      const isWeak = changed.denied === 'weak-password'
      return show(c, isWeak ? factorTexts.weak : accountTexts.passwordWrong)
    }
    setCookies(c, changed.cookies)
    return c.redirect('/desk/profile?done=password', 303)
  })
  app.post('/desk/profile/end-others', async (c) => {
    const first = owes(c.get('staff').account)
    if (first !== null) return c.redirect(first, 303)
    await auth.endOtherSessions(c.req.raw.headers)
    return c.redirect('/desk/profile?done=others', 303)
  })
  return app
}

function passwordFault(form: Form): string | null {
  const [current, next, repeat] = ['current', 'next', 'repeat'].map((name) => valueOf(form, name))
  if (next === undefined || next.length < minPasswordLength) return accountTexts.passwordShort
  if (next.length > maxPasswordLength) return accountTexts.passwordLong
  if (next !== repeat) return accountTexts.passwordMismatch
  return next === current ? accountTexts.passwordSame : null
}
