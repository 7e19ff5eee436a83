import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { serveStatic as fromDisk } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

const absolute = fileURLToPath(new URL('../web/static', import.meta.url))
const folder = relative(process.cwd(), absolute)

/** A tag for the content of each file, taken when the server starts: they change with it alone. */
const tags: ReadonlyMap<string, string> = new Map(
  readdirSync(absolute).map((name) => {
    const hash = createHash('sha256')
      .update(readFileSync(`${absolute}/${name}`))
      .digest('base64url')
    return [`/${name}`, `"${hash.slice(0, 22)}"`]
  }),
)

const serve = fromDisk({
  root: folder === '' ? '.' : folder,
  rewriteRequestPath: (path) => path.replace(/^\/static/, ''),
})

/**
 * Files of src/web/static under /static, from disk; on Workers the platform serves them. Kept for an hour and asked
 * for again by their tag, so that a new version of the house is seen the same day.
 */
export const serveStatic: MiddlewareHandler = async function serveStaticMiddleware(c, next) {
  const tag = tags.get(c.req.path.replace(/^\/static/, ''))
  if (tag === undefined) return next()
  c.header('etag', tag)
  c.header('cache-control', 'public, max-age=3600')
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim())
  if (known.some((one) => one === '*' || one.replace(/^W\//, '') === tag)) return c.body(null, 304)
  return serve(c, next)
}
