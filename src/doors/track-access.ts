import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { parseNumber } from '#domain/ticket/number.ts'
import type { WebDeps } from './deps.ts'

const name = 'huiying_track'
const prefix = 'track.'

/** What opens a ticket to its citizen. */
export type Access = { readonly number: string; readonly code: string }

/** As typed → as stored: a number without dashes and a code with spaces are understood. */
export function readAccess(number: unknown, code: unknown): Access {
  const given = typeof number === 'string' ? number.trim().slice(0, 40) : ''
  const secret = typeof code === 'string' ? code.replace(/[\s-]/gu, '').slice(0, 20) : ''
  return { number: parseNumber(given) ?? given.toUpperCase(), code: secret.toUpperCase() }
}

/** The ticket this browser has opened, from a cookie of this visit; null when none. */
export async function knownAccess(c: Context, deps: WebDeps): Promise<Access | null> {
  const value = await getSignedCookie(c, deps.secret, name)
  if (typeof value !== 'string' || !value.startsWith(prefix)) return null
  const [number, code] = value.slice(prefix.length).split('.')
  return number === undefined || code === undefined ? null : { number, code }
}

/** Keeps a ticket open for this visit, so that its page has an address without the code. */
export async function keepAccess(c: Context, deps: WebDeps, access: Access): Promise<void> {
  await setSignedCookie(c, name, `${prefix}${access.number}.${access.code}`, deps.secret, {
    path: '/track',
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.secure,
  })
}

/** Closes it on this device. */
export function forgetAccess(c: Context, deps: WebDeps): void {
  deleteCookie(c, name, { path: '/track', secure: deps.secure })
}
