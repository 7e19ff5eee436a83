import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { serveStatic as fromDisk } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

const folder = relative(process.cwd(), fileURLToPath(new URL('../web/static', import.meta.url)))

/** Files of src/web/static under /static, from disk; on Workers the platform serves them. */
export const serveStatic: MiddlewareHandler = fromDisk({
  root: folder === '' ? '.' : folder,
  rewriteRequestPath: (path) => path.replace(/^\/static/, ''),
})
