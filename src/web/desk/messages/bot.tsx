import { Hono } from 'hono'
import { renderSVG } from 'uqr'
import { readBot } from '#app/outbox/read-bot.ts'
import type { BotView } from '#app/outbox/read-bot.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { StaffPage } from '#web/layout.tsx'
import { refusalPage } from '#web/refusals.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { botTexts } from './bot-texts.ts'

/** Seconds after which the page looks again: a login code lives for some minutes, a scan for seconds. */
const refreshSeconds = 5

const colours = { starting: 'amber', waiting: 'amber', online: 'green', offline: 'red' } as const

function Code({ code }: { readonly code: string }) {
  const drawn = btoa(renderSVG(code, { ecc: 'M', border: 4 }))
  return (
    <figure class="code">
      <img src={`data:image/svg+xml;base64,${drawn}`} alt={botTexts.codeAlt} width="280" />
      <figcaption>{botTexts.scan}</figcaption>
    </figure>
  )
}

function Facts({ bot }: { readonly bot: BotView }) {
  const { account, since, seenAt, reason } = bot
  const facts = [
    [botTexts.account, account],
    [botTexts.since, dateTime(since)],
    [botTexts.seenAt, dateTime(seenAt)],
    [botTexts.reason, reason === null ? null : (botTexts.reasons[reason] ?? reason)],
  ]
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  )
}

function hintOf({ alive, state }: BotView, isAdmin: boolean): string {
  if (!alive) return botTexts.goneHint
  return state === 'waiting' && !isAdmin ? botTexts.askAdmin : botTexts.hints[state]
}

function State({ bot, isAdmin }: { readonly bot: BotView; readonly isAdmin: boolean }) {
  const { alive, state, code } = bot
  return (
    <section class="card">
      <p>
        <span class={`badge ${alive ? colours[state] : 'red'}`}>
          {alive ? botTexts.states[state] : botTexts.gone}
        </span>
      </p>
      {code === null ? <p>{hintOf(bot, isAdmin)}</p> : <Code code={code} />}
      <Facts bot={bot} />
    </section>
  )
}

type BotProps = { readonly staff: StaffSession; readonly bot: BotView | null }

function BotPage({ staff, bot }: BotProps) {
  return (
    <StaffPage title={botTexts.title} staff={staff} path="/desk/wechat">
      <h1>{botTexts.title}</h1>
      <p class="soft">{botTexts.intro}</p>
      {bot === null ? (
        <p class="card">{botTexts.never}</p>
      ) : (
        <State bot={bot} isAdmin={staff.account.role === 'administrator'} />
      )}
    </StaffPage>
  )
}

/** How the WeChat bot stands, and the code by which an administrator signs its account in. */
export function botPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/wechat', async (c) => {
    const bot = await readBot(c.get('ctx'))
    if (isRefusal(bot)) return refusalPage(c, bot)
    const isSettled = bot === null || (bot.alive && bot.state === 'online')
    if (!isSettled) c.header('refresh', String(refreshSeconds))
    return c.html(<BotPage staff={c.get('staff')} bot={bot} />)
  })
  return app
}
