import type { Context } from 'hono'
import type { Refusal, RefusalCode } from '#domain/refusal.ts'
import { statuses } from '#domain/ticket/status.ts'
import { fill } from '#doors/labels.ts'
import { PublicPage } from './layout.tsx'
import { errorHome, errorTexts } from './error-texts.ts'
import { refusalTexts } from '#doors/refusal-texts.ts'
import { statusLabels } from '#doors/label-tables.ts'

const statusOf: Readonly<Partial<Record<RefusalCode, 400 | 403 | 404 | 422 | 429>>> = {
  'not-found': 404,
  'not-allowed': 403,
  'not-your-unit': 403,
  'invalid-input': 422,
  'missing-category': 422,
  'missing-place': 422,
  'missing-contact': 422,
  'too-often': 429,
}

/** The HTTP status of a refusal; 409 for what the ticket's state forbids. */
export function refusalStatus(refusal: Refusal): 400 | 403 | 404 | 409 | 422 | 429 {
  return statusOf[refusal.refused] ?? 409
}

/** A refusal in Chinese: why, and what to do next. */
export function refusalText(refusal: Refusal): string {
  const status = statuses.find((known) => known === refusal.params['status'])
  return fill(refusalTexts[refusal.refused], {
    ...refusal.params,
    ...(status === undefined ? {} : { status: statusLabels[status] }),
  })
}

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
