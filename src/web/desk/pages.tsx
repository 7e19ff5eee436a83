import { Hono } from 'hono'
import type { StaffEnv, WebDeps } from '../deps.ts'
import { requireStaff } from '../session.ts'
import { accessLogPages } from './access-log.tsx'
import { accountPages } from './accounts.tsx'
import { attachmentPages } from './attachments.tsx'
import { botPages } from './bot.tsx'
import { callbackPages } from './callbacks.tsx'
import { deskListPages } from './desk.tsx'
import { dispatchPages } from './dispatch.tsx'
import { floodingPages } from './flooding.tsx'
import { hotlinePages } from './hotline.tsx'
import { importPages } from './import.tsx'
import { inboxPages } from './inbox.tsx'
import { noticeChoicesPages } from './notice-choices.tsx'
import { noticeTargetPages } from './notice-targets.tsx'
import { noticePages } from './notices.tsx'
import { outboxPages } from './outbox.tsx'
import { profilePages } from './profile.tsx'
import { revealPages } from './reveal.tsx'
import { secondFactorPages } from './second-factor.tsx'
import { signInPages } from './sign-in.tsx'
import { ticketPages } from './ticket.tsx'

/** Pages of the staff under /desk, to be mounted at '/'. Everything but signing in and out wants a session. */
export function deskPages(deps: WebDeps): Hono {
  const staff = new Hono<StaffEnv>()
  staff.use('/desk/*', requireStaff(deps))
  staff.route('/', deskListPages())
  staff.route('/', profilePages(deps))
  staff.route('/', secondFactorPages(deps))
  staff.route('/', dispatchPages())
  staff.route('/', floodingPages())
  staff.route('/', ticketPages())
  staff.route('/', attachmentPages())
  staff.route('/', revealPages())
  staff.route('/', accountPages(deps))
  staff.route('/', outboxPages())
  staff.route('/', botPages())
  staff.route('/', inboxPages())
  staff.route('/', noticePages())
  staff.route('/', noticeChoicesPages())
  staff.route('/', noticeTargetPages())
  staff.route('/', callbackPages())
  staff.route('/', hotlinePages())
  staff.route('/', importPages(deps))
  staff.route('/', accessLogPages(deps))
  const app = new Hono()
  app.route('/', signInPages(deps))
  app.route('/', staff)
  return app
}
