import type { Context } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { z } from 'zod'

const name = 'huiying_chat'
/** A dialogue is found again this long after the last visit, in seconds. */
const lifetime = 180 * 24 * 3600
const prefix = 'chat.'
const sender = z.uuid()

export type CookieSettings = {
  /** Signs the cookie. */
  readonly secret: string
  /** Over https only. */
  readonly secure: boolean
}

/** Who writes from this browser: the random id in its signed cookie; null when it has none of ours. */
export async function knownSender(c: Context, { secret }: CookieSettings): Promise<string | null> {
  const value = await getSignedCookie(c, secret, name)
  if (typeof value !== 'string' || !value.startsWith(prefix)) return null
  return sender.safeParse(value.slice(prefix.length)).data ?? null
}

/** As `knownSender`, making an id for a new browser; the cookie's life begins anew. */
export async function ensureSender(
  c: Context,
  settings: CookieSettings,
  newId: () => string,
): Promise<string> {
  const id = (await knownSender(c, settings)) ?? newId()
  await setSignedCookie(c, name, `${prefix}${id}`, settings.secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: settings.secure,
    maxAge: lifetime,
  })
  return id
}
