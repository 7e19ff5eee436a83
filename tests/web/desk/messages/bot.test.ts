import { describe, expect, it } from 'vitest'
import type { BotReport } from '#app/outbox/bot-port.ts'
import { openDesk } from '#tests/web/desk/desk-world.ts'
import type { DeskWorld } from '#tests/web/desk/desk-world.ts'

const code = 'https://login.example/a-code'
const waiting: BotReport = { state: 'waiting', code, account: null, reason: null }
const login = 'alt="微信登录码"'

async function reports(desk: DeskWorld, report: BotReport) {
  const { bots } = desk.house.ports
  await bots.hold('bot', { now: desk.clock.now, staleBefore: 0 })
  await bots.report('bot', report, desk.clock.now)
}

async function lookedAtBy(desk: DeskWorld, role: 'administrator' | 'dispatcher' | 'officer') {
  const somebody = await desk.signedIn({ role, unit: role === 'officer' ? '110118002' : null })
  const response = await somebody.get('/desk/wechat')
  const { status, headers } = response
  return { status, refresh: headers.get('refresh'), text: await response.text() }
}

describe('The page of the WeChat bot', () => {
  it('says how to start one when none has run', async () => {
    const { text } = await lookedAtBy(await openDesk(), 'administrator')
    expect(text).toContain('npm run wechat')
  })

  it('shows the login code to an administrator, and looks again by itself', async () => {
    const desk = await openDesk()
    await reports(desk, waiting)
    const { text, refresh } = await lookedAtBy(desk, 'administrator')
    expect(text).toContain(login)
    expect(refresh).toBe('5')
  })

  it('shows the state without the code to a dispatcher', async () => {
    const desk = await openDesk()
    await reports(desk, waiting)
    const { text } = await lookedAtBy(desk, 'dispatcher')
    expect(text).toContain('等待扫码')
    expect(text).toContain('请管理员')
    expect(text).not.toContain(login)
  })

  it('is not for the officers of units', async () => {
    const desk = await openDesk()
    await reports(desk, waiting)
    const { status, text } = await lookedAtBy(desk, 'officer')
    expect(status).toBe(403)
    expect(text).not.toContain('等待扫码')
  })

  it('shows the account that is online', async () => {
    const desk = await openDesk()
    await reports(desk, { state: 'online', code: null, account: '密云环保', reason: null })
    const { text, refresh } = await lookedAtBy(desk, 'administrator')
    expect(text).toMatch(/在线[\s\S]*密云环保/)
    expect(refresh).toBeNull()
  })

  it('says in words why it is offline', async () => {
    const desk = await openDesk()
    await reports(desk, { state: 'offline', code: null, account: null, reason: 'signed-out' })
    expect((await lookedAtBy(desk, 'administrator')).text).toContain('微信号退出了登录')
  })

  it('a bot whose process is silent for half a minute counts as not running; its code is gone', async () => {
    const desk = await openDesk()
    await reports(desk, waiting)
    desk.clock.now += 30_000
    const { text } = await lookedAtBy(desk, 'administrator')
    expect(text).toContain('未运行')
    expect(text).not.toContain(login)
  })
})
