import { describe, expect, it } from 'vitest'
import { importOrders } from '#app/import/import-orders.ts'
import { importMapSchema } from '#app/import/import-map.ts'
import { importResults } from '#app/import/import-results.ts'
import { nextDue, runningClocks } from '#domain/ticket/deadlines.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { openApp } from '../app-world.ts'

const map = importMapSchema.parse({
  columns: {
    sourceNumber: '工单编号',
    text: '诉求内容',
    receivedAt: '受理时间',
    title: '标题',
    name: '来电人',
    phone: '电话',
    town: '街乡镇',
    address: '地址',
    acceptBy: '签收时限',
    solveBy: '办结时限',
    unit: '承办单位',
    callback: '是否回访',
  },
  results: { due: '区办结时限', cityDue: '市办结时限' },
})
const row = {
  工单编号: '2026112300001',
  诉求内容: '小区门口的烧烤摊每天晚上冒烟，熏得开不了窗',
  受理时间: '2026-11-23 08:30',
  街乡镇: '果园街道',
  地址: '果园西里',
}
const beijing = (text: string) => Date.parse(`${text}+08:00`)

async function imported(cells: Readonly<Record<string, string>>) {
  const world = await openApp()
  const [outcome] = await importOrders(
    { ...world.ctx, actor: { id: 'd', role: 'dispatcher', unit: null, name: '张敏' } },
    [{ line: 2, cells: { ...row, ...cells } }],
    map,
  )
  if (outcome === undefined || !('number' in outcome)) {
    throw new Error(JSON.stringify(outcome))
  }
  const id = (await world.ctx.readers.idByNumber(outcome.number)) ?? ''
  const ticket = fold(id, await world.ctx.store.history(id))
  if (ticket === null) throw new Error('no ticket')
  return { ...world, id, ticket }
}

describe('The city’s deadline', () => {
  it('stands beside ours, and the earlier one rules', async () => {
    const { ticket } = await imported({
      办结时限: '2026-11-24 12:00',
      签收时限: '2026-11-23 09:20',
    })
    expect(ticket.opened.sourceOrder).toMatchObject({
      acceptBy: beijing('2026-11-23T09:20'),
      solveBy: beijing('2026-11-24T12:00'),
    })
    const clocks = new Map(runningClocks(ticket).map(({ clock, at }) => [clock, at]))
    expect(clocks.get('accept')).toBe(beijing('2026-11-23T09:20'))
    expect(clocks.get('solve')).toBe(beijing('2026-11-24T12:00'))
    expect(ticket.deadlines?.solve).toBeGreaterThan(beijing('2026-11-24T12:00'))
  })

  it('changes nothing where ours is earlier', async () => {
    const { ticket } = await imported({ 办结时限: '2027-11-24 12:00' })
    const solve = runningClocks(ticket).find(({ clock }) => clock === 'solve')
    expect(solve?.at).toBe(ticket.deadlines?.solve)
  })

  it('runs before anybody has the ticket', async () => {
    const { ticket } = await imported({
      街乡镇: '',
      地址: '',
      诉求内容: '有人一直在吵',
      办结时限: '2026-11-23 09:30',
    })
    expect(ticket.status).toBe('pending')
    expect(runningClocks(ticket)).toContainEqual(
      expect.objectContaining({ clock: 'solve', at: beijing('2026-11-23T09:30') }),
    )
    expect(nextDue(ticket)?.at).toBeLessThanOrEqual(beijing('2026-11-23T09:30'))
  })

  it('is in the list’s due time, and goes back with the results beside ours', async () => {
    const { ctx, ticket } = await imported({ 办结时限: '2026-11-23 10:00' })
    const { rows: items } = await ctx.readers.list({ sort: 'due', limit: 5, offset: 0 })
    expect(items[0]?.nextDue?.at).toBeLessThanOrEqual(beijing('2026-11-23T10:00'))
    const { header, rows } = await importResults(ctx, map)
    expect(header).toEqual(['工单编号', '受理时间', '区办结时限', '市办结时限'])
    expect(rows[0]?.[3]).toBe('2026-11-23 10:00:00')
    expect(rows[0]?.[2]).not.toBe('')
    expect(ticket.opened.sourceNumber).toBe('2026112300001')
  })
})

describe('The city’s number', () => {
  it('finds the order at the desk, whole or as far as it is typed, and no other does', async () => {
    const { ctx, ticket } = await imported({})
    const found = async (search: string) =>
      (await ctx.readers.list({ sort: 'newest', limit: 5, offset: 0, search })).rows.map(
        ({ number }) => number,
      )
    expect(await found(' 2026112300001 ')).toEqual([ticket.opened.number])
    expect(await found('202611230000')).toEqual([ticket.opened.number])
    expect(await found('2026112300002')).toEqual([])
  })
})

describe('The unit the city names', () => {
  it('that is the rules’ own goes straight there', async () => {
    const { ticket } = await imported({ 承办单位: '密云区果园街道办事处' })
    expect([ticket.status, ticket.opened.sourceOrder?.unit]).toEqual([
      'dispatched',
      '密云区果园街道办事处',
    ])
  })

  it('that is another is asked of the dispatcher', async () => {
    const { ticket } = await imported({ 承办单位: '区城管执法局' })
    expect([ticket.status, ticket.queuedFor]).toEqual(['pending', 'unit-differs'])
  })

  it('that is none of ours is shown, and stops nothing', async () => {
    const { ticket } = await imported({ 承办单位: '市公安局' })
    expect([ticket.status, ticket.opened.sourceOrder?.unit]).toEqual(['dispatched', '市公安局'])
  })
})

describe('One bad optional cell', () => {
  it.each([
    { 电话: '无' },
    { 电话: '138****0000' },
    { 电话: '13812345678、13987654321' },
    { 来电人: '匿名', 电话: '匿名' },
    { 办结时限: '尽快' },
    { 签收时限: '1899-12-30' },
    { 标题: '烧烤'.repeat(200) },
    { 是否回访: '看情况' },
  ])('never refuses an order: %j', async (cells) => {
    const { ticket } = await imported(cells)
    expect(ticket.opened.sourceNumber).toBe('2026112300001')
  })

  it('keeps what it said where it could not be read', async () => {
    const { ctx, id } = await imported({ 电话: '138****0000', 办结时限: '尽快' })
    const told = JSON.stringify(await ctx.store.history(id))
    expect(told).toContain('138****0000')
    expect(told).toContain('办结时限：尽快')
  })

  it('keeps a second number sealed with the words, and calls the first', async () => {
    const { ctx, id, ticket } = await imported({ 电话: '13812345678、13987654321' })
    expect(JSON.stringify(await ctx.store.history(id))).not.toContain('13987654321')
    const reader = { id: 'o', role: 'operator', unit: null, name: '孙敏' } as const
    const words = await ctx.people.originalText(id, reader, '回访', ctx.now())
    expect(words).toContain('13987654321')
    const person = await ctx.people.read(ticket.opened.citizenId ?? '', reader, '回访', ctx.now())
    expect(person?.phone).toBe('13812345678')
  })

  it('of a call that is not wanted keeps the caller from being called', async () => {
    const { ticket } = await imported({ 是否回访: '否', 电话: '13812345678' })
    expect(ticket.opened.callbackWish).toEqual({ ask: false, hours: null })
  })
})
