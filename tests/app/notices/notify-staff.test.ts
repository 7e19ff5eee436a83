import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { notifyStaff } from '#app/notices/notify-staff.ts'
import { confirmEmail, proposeEmail } from '#app/notices/own-notices.ts'
import { defaultChoices } from '#domain/notices/choices.ts'
import { aCitizen, commands, day, hour, minute, start } from '#tests/support/build.ts'
import { openMailServer } from '#tests/support/fakes/mail-server.ts'
import { openReceiver } from '#tests/support/fakes/receiver.ts'
import { openNoticesHouse } from './notices-world.ts'

const guoyuan = { role: 'officer', unit: '110118002' } as const
const email = 'li.jianguo@example.gov.cn'
const from = '回应 <no-reply@huiying.example.gov.cn>'
const secret = `whsec_${Buffer.from('a secret of one endpoint').toString('base64')}`
const allowed = { HUIYING_WEBHOOK_PRIVATE: '1' }

async function withMail(login = '') {
  const server = await openMailServer()
  const env = { HUIYING_SMTP_URL: server.url(login), HUIYING_MAIL_FROM: from }
  return { server, world: await openNoticesHouse(env) }
}

async function withWebhook() {
  const receiver = await openReceiver()
  const world = await openNoticesHouse(allowed)
  await world.group({ way: 'webhook', url: `${receiver.url}/hook?of=guoyuan`, secret })
  return { receiver, world }
}

