import type { Context } from 'hono'
import type { Refusal } from '#domain/refusal.ts'
import { refusalStatus, refusalText } from '#doors/refusals.ts'
import { PublicPage } from './layout.tsx'
import { errorHome, errorTexts } from './error-texts.ts'

export type ErrorStatus = keyof typeof errorTexts

type ErrorPageProps = {
  readonly status: ErrorStatus
  readonly next?: string
  readonly home?: string
}

function ErrorPage({ status, next, home = '/' }: ErrorPageProps) {
  const text = errorTexts[status]
  return (
    <PublicPage title={text.title}>
      <main id="main" class="narrow" tabindex={-1}>
        <h1>{text.title}</h1>
        <p>{next ?? text.next}</p>
        <p>
          <a class="button" href={home}>
            {errorHome}
          </a>
        </p>
      </main>
    </PublicPage>
  )
}

/** A page that says what went wrong and what to do next; for the app's error handlers too. */
export function errorPage(c: Context, status: ErrorStatus, next?: string) {
  const home = c.req.path.startsWith('/desk') || c.req.path.startsWith('/bureau') ? '/desk' : '/'
  return c.html(
    <ErrorPage status={status} home={home} {...(next === undefined ? {} : { next })} />,
    status,
  )
}

/** The page for a refused request. */
export function refusalPage(c: Context, refusal: Refusal) {
  const status = refusalStatus(refusal)
  return errorPage(c, status, refusalText(refusal))
}
