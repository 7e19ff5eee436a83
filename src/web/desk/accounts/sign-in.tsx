import { Hono } from 'hono'
import type { Context } from 'hono'
import type { WebDeps } from '#doors/deps.ts'
import { fill } from '#doors/labels.ts'
import { PublicPage } from '#web/layout.tsx'
import type { Account, SignIn } from '#doors/staff-auth.ts'
import { owes } from '#web/session.ts'
import { factorTexts, accountTexts } from './texts.ts'
import { readForm, valueOf } from '#web/form.ts'
import { ownPath } from './own-path.ts'
import { Notice } from '#web/components/pieces.tsx'
import { CodeField } from './code-field.tsx'

type SignInProps = {
  readonly back: string
  readonly username?: string
  readonly fault?: string
  readonly notice?: string
  /** Just signed out: drafts kept on the machine are dropped. */
  readonly forget?: boolean
}

function SignInPage({ back, username = '', fault, notice, forget = false }: SignInProps) {
  const problem = fault === undefined ? {} : { 'aria-describedby': 'fault' }
  return (
    <PublicPage title={accountTexts.signIn} {...(forget ? { scripts: ['signed-out.js'] } : {})}>
      <main id="main" class="narrow" tabindex={-1}>
        <h1>{accountTexts.signIn}</h1>
        {notice === undefined ? null : <Notice>{notice}</Notice>}
        {fault === undefined ? null : (
          <Notice kind="bad" id="fault">
            {fault}
          </Notice>
        )}
        <p class="soft">{accountTexts.signInFirst}</p>
        <form class="card" method="post" action="/desk/sign-in">
          <input type="hidden" name="back" value={back} />
          <div class="field">
            <label for="username">{accountTexts.username}</label>
            <input
              id="username"
              name="username"
              value={username}
              required
              maxlength={60}
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              {...problem}
            />
          </div>
          <div class="field">
            <label for="password">{accountTexts.password}</label>
            <input
              id="password"
              name="password"
              type="password"
              required
              maxlength={200}
              autocomplete="current-password"
              {...problem}
            />
          </div>
          <button>{accountTexts.doSignIn}</button>
        </form>
        <p class="soft">{accountTexts.onlyStaff}</p>
      </main>
    </PublicPage>
  )
}

type CodeProps = { readonly back: string; readonly fault?: string }

/** The second step, after a right password. */
function CodePage({ back, fault }: CodeProps) {
  return (
    <PublicPage title={factorTexts.askTitle}>
      <main id="main" class="narrow" tabindex={-1}>
        <h1>{factorTexts.askTitle}</h1>
        {fault === undefined ? null : <Notice kind="bad">{fault}</Notice>}
        <p class="soft">{factorTexts.ask}</p>
        <form class="card" method="post" action="/desk/sign-in/code">
          <input type="hidden" name="back" value={back} />
          <CodeField label={factorTexts.code} />
          <button>{factorTexts.go}</button>
        </form>
        <p>
          <a class="touch" href="/desk/sign-in">
            {accountTexts.signIn}
          </a>
        </p>
      </main>
    </PublicPage>
  )
}

/** Signing in and out: the only pages of the desk for people who are not signed in. */
export function signInPages(deps: WebDeps): Hono {
  const app = new Hono()
  app.get('/desk/sign-in', async (c) => {
    c.header('cache-control', 'no-store')
    const back = ownPath(c.req.query('back') ?? '')
    const staff = await deps.auth.session(c.req.raw.headers)
    if (staff !== null) return c.redirect(startFor(staff.account, back), 303)
    const notice =
      c.req.query('out') === undefined ? {} : { notice: accountTexts.signedOut, forget: true }
    return c.html(<SignInPage back={back ?? ''} {...notice} />)
  })
  app.post('/desk/sign-in', async (c) => {
    const form = await readForm(c)
    const [username, password] = [valueOf(form, 'username').trim(), valueOf(form, 'password')]
    const back = ownPath(valueOf(form, 'back'))
    const signedIn = await deps.auth.signIn({
      username,
      password,
      ip: deps.clientIp(c),
      userAgent: c.req.header('user-agent') ?? null,
    })
    c.header('cache-control', 'no-store')
    if ('denied' in signedIn) return denied(c, signedIn, { back: back ?? '', username })
    setCookies(c, signedIn.cookies)
    return c.redirect(startFor(signedIn.account, back), 303)
  })
  app.post('/desk/sign-in/code', async (c) => {
    const form = await readForm(c)
    const back = ownPath(valueOf(form, 'back'))
    const signedIn = await deps.auth.finishSignIn(c.req.raw.headers, valueOf(form, 'code'))
    c.header('cache-control', 'no-store')
    if ('denied' in signedIn) {
      return c.html(<CodePage back={back ?? ''} fault={factorTexts.badCode} />, 401)
    }
    setCookies(c, signedIn.cookies)
    return c.redirect(startFor(signedIn.account, back), 303)
  })
  app.post('/desk/sign-out', async (c) => {
    const { headers } = c.req.raw
    if ((await deps.auth.session(headers)) !== null) setCookies(c, await deps.auth.signOut(headers))
    return c.redirect('/desk/sign-in?out=1', 303)
  })
  return app
}

/** Hands the session's cookies on as the accounts' library wrote them. */
export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

function denied(c: Context, result: Extract<SignIn, { denied: string }>, given: SignInProps) {
  if (result.denied === 'code-needed') {
    setCookies(c, result.cookies)
    return c.html(<CodePage back={given.back} />)
  }
  if (result.denied !== 'throttled') {
    return c.html(<SignInPage {...given} fault={accountTexts.badSignIn} />, 401)
  }
  const minutes = Math.max(1, Math.ceil(result.retryAfterSeconds / 60))
  c.header('retry-after', String(result.retryAfterSeconds))
  return c.html(<SignInPage {...given} fault={fill(accountTexts.throttled, { minutes })} />, 429)
}

function startFor(account: Account, back: string | null): string {
  return owes(account) ?? back ?? (account.role === 'dispatcher' ? '/desk/dispatch' : '/desk')
}
