import { describe, expect, it } from 'vitest'
import { notifyStaff } from '#app/notices/notify-staff.ts'
import type { NoticeTarget } from '#app/notices/notices-port.ts'
import { aRouting, anOpenCommand, commands, day, start } from '#tests/support/build.ts'
import { openReceiver } from '#tests/support/fakes/receiver.ts'
import { openDesk, read, step } from '#tests/web/desk/desk-world.ts'
import type { DeskWorld } from '#tests/web/desk/desk-world.ts'

const guoyuan = '110118002'
const officer = { role: 'officer', unit: guoyuan } as const
const lead = { role: 'unit-lead', unit: guoyuan } as const
const list = '/desk/notices'
const choicesPath = '/desk/notices/choices'
const targetsPath = '/desk/notices/targets'
const robot = { owner: guoyuan, way: 'wecom-robot', label: '果园街道工作群' }
const key = 'b1d4f6c2-0001-4e55-9d11-1234567890ab'

/** How many the bell of a page shows; null when there is no bell. */
function bellOf(page: string): number | null {
  if (!page.includes('href="/desk/notices"')) return null
  return Number(/class="bell">(\d+)/.exec(page)?.[1] ?? 0)
}

async function theTarget({ house }: DeskWorld): Promise<NoticeTarget> {
  const [target] = await house.ports.noticeTargets.list(null)
  if (target === undefined) throw new Error('no group')
  return target
}

describe('the bell', () => {
  it('counts what a person has not seen; opening the ticket reads it, for them alone', async () => {
    const world = await openDesk()
    const [one, other] = [await world.signedIn(officer), await world.signedIn(officer)]
    const number = await world.opens(anOpenCommand())
    expect(bellOf(await read(one, '/desk'))).toBe(1)
    expect(bellOf(await read(one, `/desk/tickets/${number}`))).toBe(0)
    expect(bellOf(await read(one, '/desk'))).toBe(0)
    expect(bellOf(await read(other, '/desk'))).toBe(1)
  })

  it('is not there for whoever is never told', async () => {
    const world = await openDesk()
    const admin = await world.signedIn({ role: 'administrator' })
    expect(bellOf(await read(admin, '/desk/accounts'))).toBeNull()
  })

  it('shows nothing to another unit, and the desk what waits there', async () => {
    const world = await openDesk()
    const water = await world.signedIn({ role: 'officer', unit: 'water-bureau' })
    const desk = await world.signedIn({ role: 'dispatcher' })
    const own = await world.signedIn(officer)
    for (const unit of aRouting().supporting) await world.signedIn({ role: 'officer', unit })
    const number = await world.opens(anOpenCommand())
    expect([bellOf(await read(water, '/desk')), bellOf(await read(desk, '/desk'))]).toEqual([0, 0])
    await step(own, number, { ...commands.return, clause: '' })
    expect(bellOf(await read(desk, '/desk'))).toBe(1)
    expect(await read(desk, list)).toContain('有工单等待派单')
  })
})

describe('the list of notices', () => {
  it('says what happened, where, by when, and never what the citizen said', async () => {
    const world = await openDesk()
    const own = await world.signedIn(officer)
    const number = await world.opens(anOpenCommand())
    const page = await read(own, list)
    for (const told of ['新工单派到本单位', number, '露天烧烤 果园街道 果园西里', '签收时限']) {
      expect(page).toContain(told)
    }
    expect(page).not.toContain('南门')
  })

  it('of a secret report shows no category and no place', async () => {
    const world = await openDesk()
    const own = await world.signedIn(officer)
    await world.opens(anOpenCommand({ secrecy: true }))
    const page = await read(own, list)
    expect(page).toContain('举报保密')
    expect(page).not.toContain('果园西里')
  })

  it('is read at once by a button; what was read stays under all', async () => {
    const world = await openDesk()
    const own = await world.signedIn(officer)
    const number = await world.opens(anOpenCommand())
    const answer = await own.post('/desk/notices/read')
    expect(answer.headers.get('location')).toBe('/desk/notices?done=read')
    expect(await read(own, list)).toContain('没有未读的通知')
    expect(await read(own, `${list}?list=all`)).toContain(number)
  })

  it('comes in pages', async () => {
    const world = await openDesk()
    const own = await world.signedIn(officer)
    for (let n = 0; n < 31; n += 1) await world.opens(anOpenCommand())
    const first = await read(own, `${list}?list=all`)
    const [, older = ''] = /href="(\/desk\/notices\?list=all&amp;before=\d+)"/.exec(first) ?? []
    const second = await read(own, older.replace('&amp;', '&'))
    expect(first.match(/class="number touch"/g)).toHaveLength(30)
    expect(second.match(/class="number touch"/g)).toHaveLength(1)
  })
})

