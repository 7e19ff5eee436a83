import { describe, expect, it } from 'vitest'
import type { NoticeTarget, StaffMessage } from '#app/notices/notices-port.ts'
import { user } from '#db/auth-schema.ts'
import { defaultChoices } from '#domain/notices/choices.ts'
import { stores } from '#tests/support/stores.ts'
import { hour, minute, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const email = 'li.jianguo@example.gov.cn'
const limits = { sentAfter: monday - hour, tries: 3 }
const message: StaffMessage = {
  batch: 'batch-1',
  recipient: 'mail:a1',
  way: 'email',
  subject: '验证码',
  lines: ['123456'],
  items: [],
  purpose: 'code',
  createdAt: monday,
}

async function hire(world: World, id: string, parts: Partial<typeof user.$inferInsert> = {}) {
  const at = new Date(monday)
  const row = { id, name: '李建国', email: `${id}@staff.invalid`, createdAt: at, updatedAt: at }
  await world.database.db.insert(user).values({ ...row, role: 'officer', ...parts })
}

const aGroup: NoticeTarget = {
  id: 'g1',
  owner: '110118002',
  label: '果园街道工作群',
  address: { way: 'wecom-robot', key: 'robot-key-0001' },
  choices: defaultChoices,
  createdAt: monday,
  createdBy: 'a1',
}

describe.each(stores)('staff on $name', (store) => {
  it('are those who may sign in, with role and unit', async () => {
    const world = await openWorld(store)
    await hire(world, 'a1', { unit: '110118002' })
    await hire(world, 'a2', { role: 'dispatcher', name: '周敏' })
    await hire(world, 'a3', { disabled: true })
    expect(await world.staff.members()).toEqual([
      { id: 'a1', role: 'officer', unit: '110118002', name: '李建国' },
      { id: 'a2', role: 'dispatcher', unit: null, name: '周敏' },
    ])
  })

  it('have no address and no choices before they give any', async () => {
    const world = await openWorld(store)
    const nothing = { email: null, newEmail: null, choices: null }
    expect(await world.staff.contact('a1')).toEqual(nothing)
    const choices = { ...defaultChoices, quiet: null }
    await world.staff.choose('a1', choices)
    expect(await world.staff.contact('a1')).toEqual({ ...nothing, choices })
  })

  it('an address counts once its code has come back, and the code is in the outbox', async () => {
    const world = await openWorld(store)
    await world.staff.propose('a1', { email, code: '123456', message })
    expect(await world.outbox.takeStaff(monday, 10, minute)).toEqual([{ message, tries: 0 }])
    expect(await world.staff.contact('a1')).toMatchObject({
      email: null,
      newEmail: { email, sentAt: monday, tries: 0 },
    })
    expect(await world.staff.reachable()).toEqual([])
    expect(await world.staff.confirm('a1', '654321', limits)).toBe(false)
    expect(await world.staff.confirm('a1', '123456', limits)).toBe(true)
    expect(await world.staff.contact('a1')).toMatchObject({ email, newEmail: null })
    expect(await world.staff.reachable()).toMatchObject([{ accountId: 'a1', contact: { email } }])
  })

  it('a code is spent after its tries, after its time, once used, and for somebody else', async () => {
    const world = await openWorld(store)
    await world.staff.propose('a1', { email, code: '123456', message })
    expect(await world.staff.confirm('a2', '123456', limits)).toBe(false)
    expect(await world.staff.confirm('a1', '123456', { ...limits, sentAfter: monday })).toBe(false)
    for (const wrong of ['000000', '000001', '000002'])
      await world.staff.confirm('a1', wrong, limits)
    expect(await world.staff.confirm('a1', '123456', limits)).toBe(false)
    await world.staff.propose('a1', {
      email,
      code: '777777',
      message: { ...message, batch: 'batch-2' },
    })
    expect(await world.staff.confirm('a1', '777777', limits)).toBe(true)
    expect(await world.staff.confirm('a1', '777777', limits)).toBe(false)
  })

  it('a new address leaves the old one in use until it is proved; forgetting drops both', async () => {
    const world = await openWorld(store)
    await world.staff.propose('a1', { email, code: '123456', message })
    await world.staff.confirm('a1', '123456', limits)
    const other = { email: 'other@example.gov.cn', code: '1', message: { ...message, batch: 'b2' } }
    await world.staff.propose('a1', other)
    expect((await world.staff.contact('a1')).email).toBe(email)
    await world.staff.forgetEmail('a1')
    expect(await world.staff.contact('a1')).toMatchObject({ email: null, newEmail: null })
  })

  it('addresses, codes, keys and secrets lie on disk sealed', async () => {
    const world = await openWorld(store)
    await world.staff.propose('a1', { email, code: '123456', message })
    await world.staff.confirm('a1', '123456', limits)
    await world.noticeTargets.put(aGroup)
    const bytes = world.opened.bytes()
    expect(bytes.includes(Buffer.from('果园街道工作群'))).toBe(true)
    for (const secret of [email, '123456', 'robot-key-0001']) {
      expect(bytes.includes(Buffer.from(secret)), secret).toBe(false)
    }
  })

  it('groups are kept per owner, replaced by id and removed', async () => {
    const world = await openWorld(store)
    const desk = { ...aGroup, id: 'g2', owner: 'dispatchers', label: '派单台' } as const
    await world.noticeTargets.put(aGroup)
    await world.noticeTargets.put(desk)
    const moved = { ...aGroup, address: { way: 'line-group', groupId: 'C1' } } as const
    await world.noticeTargets.put(moved)
    expect(await world.noticeTargets.list(null)).toEqual([moved, desk])
    expect(await world.noticeTargets.list('dispatchers')).toEqual([desk])
    await world.noticeTargets.remove('g2')
    expect(await world.noticeTargets.get('g2')).toBeNull()
    expect(await world.noticeTargets.get('g1')).toEqual(moved)
  })
})