describe('mail to staff', () => {
  it('tells a person of the unit: number, category, village, deadline, link; never the citizen', async () => {
    const { server, world } = await withMail()
    await world.hire(guoyuan, email)
    const number = await world.opens()
    await notifyStaff(world.ctx)
    const [mail] = server.received
    expect(mail?.to).toEqual([email])
    const text = mail === undefined ? '' : server.textOf(mail)
    expect(text).toContain(`${number} 新工单派到本单位`)
    expect(text).toContain('露天烧烤 果园街道 果园西里')
    expect(text).toContain('签收时限')
    expect(text).toContain(`https://huiying.example.gov.cn/desk/tickets/${number}`)
    for (const personal of ['南门', '冒烟', 'citizen-1', '王女士'])
      expect(text).not.toContain(personal)
  })

  it('of a secret report tells nothing but the number and the deadline', async () => {
    const { server, world } = await withMail()
    await world.hire(guoyuan, email)
    const number = await world.opens({ secrecy: true })
    await notifyStaff(world.ctx)
    const text = server.received.map(server.textOf).join()
    expect(text).toContain(number)
    expect(text).toContain('时限')
    for (const told of ['烧烤', '果园', '派到本单位']) expect(text).not.toContain(told)
  })

  it('goes to nobody of another unit, to nobody whose account is disabled, and to nobody twice', async () => {
    const { server, world } = await withMail()
    await world.hire({ role: 'officer', unit: 'water-bureau' }, 'water@example.gov.cn')
    const gone = await world.hire(guoyuan, 'gone@example.gov.cn')
    await world.hire(guoyuan, email)
    await world.house.auth.setDisabled(gone.actor.id, true)
    await world.opens()
    await Promise.all([notifyStaff(world.ctx), notifyStaff(world.ctx)])
    await notifyStaff(world.ctx)
    expect(server.received.map(({ to }) => to)).toEqual([[email]])
  })

  it('waits for the end of the quiet hours and leaves as one, unless a ticket is urgent', async () => {
    const { server, world } = await withMail()
    await world.hire(guoyuan, email)
    world.clock.now = start + 14 * hour
    const numbers = [await world.opens(), await world.opens()]
    await notifyStaff(world.ctx)
    expect(server.received).toEqual([])
    const urgent = await world.opens({ urgency: 'urgent' })
    await notifyStaff(world.ctx)
    expect(server.received).toHaveLength(1)
    expect(server.received.map(server.textOf).join()).toContain(`${urgent} 【紧急】`)
    world.clock.now = start + 22 * hour
    await notifyStaff(world.ctx)
    expect(server.received).toHaveLength(2)
    const digest = server.received.slice(1).map(server.textOf).join()
    for (const number of numbers) expect(digest).toContain(number)
    expect(digest).not.toContain(urgent)
  })

  it('a digest that fell due while the house was stopped leaves once at the next start, not at night', async () => {
    const { server, world } = await withMail()
    const officer = await world.hire(guoyuan, email)
    const daily = { ...defaultChoices, modes: { dispatched: 'daily' } } as const
    await world.ctx.staff.choose(officer.actor.id, daily)
    await world.opens()
    await notifyStaff(world.ctx)
    world.clock.now = start + day + 15 * hour
    await notifyStaff(world.ctx)
    expect(server.received).toEqual([])
    world.clock.now = start + day + 22 * hour
    await notifyStaff(world.ctx)
    await notifyStaff(world.ctx)
    expect(server.received).toHaveLength(1)
  })

  it('what has been switched off since is not sent', async () => {
    const { server, world } = await withMail()
    const officer = await world.hire(guoyuan, email)
    await world.ctx.staff.choose(officer.actor.id, {
      ...defaultChoices,
      modes: { dispatched: 'hourly' },
    })
    world.clock.now = start + minute
    await world.opens()
    await notifyStaff(world.ctx)
    await world.ctx.staff.choose(officer.actor.id, {
      ...defaultChoices,
      modes: { dispatched: 'off' },
    })
    world.clock.now = start + hour
    await notifyStaff(world.ctx)
    expect(server.received).toEqual([])
  })

  it.each([
    [450, 'waiting', 'smtp-450'],
    [550, 'dead', 'smtp-550'],
  ])('refused with %s it is %s at the desk, with the reason', async (code, state, reason) => {
    const { server, world } = await withMail()
    await world.hire(guoyuan, email)
    await world.opens()
    server.refuse(code)
    await notifyStaff(world.ctx)
    const [trouble] = await world.ctx.outbox.troubles(10)
    expect(trouble).toMatchObject({ channel: 'email', state, reason })
    await world.ctx.outbox.retry(trouble?.batch ?? '', world.clock.now)
    await notifyStaff(world.ctx)
    expect(server.received).toHaveLength(1)
    expect(await world.ctx.outbox.troubles(10)).toEqual([])
  })

  it('a wrong password is tried again, and an address nobody listens at', async () => {
    const { world } = await withMail('somebody:wrong@')
    await world.hire(guoyuan, email)
    await world.opens()
    await notifyStaff(world.ctx)
    expect(await world.ctx.outbox.troubles(1)).toMatchObject([
      { state: 'waiting', reason: 'smtp-auth' },
    ])
    const nobody = { HUIYING_SMTP_URL: 'smtp://127.0.0.1:9', HUIYING_MAIL_FROM: from }
    const other = await openNoticesHouse(nobody)
    await other.hire(guoyuan, email)
    await other.opens()
    await notifyStaff(other.ctx)
    expect(await other.ctx.outbox.troubles(1)).toMatchObject([
      { state: 'waiting', reason: 'smtp-unreachable' },
    ])
  })

  it('is used for an address only once its code has come back', async () => {
    const { server, world } = await withMail()
    const officer = await world.hire(guoyuan)
    await world.opens()
    expect(await proposeEmail(officer, email)).toBeNull()
    expect(await proposeEmail(officer, email)).toMatchObject({ refused: 'too-often' })
    await notifyStaff(world.ctx)
    expect(server.received.map(({ to }) => to)).toEqual([[email]])
    const [code = ''] = /\d{6}/.exec(server.received.map(server.textOf).join()) ?? []
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await confirmEmail(officer, wrong)).toMatchObject({ refused: 'invalid-input' })
    expect(await confirmEmail(officer, code)).toBeNull()
    await world.opens()
    await notifyStaff(world.ctx)
    expect(server.received).toHaveLength(2)
  })

  it.each(['nobody', 'a@b', 'a@b.cn, c@d.cn', 'a@b.cn\r\nBcc: c@d.cn', '李 <a@b.cn>'])(
    'refuses an address that is none: %j',
    async (address) => {
      const { world } = await withMail()
      const officer = await world.hire(guoyuan)
      expect(await proposeEmail(officer, address)).toMatchObject({ refused: 'invalid-input' })
    },
  )
})