describe('choices', () => {
  const times = { dailyAt: '09:15', quietFrom: '21:00', quietTo: '06:30' }

  it('are kept per person and shown again', async () => {
    const world = await openDesk()
    const own = await world.signedIn(officer)
    const kinds = [...(await read(own, choicesPath)).matchAll(/name="mode\.([a-z-]+)"/g)]
    const modes = Object.fromEntries(kinds.map(([, kind = '']) => [`mode.${kind}`, 'daily']))
    const saved = await own.post(choicesPath, {
      ...modes,
      'mode.urged': 'off',
      ...times,
      quiet: 'on',
    })
    expect(saved.headers.get('location')).toBe(`${choicesPath}?done=saved`)
    const { choices } = await world.house.ports.staff.contact(own.account.id)
    expect(choices).toMatchObject({
      modes: { urged: 'off', dispatched: 'daily' },
      dailyAt: 555,
      quiet: { from: 1260, to: 390 },
    })
    const page = await read(own, choicesPath)
    expect(page).toMatch(/name="mode\.urged".*?value="off" selected/s)
    for (const time of Object.values(times)) expect(page).toContain(`value="${time}"`)
  })

  it('without the box there are no quiet hours; what was never offered is refused', async () => {
    const world = await openDesk()
    const desk = await world.signedIn({ role: 'dispatcher' })
    const modes = ['to-dispatch', 'to-decide', 'yellow', 'red'].map((kind) => [
      `mode.${kind}`,
      'now',
    ])
    await desk.post(choicesPath, { ...Object.fromEntries(modes), ...times })
    expect((await world.house.ports.staff.contact(desk.account.id)).choices?.quiet).toBeNull()
    const wrong = { ...Object.fromEntries(modes), 'mode.red': 'whenever', ...times }
    expect((await desk.post(choicesPath, wrong)).status).toBe(422)
  })

  it('a person without notices has none to make, and without a mail server nobody gives an address', async () => {
    const world = await openDesk()
    const operator = await world.signedIn({ role: 'operator' })
    expect(await read(operator, choicesPath)).not.toContain('name="mode.')
    const own = await world.signedIn(officer)
    expect(await read(own, choicesPath)).toContain('没有开启邮件')
    const answer = await own.post(`${choicesPath}/email`, { email: 'a@example.gov.cn' })
    expect([answer.status, (await answer.text()).includes('没有开启邮件')]).toEqual([422, true])
  })
})

