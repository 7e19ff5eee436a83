import { Hono } from 'hono'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { WebDeps } from '#doors/deps.ts'
import { errorPage } from '../refusals.tsx'
import { chatTexts } from '#web/chat/texts.ts'
import { chatRoutes } from '#web/chat/chat.tsx'
import { wantsJson } from '#web/posted.ts'
import { attachmentRoutes } from '#web/chat/attachments.tsx'
import { trackRoutes } from './track.tsx'

/** Enough for a few thousand Chinese characters in a form. */
const maxBytes = 64 * 1024
/** Take files, within limits of their own. */
const uploadPaths: ReadonlySet<string> = new Set(['/chat/attachments', '/track/supplement'])

/** Everything citizens see: the chat at `/`, progress at `/track`. Mounted at the root. */
export function citizenPages(deps: WebDeps): Hono {
  const app = new Hono()
  const small = bodyLimit({
    maxSize: maxBytes,
    onError: (c) =>
      wantsJson(c)
        ? c.json({ error: chatTexts.tooLong }, 413)
        : errorPage(c, 413, chatTexts.tooLong),
  })
  const limited: MiddlewareHandler = function limitedMiddleware(c, next) {
    return uploadPaths.has(c.req.path) ? next() : small(c, next)
  }
  for (const path of ['/', '/chat/*', '/track', '/track/*']) app.use(path, limited, personal)
  app.route('/', chatRoutes(deps))
  app.route('/', attachmentRoutes(deps))
  app.route('/', trackRoutes(deps))
  return app
}

/** What one person sees is kept by no cache. */
const personal: MiddlewareHandler = async function personalMiddleware(c, next) {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}
