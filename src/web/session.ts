import type { Context, MiddlewareHandler } from 'hono'
import { readerOf } from '#app/notices/own-notices.ts'
import { refuse } from '#domain/refusal.ts'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { refusalPage } from './refusals.tsx'
import { actorOf } from '#doors/staff-auth.ts'
import type { Account, StaffRole } from '#doors/staff-auth.ts'

/**
 * Signed-in staff only: others go to the sign-in page (reading) or are refused (acting). Someone with a
 * one-time password goes nowhere before choosing a new one. Sets `staff` and `ctx`; pages are not cached.
 */
export function requireStaff(deps: WebDeps): MiddlewareHandler<StaffEnv> {
  return async function requireStaffMiddleware(c, next) {
    const staff = await deps.auth.session(c.req.raw.headers)
    if (staff === null) return c.redirect(signInPath(c), 303)
    c.set('staff', staff)
    c.set('ctx', deps.ctxFor(actorOf(staff.account)))
    const changing = c.req.path === '/desk/profile' || c.req.path.startsWith('/desk/profile/')
    const first = owes(staff.account)
    if (first !== null && !changing) return c.redirect(first, 303)
    await countUnread(c)
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    return
  }
}

/** The page somebody has to go to before anything else; null: none. */
export function owes(account: Account): string | null {
  if (account.mustChangePassword) return '/desk/profile'
  return account.mustAddFactor ? '/desk/profile/second-factor' : null
}

/** Counts what the bell shows; once more after a page has marked something as read. */
export async function countUnread(c: Context<StaffEnv>): Promise<void> {
  const ctx = c.get('ctx')
  c.set('staff', { ...c.get('staff'), unread: await ctx.notices.unread(await readerOf(ctx)) })
}

/** Comes back to where one wanted to go, if that was a page of ours. */
function signInPath(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  const back = c.req.method === 'GET' && pathname !== '/desk' ? `${pathname}${search}` : ''
  return back === '' ? '/desk/sign-in' : `/desk/sign-in?back=${encodeURIComponent(back)}`
}

/** Certain roles only. */
export function requireRole(...roles: readonly StaffRole[]): MiddlewareHandler<StaffEnv> {
  return async function requireRoleMiddleware(c, next) {
    if (!roles.includes(c.get('staff').account.role)) return refusalPage(c, refuse('not-allowed'))
    return next()
  }
}