describe('groups of a unit', () => {
  it('are added by its lead: the key is kept and no longer shown', async () => {
    const world = await openDesk()
    const own = await world.signedIn(lead)
    const address = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`
    const added = await own.post(targetsPath, { ...robot, address })
    expect(added.status).toBe(200)
    expect((await theTarget(world)).address).toEqual({ way: 'wecom-robot', key })
    const page = await read(own, targetsPath)
    expect(page).toContain('果园街道工作群')
    expect(page).toContain('末尾 90ab')
    expect(page).not.toContain(key)
  })

  it('a webhook’s secret is shown once', async () => {
    const world = await openDesk()
    const own = await world.signedIn(lead)
    const hook = {
      owner: guoyuan,
      way: 'webhook',
      label: '街道系统',
      address: 'https://hook.example.gov.cn/in',
    }
    const page = await (await own.post(targetsPath, hook)).text()
    expect(page).toMatch(/whsec_[A-Za-z0-9+/=]{40,}/)
    expect(await read(own, targetsPath)).not.toContain('whsec_')
  })

  it.each([
    ['wecom-robot', 'short'],
    ['line-group', 'U00000000000000000000000000000000'],
    ['webhook', 'http://hook.example.gov.cn/'],
    ['webhook', 'https://192.168.1.1/hook'],
  ])('by %s at %s are refused, and what was typed stays', async (way, address) => {
    const world = await openDesk()
    const own = await world.signedIn(lead)
    const answer = await own.post(targetsPath, { ...robot, way, address })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(way === 'line-group' ? '没有开启' : address)
    expect(await world.house.ports.noticeTargets.list(null)).toEqual([])
  })

  it('are set by nobody else: not by an officer, not for another unit, not another’s', async () => {
    const world = await openDesk()
    const own = await world.signedIn(lead)
    await own.post(targetsPath, { ...robot, address: key })
    const { id } = await theTarget(world)
    expect((await (await world.signedIn(officer)).get(targetsPath)).status).toBe(403)
    const water = await world.signedIn({ role: 'unit-lead', unit: 'water-bureau' })
    expect((await water.post(targetsPath, { ...robot, address: key })).status).toBe(403)
    for (const what of ['', '/test', '/remove']) {
      const fields = { 'mode.urged': 'now', dailyAt: '08:00', quietFrom: '22:00', quietTo: '07:00' }
      const status = (await water.post(`${targetsPath}/${id}${what}`, fields)).status
      expect([403, 404, 422], what).toContain(status)
    }
    expect(await read(water, targetsPath)).not.toContain('果园街道工作群')
    expect(await world.house.ports.noticeTargets.list(null)).toHaveLength(1)
  })

  it('of the desk are set by the administrator, tested, changed and removed', async () => {
    const wecom = await openReceiver({ status: 200, body: '{"errcode":0}' })
    const world = await openDesk({ wecomApiUrl: wecom.url })
    const admin = await world.signedIn({ role: 'administrator' })
    await admin.post(targetsPath, {
      ...robot,
      owner: 'dispatchers',
      label: '派单台值班群',
      address: key,
    })
    const { id } = await theTarget(world)
    await admin.post(`${targetsPath}/${id}/test`)
    await notifyStaff(world.house.ctxFor(null))
    expect(wecom.calls.map(({ body }) => body).join()).toContain('派单台值班群')
    const kinds = [...(await read(admin, targetsPath)).matchAll(/name="mode\.([a-z-]+)"/g)]
    const modes = Object.fromEntries(kinds.map(([, kind = '']) => [`mode.${kind}`, 'off']))
    await admin.post(`${targetsPath}/${id}`, {
      ...modes,
      dailyAt: '08:00',
      quietFrom: '22:00',
      quietTo: '07:00',
    })
    expect((await theTarget(world)).choices.modes['to-dispatch']).toBe('off')
    await admin.post(`${targetsPath}/${id}/remove`)
    expect(await world.house.ports.noticeTargets.list(null)).toEqual([])
  })
})

describe('what did not reach its group', () => {
  it('stands at the desk with its name and the reason in Chinese, and is sent again by a button', async () => {
    const wecom = await openReceiver({ status: 200, body: '{"errcode":0}' })
    const world = await openDesk({ wecomApiUrl: wecom.url })
    const own = await world.signedIn(lead)
    await own.post(targetsPath, { ...robot, address: key })
    const desk = await world.signedIn({ role: 'dispatcher' })
    wecom.plan({ status: 200, body: '{"errcode":93000}' })
    const number = await world.opens(anOpenCommand())
    await notifyStaff(world.house.ctxFor(null))
    const page = await read(desk, '/desk/outbox')
    for (const told of [
      `href="/desk/tickets/${number}"`,
      '企业微信群机器人',
      '果园街道工作群',
      '群机器人已删除',
      'wecom-robot-93000',
    ]) {
      expect(page).toContain(told)
    }
    const [, retry = ''] = /action="(\/desk\/outbox\/[^"]+\/retry)"/.exec(page) ?? []
    await desk.post(retry)
    world.clock.now = start + day / 2
    await notifyStaff(world.house.ctxFor(null))
    expect(await read(desk, '/desk/outbox')).not.toContain('群机器人')
    expect(wecom.calls).toHaveLength(2)
  })
})
