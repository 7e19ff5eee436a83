import { Hono } from 'hono'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { requireStaff } from '../session.ts'
import { accessLogPages } from './accounts/access-log.tsx'
import { accountPages } from './accounts/accounts.tsx'
import { attachmentPages } from './ticket/attachments.tsx'
import { botPages } from './messages/bot.tsx'
import { callbackPages } from './hotline/callbacks.tsx'
import { casesPages } from './queue/cases.tsx'
import { dispatchPages } from './queue/dispatch.tsx'
import { floodingPages } from './queue/flooding.tsx'
import { hotlinePages } from './hotline/hotline.tsx'
import { importPages } from './import/import.tsx'
import { worklistPages } from './queue/worklist.tsx'
import { manyPages } from './queue/many.tsx'
import { noticeChoicesPages } from './messages/notice-choices.tsx'
import { noticeTargetPages } from './messages/notice-targets.tsx'
import { noticePages } from './messages/notices.tsx'
import { replyPages } from './replies/replies.tsx'
import { outboxPages } from './messages/outbox.tsx'
import { profilePages } from './accounts/profile.tsx'
import { revealPages } from './ticket/reveal.tsx'
import { secondFactorPages } from './accounts/second-factor.tsx'
import { settingPages } from './settings/settings.tsx'
import { signInPages } from './accounts/sign-in.tsx'
import { ticketPages } from './ticket/ticket.tsx'

/** Pages of the staff under /desk, to be mounted at '/'. Everything but signing in and out wants a session. */
export function deskPages(deps: WebDeps): Hono {
  const staff = new Hono<StaffEnv>()
  staff.use('/desk/*', requireStaff(deps))
  staff.route('/', worklistPages())
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
  staff.route('/', casesPages())
  staff.route('/', manyPages())
  staff.route('/', noticePages())
  staff.route('/', noticeChoicesPages())
  staff.route('/', noticeTargetPages())
  staff.route('/', callbackPages())
  staff.route('/', hotlinePages())
  staff.route('/', importPages(deps))
  staff.route('/', accessLogPages(deps))
  staff.route('/', settingPages())
  staff.route('/', replyPages())
  const app = new Hono()
  app.route('/', signInPages(deps))
  app.route('/', staff)
  return app
}