describe('a webhook', () => {
  it('carries an id, a time and a signature over both and the body, made with its own secret', async () => {
    const { receiver, world } = await withWebhook()
    const number = await world.opens()
    await notifyStaff(world.ctx)
    const [call] = receiver.calls
    expect(call?.path).toBe('/hook?of=guoyuan')
    const { headers = {}, body = '' } = call ?? {}
    const id = String(headers['webhook-id'])
    const stamp = String(headers['webhook-timestamp'])
    expect(stamp).toBe(String(start / 1000))
    const expected = createHmac('sha256', 'a secret of one endpoint')
      .update(`${id}.${stamp}.${body}`)
      .digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${expected}`)
    expect(JSON.parse(body)).toMatchObject({
      type: 'notices',
      id,
      items: [
        { number, kind: 'dispatched', category: 'open-air-barbecue', place: '果园街道 果园西里' },
      ],
    })
  })

  it('of a secret report says nothing but the number and the deadline', async () => {
    const { receiver, world } = await withWebhook()
    const number = await world.opens({ secrecy: true })
    await notifyStaff(world.ctx)
    const item = { number, kind: null, matter: null, category: null, place: null }
    expect(JSON.parse(receiver.calls[0]?.body ?? '')).toMatchObject({ items: [item] })
  })

  it('that fails with 500 is tried again with the same id, and then is done', async () => {
    const { receiver, world } = await withWebhook()
    receiver.plan({ status: 500 })
    await world.opens()
    await notifyStaff(world.ctx)
    expect(await world.ctx.outbox.troubles(1)).toMatchObject([
      { channel: 'webhook', state: 'waiting', reason: 'webhook-500' },
    ])
    world.clock.now += minute
    await notifyStaff(world.ctx)
    await notifyStaff(world.ctx)
    const [first, second] = receiver.calls.map(({ headers }) => headers['webhook-id'])
    expect(receiver.calls).toHaveLength(2)
    expect(second).toBe(first)
    expect(await world.ctx.outbox.troubles(1)).toEqual([])
  })

  it('whose answer is lost is tried again with the same id', async () => {
    const { receiver, world } = await withWebhook()
    receiver.plan('lost')
    await world.opens()
    await notifyStaff(world.ctx)
    expect(await world.ctx.outbox.troubles(1)).toMatchObject([{ reason: 'webhook-unreachable' }])
    world.clock.now += minute
    await notifyStaff(world.ctx)
    const ids = receiver.calls.map(({ headers }) => headers['webhook-id'])
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
  })

  it.each([
    ['120', start + 120_000],
    ['Mon, 23 Nov 2026 03:00:00 GMT', start + 2 * hour],
  ])('that answers 429 is left alone until its Retry-After: %s', async (header, until) => {
    const { receiver, world } = await withWebhook()
    receiver.plan({ status: 429, headers: { 'retry-after': header } })
    await world.opens()
    await notifyStaff(world.ctx)
    expect((await world.ctx.outbox.troubles(1))[0]?.nextTryAt).toBe(until)
    world.clock.now = until - 1
    await notifyStaff(world.ctx)
    expect(receiver.calls).toHaveLength(1)
    world.clock.now = until
    await notifyStaff(world.ctx)
    expect(receiver.calls).toHaveLength(2)
  })

  it.each([404, 410, 302])('that answers %s is a dead letter at once', async (status) => {
    const { receiver, world } = await withWebhook()
    receiver.plan({ status, headers: { location: `${receiver.url}/elsewhere` } })
    await world.opens()
    await notifyStaff(world.ctx)
    expect(await world.ctx.outbox.troubles(1)).toMatchObject([{ state: 'dead' }])
    expect(receiver.calls).toHaveLength(1)
  })

  it.each(['http://127.0.0.1:1', 'https://localhost:1', 'https://[::ffff:10.0.0.1]'])(
    'to %s is not called unless private networks are allowed',
    async (url) => {
      const world = await openNoticesHouse()
      await world.group({ way: 'webhook', url, secret })
      await world.opens()
      await notifyStaff(world.ctx)
      const [trouble] = await world.ctx.outbox.troubles(1)
      expect(trouble?.state).toBe('dead')
      expect(trouble?.reason).toMatch(/^webhook-(?:private|not-https)$/)
    },
  )
})

describe('groups', () => {
  it('a WeCom robot speaks into its unit’s group with the key it was given', async () => {
    const wecom = await openReceiver({ status: 200, body: '{"errcode":0,"errmsg":"ok"}' })
    const world = await openNoticesHouse({ WECOM_API_URL: wecom.url })
    await world.group({ way: 'wecom-robot', key: 'robot-key-0001' })
    const number = await world.opens()
    await notifyStaff(world.ctx)
    expect(wecom.calls[0]?.path).toBe('/cgi-bin/webhook/send?key=robot-key-0001')
    const content = String(wecom.calls[0]?.body)
    expect(JSON.parse(content)).toMatchObject({ msgtype: 'text' })
    expect(content).toContain(number)
  })

  it('a robot that is too busy is tried again, one that is gone is not', async () => {
    const wecom = await openReceiver({ status: 200, body: '{"errcode":93000}' })
    const world = await openNoticesHouse({ WECOM_API_URL: wecom.url })
    await world.group({ way: 'wecom-robot', key: 'robot-key-0001' })
    wecom.plan({ status: 200, body: '{"errcode":45009}' })
    await world.opens()
    await notifyStaff(world.ctx)
    expect(await world.ctx.outbox.troubles(1)).toMatchObject([
      { state: 'waiting', reason: 'wecom-robot-45009' },
    ])
    world.clock.now += minute
    await notifyStaff(world.ctx)
    expect(await world.ctx.outbox.troubles(1)).toMatchObject([
      { state: 'dead', reason: 'wecom-robot-93000' },
    ])
  })

  it('many notices at once are cut to what a robot takes, and it says how many more there are', async () => {
    const wecom = await openReceiver({ status: 200, body: '{"errcode":0}' })
    const world = await openNoticesHouse({ WECOM_API_URL: wecom.url })
    await world.group({ way: 'wecom-robot', key: 'robot-key-0001' })
    for (let n = 0; n < 20; n += 1) await world.opens()
    await notifyStaff(world.ctx)
    expect(wecom.calls).toHaveLength(1)
    const { text } = JSON.parse(wecom.calls[0]?.body ?? '') as { text: { content: string } } // safe: the body above
    expect(Buffer.byteLength(text.content)).toBeLessThanOrEqual(2048)
    expect(text.content).toMatch(/另有 \d+ 条/)
  })

  it('a LINE group is told by push, with the batch as the retry key', async () => {
    const line = await openReceiver({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const world = await openNoticesHouse({
      LINE_CHANNEL_SECRET: 'secret',
      LINE_CHANNEL_ACCESS_TOKEN: 'token',
      LINE_API_URL: line.url,
    })
    const groupId = `C${'0'.repeat(32)}`
    await world.group({ way: 'line-group', groupId })
    line.plan('lost')
    const number = await world.opens()
    await notifyStaff(world.ctx)
    world.clock.now += minute
    await notifyStaff(world.ctx)
    const keys = line.calls.map(({ headers }) => headers['x-line-retry-key'])
    expect([keys.length, new Set(keys).size]).toEqual([2, 1])
    expect(JSON.parse(line.calls[1]?.body ?? '')).toMatchObject({ to: groupId })
    expect(line.calls[1]?.body).toContain(number)
  })

  it('of the desk and of another unit hear only what is theirs', async () => {
    const receiver = await openReceiver()
    const world = await openNoticesHouse(allowed)
    const hook = (path: string) =>
      ({ way: 'webhook', url: `${receiver.url}/${path}`, secret }) as const
    await world.group(hook('desk'), { owner: 'dispatchers' })
    await world.group(hook('water'), { owner: 'water-bureau' })
    for (const unit of ['110118002', 'city-enforcement', 'ecology-bureau'] as const)
      await world.hire({ role: 'officer', unit })
    await world.opens()
    await notifyStaff(world.ctx)
    expect(receiver.calls).toEqual([])
    await world.does(
      { id: 'o', role: 'officer', unit: '110118002', name: '李' },
      'ticket-1',
      commands.return,
    )
    await notifyStaff(world.ctx)
    world.clock.now = start + hour
    await notifyStaff(world.ctx)
    expect(receiver.calls.map(({ path }) => path)).toEqual(['/desk'])
  })

  it('of the desk hear for a unit that has nobody, and are told which', async () => {
    const { server, world } = await withMail()
    await world.hire({ role: 'dispatcher' }, email)
    await world.hire({ role: 'officer', unit: 'city-enforcement' })
    await world.hire({ role: 'officer', unit: 'ecology-bureau' })
    const number = await world.opens()
    await notifyStaff(world.ctx)
    const text = server.received.map(server.textOf).join()
    expect(text).toContain(number)
    expect(text).toContain('发给果园街道的，那里没有人能登录，由派单台代收')
    await world.hire(guoyuan)
    await world.opens()
    await notifyStaff(world.ctx)
    expect(server.received).toHaveLength(1)
  })

  it('that was removed is a dead letter, and a way that is off is left out', async () => {
    const { receiver, world } = await withWebhook()
    receiver.plan({ status: 500 })
    await world.opens()
    await notifyStaff(world.ctx)
    const [target] = await world.ctx.noticeTargets.list(null)
    await world.ctx.noticeTargets.remove(target?.id ?? '')
    world.clock.now += minute
    await notifyStaff(world.ctx)
    expect(await world.ctx.outbox.troubles(1)).toMatchObject([
      { state: 'dead', reason: 'no-address' },
    ])
    const without = await openNoticesHouse()
    await without.hire(guoyuan, email)
    await without.opens()
    await notifyStaff(without.ctx)
    expect(await without.ctx.outbox.troubles(1)).toEqual([])
    expect(await without.ctx.noticeQueue.due(start + day, 10)).toBeNull()
  })
})

describe('a person', () => {
  it('is not mailed of their own deeds', async () => {
    const { server, world } = await withMail()
    const inspector = await world.hire({ role: 'inspector', unit: null }, 'first@example.gov.cn')
    await world.hire({ role: 'inspector', unit: null }, 'second@example.gov.cn')
    await world.opens()
    await world.does(inspector.actor, 'ticket-1', commands['propose-exclusion'])
    world.clock.now = start + hour
    await notifyStaff(world.ctx)
    expect(server.received.flatMap(({ to }) => to)).toEqual(['second@example.gov.cn'])
  })

  it('hears that the citizen urges', async () => {
    const { server, world } = await withMail()
    await world.hire(guoyuan, email)
    await world.opens()
    await world.does(aCitizen(), 'ticket-1', commands.urge)
    await notifyStaff(world.ctx)
    expect(server.received.map(server.textOf).join()).toContain('市民催办')
  })
})
