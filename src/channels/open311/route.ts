import { Hono } from 'hono'
import type { Context } from 'hono'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import type { Ctx } from '#app/ctx.ts'
import { NewerData, StorageUnavailable } from '#app/errors.ts'
import { makeAccess } from './access.ts'
import { house } from './backend.ts'
import { discovery } from './discovery.ts'
import { faultOf } from './errors.ts'
import { endpoint } from './endpoint.ts'
import { makePractice } from './practice.ts'
import { answerFaults, answerWith } from './write.ts'
import type { Format } from './write.ts'

export type Open311Deps = {
  readonly ctx: () => Ctx
  readonly clientIp: (c: Context) => string | null
  /** The address people use. */
  readonly url: string
  /** The office lets the public read words that a person has released. */
  readonly publishesWords: boolean
}

/**
 * Open311 under /open311: discovery, GeoReport v2 (v2), and the same for practice (test/v2), where nothing
 * reported becomes a ticket. Reading is open to everybody, writing needs a key.
 */
export function open311Route(deps: Open311Deps): Hono {
  const app = new Hono()
  const access = makeAccess(deps.clientIp)
  app.use(cors({ origin: '*', allowMethods: ['GET', 'POST'] }))
  // Some clients look for it beside the endpoint.
  for (const base of ['', '/v2']) {
    app.get(`${base}/:file{discovery\\.(?:xml|json)}`, (c) =>
      answerWith(c, formatOf(c), { root: 'discovery', body: discovery(deps.url) }),
    )
  }
  app.route('/v2', endpoint({ ...deps, access, backend: house }))
  app.route('/test/v2', endpoint({ ...deps, access, backend: makePractice() }))
  app.all('*', (c) => answerFaults(c, formatOf(c), [faultOf('no-resource', 404)]))
  app.onError((error, c) => answerFaults(c, formatOf(c), [faultOfError(error, deps.ctx())]))
  return app
}

/** As the address ends; XML, the standard's required format, for any other. */
function formatOf(c: Context): Format {
  return c.req.path.endsWith('.json') ? 'json' : 'xml'
}

function faultOfError(error: Error, ctx: Ctx) {
  const isBusy = error instanceof StorageUnavailable || error instanceof NewerData
  if (isBusy) return faultOf('busy', 503)
  if (error instanceof HTTPException && error.status < 500) {
    return error.status === 413 ? faultOf('too-large', 413) : faultOf('malformed')
  }
  ctx.log.error('open311.failed', { error: error.name })
  return faultOf('internal', 500)
}
