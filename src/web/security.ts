import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'

const policy = 'content-security-policy'

/** Strict headers for every page: nothing inline, nothing from elsewhere, never framed. An answer's own policy stays. */
export function pageHeaders(secure: boolean): MiddlewareHandler {
  const strict = strictHeaders(secure)
  return async function pageHeadersMiddleware(c, next) {
    let own: string | null = null
    await strict(c, async () => {
      await next()
      own = c.res.headers.get(policy)
    })
    if (own !== null) c.header(policy, own)
  }
}

function strictHeaders(secure: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    permissionsPolicy: { geolocation: ['self'], camera: [], microphone: [] },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
  })
}

/** Forms are taken only from our own pages. `origin`: the public one, when a proxy changes it. */
export function sameOrigin(origin: string | null): MiddlewareHandler {
  return csrf({
    origin: (given, c) => given === origin || given === new URL(c.req.url).origin,
  })
}
