import { Hono } from 'hono'
import type { Context } from 'hono'
import { renderSVG } from 'uqr'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { StaffPage } from '#web/layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { factorTexts as say, accountTexts } from './texts.ts'
import { CodeField } from './code-field.tsx'
import { readForm, valueOf } from '#web/form.ts'
import { Notice } from '#web/components/pieces.tsx'
import { setCookies } from './sign-in.tsx'

const path = '/desk/profile/second-factor'

/** What is shown once, while it is being set up. */
type Setup = { readonly uri: string; readonly spareCodes: readonly string[] }

type PageProps = {
  readonly staff: StaffSession
  readonly setup?: Setup | undefined
  readonly fault?: string | undefined
  readonly done?: string | undefined
}

function Password({ act, label }: { readonly act: string; readonly label: string }) {
  return (
    <form method="post" action={`${path}/${act}`} class="slim">
      <div class="field">
        <label for="password">{say.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          required
          maxlength={128}
          autocomplete="current-password"
        />
      </div>
      <button class={act === 'end' ? 'plain' : ''}>{label}</button>
    </form>
  )
}

function SetupForm({ uri, spareCodes }: Setup) {
  const drawn = btoa(renderSVG(uri, { ecc: 'M', border: 4 }))
  return (
    <>
      <p>{say.scan}</p>
      <figure class="code">
        <img src={`data:image/svg+xml;base64,${drawn}`} alt={say.qrAlt} width="280" />
        <figcaption>
          <code>{new URL(uri).searchParams.get('secret')}</code>
        </figcaption>
      </figure>
      <p>{say.spare}</p>
      <ul>
        {spareCodes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <form method="post" action={`${path}/confirm`} class="slim">
        <CodeField label={say.firstCode} />
        <button>{say.confirm}</button>
      </form>
    </>
  )
}

function FactorPage({ staff, setup, fault, done }: PageProps) {
  const { hasSecondFactor, mustAddFactor } = staff.account
  return (
    <StaffPage title={say.title} staff={staff} path={path}>
      <h1>{say.title}</h1>
      {mustAddFactor ? <Notice>{say.required}</Notice> : null}
      {done === undefined ? null : <Notice kind="good">{done}</Notice>}
      {fault === undefined ? null : <Notice kind="bad">{fault}</Notice>}
      <section class="card">
        {setup === undefined ? (
          <>
            <p>{hasSecondFactor ? say.isOn : say.isOff}</p>
            <Password
              act={hasSecondFactor ? 'end' : 'begin'}
              label={hasSecondFactor ? say.end : say.begin}
            />
          </>
        ) : (
          <SetupForm {...setup} />
        )}
      </section>
    </StaffPage>
  )
}

/** One's own second factor: set up, put in force by a first code, dropped. */
export function secondFactorPages({ auth }: WebDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  const show = (c: Context<StaffEnv>, shown: Omit<PageProps, 'staff'>) => {
    const page = <FactorPage staff={c.get('staff')} {...shown} />
    return c.html(page, shown.fault === undefined ? 200 : 422)
  }
  const doneTexts: Readonly<Record<string, string>> = { on: say.on, off: say.off }
  app.get(path, (c) => show(c, { done: doneTexts[c.req.query('done') ?? ''] }))
  app.post(`${path}/begin`, async (c) => {
    const form = await readForm(c)
    const begun = await auth.secondFactor.begin(c.req.raw.headers, valueOf(form, 'password'))
    if ('denied' in begun) return show(c, { fault: accountTexts.passwordWrong })
    return show(c, { setup: begun })
  })
  app.post(`${path}/confirm`, async (c) => {
    const form = await readForm(c)
    const confirmed = await auth.secondFactor.confirm(c.req.raw.headers, valueOf(form, 'code'))
    if ('denied' in confirmed) return show(c, { fault: say.badCode })
    setCookies(c, confirmed.cookies)
    return c.redirect(`${path}?done=on`, 303)
  })
  app.post(`${path}/end`, async (c) => {
    const form = await readForm(c)
    const ended = await auth.secondFactor.end(c.req.raw.headers, valueOf(form, 'password'))
    if ('denied' in ended) return show(c, { fault: accountTexts.passwordWrong })
    setCookies(c, ended.cookies)
    return c.redirect(`${path}?done=off`, 303)
  })
  return app
}
