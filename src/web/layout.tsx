import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { audiencesOf } from '#domain/notices/notices.ts'
import type { StaffRole, StaffSession } from '#doors/staff-auth.ts'
import { roleLabels } from '#doors/label-tables.ts'
import { staffNav } from './nav-texts.ts'
import { words } from '#doors/words.ts'
import { unitLabel } from '#doors/labels.ts'

type FrameProps = {
  readonly title: string
  readonly scripts?: readonly string[]
  readonly class?: string
  readonly header: Child
  readonly children?: Child
}

function Frame({ title, scripts = [], class: name = '', header, children }: FrameProps) {
  return (
    <>
      {html`<!doctype html>`}
      <html lang="zh-Hans-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#0b5c66" />
          <title>{`${title} · ${words.product}`}</title>
          <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/static/app.css" />
          {scripts.map((src) => (
            <script type="module" src={`/static/${src}`}></script>
          ))}
        </head>
        <body class={name}>
          <a class="skip" href="#main">
            {words.skip}
          </a>
          {header}
          {children}
        </body>
      </html>
    </>
  )
}

type PublicPageProps = {
  readonly title: string
  readonly scripts?: readonly string[]
  readonly class?: string
  readonly links?: readonly { readonly href: string; readonly label: string }[]
  readonly children?: Child
}

/** A page for citizens. The child is expected to hold `<main id="main">`. */
export function PublicPage({ links = [], children, ...frame }: PublicPageProps) {
  const header = (
    <header class="top">
      <a class="brand" href="/">
        <strong>{words.product}</strong> <span>{words.office}</span>
      </a>
      <nav>
        {links.map((link) => (
          <a href={link.href}>{link.label}</a>
        ))}
      </nav>
    </header>
  )
  return (
    <Frame {...frame} header={header}>
      {children}
    </Frame>
  )
}

const navigation: readonly {
  readonly href: string
  readonly label: string
  readonly roles: readonly StaffRole[]
}[] = [
  {
    href: '/desk',
    label: staffNav.inbox,
    roles: ['officer', 'unit-lead', 'dispatcher', 'operator', 'inspector'],
  },
  { href: '/desk/hotline', label: staffNav.hotline, roles: ['operator', 'dispatcher'] },
  { href: '/desk/import', label: staffNav.import, roles: ['operator', 'dispatcher'] },
  { href: '/desk/callbacks', label: staffNav.callbacks, roles: ['operator'] },
  {
    href: '/desk/dispatch',
    label: staffNav.dispatchDesk,
    roles: ['dispatcher', 'inspector', 'administrator'],
  },
  {
    href: '/desk/cases',
    label: staffNav.desk,
    roles: ['officer', 'unit-lead', 'dispatcher', 'operator', 'inspector', 'administrator'],
  },
  { href: '/desk/replies', label: staffNav.replies, roles: ['officer', 'unit-lead'] },
  { href: '/desk/score', label: staffNav.ownScore, roles: ['officer', 'unit-lead'] },
  {
    href: '/bureau',
    label: staffNav.bureau,
    roles: ['dispatcher', 'inspector', 'administrator'],
  },
  { href: '/desk/accounts', label: staffNav.accounts, roles: ['administrator'] },
  { href: '/desk/wechat', label: staffNav.bot, roles: ['administrator'] },
  {
    href: '/desk/notices/targets',
    label: staffNav.noticeTargets,
    roles: ['administrator'],
  },
  { href: '/desk/settings', label: staffNav.settings, roles: ['administrator'] },
  { href: '/desk/access-log', label: staffNav.accessLog, roles: ['administrator'] },
]

type StaffPageProps = {
  readonly title: string
  readonly staff: StaffSession
  readonly path: string
  /** Besides what all pages of the desk have. */
  readonly class?: string
  readonly scripts?: readonly string[]
  readonly children?: Child
}

const mostShown = 99

/** What there is to read, and how much of it. */
function Bell({ unread, path }: { readonly unread: number; readonly path: string }) {
  const shown = unread > mostShown ? `${String(mostShown)}+` : String(unread)
  return (
    <a href="/desk/notices" aria-current={path === '/desk/notices' ? 'page' : undefined}>
      {staffNav.bell}
      {unread === 0 ? null : (
        <span class="bell">
          {shown}
          <span class="hidden">{staffNav.unreadMark}</span>
        </span>
      )}
    </a>
  )
}

/** A page for staff: who is signed in, where they may go, and the page itself. */
export function StaffPage({ staff, path, children, class: own, ...frame }: StaffPageProps) {
  const { account } = staff
  const where = navigation.filter((item) => item.roles.includes(account.role))
  const header = (
    <header class="top staff">
      <a class="brand" href="/desk">
        <strong>{words.product}</strong>
      </a>
      <nav aria-label={staffNav.nav}>
        {where.map((item) => (
          <a href={item.href} aria-current={item.href === path ? 'page' : undefined}>
            {item.label}
          </a>
        ))}
      </nav>
      <div class="who">
        {audiencesOf(account).length === 0 ? null : <Bell unread={staff.unread ?? 0} path={path} />}
        <a href="/desk/profile" aria-current={path === '/desk/profile' ? 'page' : undefined}>
          {account.name}{' '}
          <small>
            {account.unit === null ? '' : `${unitLabel(account.unit)} `}
            {roleLabels[account.role]}
          </small>
        </a>
        <form method="post" action="/desk/sign-out">
          <button class="quiet">{staffNav.signOut}</button>
        </form>
      </div>
    </header>
  )
  return (
    <Frame {...frame} class={own === undefined ? 'desk' : `desk ${own}`} header={header}>
      <main id="main" tabindex={-1}>
        {children}
      </main>
    </Frame>
  )
}
