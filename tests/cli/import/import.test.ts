import { existsSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { system } from '#app/tickets/plan-change.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { anOrder, faultOf, header, mapPath, openImports } from './import-world.ts'
import type { ImportWorld } from './import-world.ts'

async function tickets(world: ImportWorld) {
  return world.inDatabase(async (ctx) => {
    const ids = await ctx.readers.pick({ channel: 'import', limit: 100 })
    const histories = await ctx.readers.histories(ids)
    return ids.map((id) => fold(id, histories.get(id) ?? [])).filter((one) => one !== null)
  })
}

it('decides by the words where a cell holds the name of something every object has', async () => {
  const world = openImports()
  const row = anOrder(1, { 问题分类: 'constructor', 紧急程度: 'toString' })
  const { lines, code } = await world.imports(await world.sheet('orders.csv', [row]))
  expect([code, lines[0]]).toEqual([0, '共 1 行：新立工单 1，此前已导入 0，有问题 0。'])
})

describe.each(['orders.xlsx', 'orders.csv'])('importing %s', (name) => {
  it('makes a ticket of each good row under the number of the city', async () => {
    const world = openImports()
    const { lines, code } = await world.imports(
      await world.sheet(name, [
        anOrder(1),
        anOrder(2, { 问题分类: '', 诉求内容: '半夜工地施工太吵' }),
      ]),
    )
    expect(code).toBe(0)
    expect(lines).toEqual(['共 2 行：新立工单 2，此前已导入 0，有问题 0。'])
    const made = await tickets(world)
    const [first, second] = [...made].reverse()
    expect(first).toMatchObject({
      status: 'dispatched',
      category: 'catering-fumes',
      urgency: 'general',
      place: { town: '110118002' },
      opened: {
        channel: 'import',
        kind: 'complaint',
        sourceNumber: '20261120000001',
        receivedAt: Date.parse('2026-11-20T09:05:00+08:00'),
        secrecy: false,
      },
    })
    expect(second).toMatchObject({ category: 'construction-noise' })
  })

  it('twice changes nothing', async () => {
    const world = openImports()
    const file = await world.sheet(name, [anOrder(1), anOrder(2)])
    await world.imports(file)
    const before = await tickets(world)
    const { lines } = await world.imports(file)
    expect(lines).toEqual(['共 2 行：新立工单 0，此前已导入 2，有问题 0。'])
    expect(await tickets(world)).toEqual(before)
  })

  it('with one row that says something else now points it out and changes nothing', async () => {
    const world = openImports()
    await world.imports(await world.sheet(name, [anOrder(1), anOrder(2)]))
    const before = await tickets(world)
    const changed = anOrder(2, { 诉求内容: '现在又有噪声了' })
    const { lines, code } = await world.imports(await world.sheet(name, [anOrder(1), changed]))
    expect(code).toBe(2)
    expect(lines[0]).toBe('共 2 行：新立工单 0，此前已导入 1，有问题 1。')
    expect(await tickets(world)).toEqual(before)
    const { rows } = await world.reads(world.path(name.replace('.', '.bad.')))
    expect(rows[0]?.cells['原因']).toContain('这次内容不同，没有改动')
  })

  it('knows a time that the sheet has kept as a count of days, or without signs', async () => {
    const world = openImports()
    // Day 46346 is 20 November 2026; 0.378472… of a day is 9:05.
    const rows = [
      anOrder(1, { 受理时间: '46346.3784722222' }),
      anOrder(2, { 受理时间: '20261120090500' }),
      anOrder(3, { 受理时间: '2026年11月20日 9时05分' }),
    ]
    await world.imports(await world.sheet(name, rows))
    const times = (await tickets(world)).map(({ opened }) => opened.receivedAt)
    expect(new Set(times)).toEqual(new Set([Date.parse('2026-11-20T09:05:00+08:00')]))
    expect(times).toHaveLength(3)
  })

  it('keeps the good rows and writes the bad ones to a file with the reason', async () => {
    const world = openImports()
    const rows = [
      anOrder(1),
      anOrder(2, { 诉求内容: '' }),
      anOrder(3, { 受理时间: '昨天下午', 联系电话: '不详' }),
      anOrder(4, { 所属街乡镇: '怀柔区', 问题地址: '青春路1号' }),
      anOrder(5, { 受理时间: '2999-01-01 00:00' }),
      anOrder(6, { 工单编号: '' }),
      anOrder(7, { 受理时间: '2026-02-30 09:00' }),
    ]
    const { lines, code } = await world.imports(await world.sheet(name, rows))
    expect(code).toBe(2)
    expect(lines[0]).toBe('共 7 行：新立工单 1，此前已导入 0，有问题 6。')
    const badPath = world.path(name.replace('.', '.bad.'))
    expect(lines[1]).toContain(badPath)
    expect(statSync(badPath).mode & 0o077).toBe(0)
    const bad = await world.reads(badPath)
    expect(bad.header).toEqual(['行号', '原因', ...header])
    expect(bad.rows.map(({ cells }) => [cells['行号'], cells['原因']])).toEqual([
      ['3', '“诉求内容”没有填写'],
      ['4', '“受理时间”不是有效的时间：昨天下午'],
      ['5', '“问题地址”不在密云区：怀柔区'],
      ['6', '“受理时间”在将来：2999-01-01 00:00'],
      ['7', '“工单编号”没有填写'],
      ['8', '“受理时间”不是有效的时间：2026-02-30 09:00'],
    ])
  })

  it('takes the file of bad rows once they are put right', async () => {
    const world = openImports()
    const file = await world.sheet(name, [anOrder(1), anOrder(2, { 诉求内容: '' })])
    await world.imports(file)
    const bad = await world.reads(world.path(name.replace('.', '.bad.')))
    const fixed = bad.rows.map(({ cells }) =>
      header.map((heading) => (heading === '诉求内容' ? '工地夜间施工' : (cells[heading] ?? ''))),
    )
    const { lines } = await world.imports(await world.sheet(`fixed-${name}`, fixed))
    expect(lines).toEqual(['共 1 行：新立工单 1，此前已导入 0，有问题 0。'])
  })

  it('with --check stores nothing', async () => {
    const world = openImports()
    const file = await world.sheet(name, [anOrder(1), anOrder(2, { 诉求内容: '' })])
    const { lines } = await world.imports(file, '--check')
    expect(lines[0]).toBe('只检查，不导入。共 2 行：可导入 1，有问题 1。')
    expect(await tickets(world)).toEqual([])
  })

  it('brings results back under the same headings', async () => {
    const world = openImports()
    await world.imports(await world.sheet(name, [anOrder(1), anOrder(2)]))
    const [last] = await tickets(world)
    await world.inDatabase(async (ctx) => {
      const actor = { ...system, role: 'officer', unit: last?.handler ?? null } as const
      const steps = [
        { type: 'accept' },
        { type: 'contact', method: 'phone', note: '已联系' },
        {
          type: 'resolve',
          publicReply: '=HYPERLINK("http://x","点我")',
          internalNote: null,
          despite: '按原样',
        },
      ] as const
      for (const step of steps) await changeTicket({ ...ctx, actor }, last?.id ?? '', step)
    })
    const { lines } = await world.exports(`out-${name}`)
    expect(lines[0]).toContain('已导出 2 件')
    const { header: headings, rows } = await world.reads(world.path(`out-${name}`))
    expect(headings.slice(0, 3)).toEqual(['工单编号', '受理时间', '区平台编号'])
    expect(rows.map(({ cells }) => [cells['工单编号'], cells['办理状态']])).toEqual([
      ['20261120000001', '已派单，等待签收'],
      ['20261120000002', '已办结，等您评价'],
    ])
    expect(rows[1]?.cells).toMatchObject({
      受理时间: '2026-11-20 09:05:00',
      区平台编号: last?.opened.number,
      地点: '果园街道 果园西里 3号楼底商',
      // What would run as a formula is words.
      办理结果: '\'=HYPERLINK("http://x","点我")',
    })
    const text = JSON.stringify(rows)
    expect(text).not.toMatch(/13800138000|李红/)
  })
})

describe('an imported person', () => {
  it('is kept apart and masked in the words', async () => {
    const world = openImports()
    const row = anOrder(1, { 诉求内容: '油烟大，请回电13800138000' })
    await world.imports(await world.sheet('orders.csv', [row]))
    const [ticket] = await tickets(world)
    expect(ticket?.opened.text).not.toContain('13800138000')
    const person = await world.inDatabase((ctx) =>
      ctx.people.read(ticket?.opened.citizenId ?? '', system, 'test', 0),
    )
    expect(person).toMatchObject({ name: '李红', phone: '13800138000' })
  })

  it('of a secret order stays secret', async () => {
    const world = openImports()
    await world.imports(await world.sheet('orders.csv', [anOrder(1, { 是否保密: '保密' })]))
    expect((await tickets(world))[0]?.opened.secrecy).toBe(true)
  })
})

describe('a row', () => {
  it.each([
    ['2026/11/20 9:05', '2026-11-20T09:05:00+08:00'],
    ['2026年11月20日 9时5分', '2026-11-20T09:05:00+08:00'],
    ['2026-11-20', '2026-11-20T00:00:00+08:00'],
    ['2026-11-20T01:05:00Z', '2026-11-20T09:05:00+08:00'],
  ])('may say its time as %s', async (written, meant) => {
    const world = openImports()
    await world.imports(await world.sheet('orders.csv', [anOrder(1, { 受理时间: written })]))
    expect((await tickets(world))[0]?.opened.receivedAt).toBe(Date.parse(meant))
  })

  it('whose number the spreadsheet has rounded is bad', async () => {
    const world = openImports()
    const row = anOrder(1, { 工单编号: '2.02611200000421E+19' })
    await world.imports(await world.sheet('orders.csv', [row]))
    const bad = await world.reads(world.path('orders.bad.csv'))
    expect(bad.rows[0]?.cells['原因']).toContain('末几位已丢失')
  })

  it('without a township waits at the desk', async () => {
    const world = openImports()
    const row = anOrder(1, { 所属街乡镇: '', 问题地址: '' })
    await world.imports(await world.sheet('orders.csv', [row]))
    expect((await tickets(world))[0]).toMatchObject({
      status: 'pending',
      queuedFor: 'place-missing',
    })
  })
})

describe('a workbook', () => {
  it('may keep times as dates and phones as numbers', async () => {
    const world = openImports()
    const typed = anOrder(1).map((value, index) => {
      if (index === 2) {
        const at = new Date('2026-11-20T09:05:00Z')
        return { type: Date, value: at, format: 'yyyy-mm-dd hh:mm' }
      }
      return index === 4 ? { type: Number, value: Number(value) } : { type: String, value }
    })
    const path = world.path('typed.xlsx')
    const headings = header.map((value) => ({ type: String, value }))
    await writeXlsxFile([headings, typed], { sheet: '工单' }).toFile(path)
    await world.imports(path)
    const [ticket] = await tickets(world)
    const person = await world.inDatabase((ctx) =>
      ctx.people.read(ticket?.opened.citizenId ?? '', system, 'test', 0),
    )
    expect(ticket?.opened.receivedAt).toBe(Date.parse('2026-11-20T09:05:00+08:00'))
    expect(person?.phone).toBe('13800138000')
  })
})

describe('a broken spreadsheet', () => {
  it('in GB 18030 is read all the same', async () => {
    const world = openImports()
    // Node encodes no GB 18030, so the bytes are written out: 油烟 is D3 CD D1 CC.
    const path = world.path('gb.csv')
    writeFileSync(path, Buffer.from([0xd3, 0xcd, 0xd1, 0xcc, 0x0a, 0x31, 0x0a]))
    const table = await world.reads(path)
    expect(table).toEqual({ header: ['油烟'], rows: [{ line: 2, cells: { 油烟: '1' } }] })
  })

  it('without the columns of the map is refused as a whole', async () => {
    const world = openImports()
    const path = world.path('other.csv')
    writeFileSync(path, '编号,内容\n1,油烟\n')
    const said = await faultOf(world.imports(path))
    expect(said).toContain('工单编号')
    expect(existsSync(world.path('huiying.db'))).toBe(false)
  })

  it.each([
    ['rubbish.xlsx', 'not a zip', '文件内容不是有效的表格'],
    ['broken.csv', 'a,"b\n1,2', '文件内容不是有效的表格'],
    ['empty.csv', '\n\n', '文件里没有数据'],
    ['old.xls', 'x', '另存为 .xlsx'],
  ])('%s is refused with what to do', async (name, bytes, words) => {
    const world = openImports()
    writeFileSync(world.path(name), bytes)
    expect(await faultOf(world.imports(world.path(name)))).toContain(words)
  })

  it('that does not exist is named', async () => {
    const world = openImports()
    expect(await faultOf(world.imports(world.path('none.csv')))).toContain('none.csv')
  })

  it('without the sheet of the map is told which', async () => {
    const world = openImports()
    const { writeTable } = await import('#cli/import/import-table.ts')
    await writeTable(world.path('other.xlsx'), { header, rows: [] }, '别的')
    expect(await faultOf(world.imports(world.path('other.xlsx')))).toContain('工单')
  })
})

describe('the map', () => {
  it('with an unknown category is refused with its path', async () => {
    const world = openImports()
    const map = world.path('map.json')
    const columns = { sourceNumber: 'a', text: 'b', receivedAt: 'c' }
    writeFileSync(map, JSON.stringify({ columns, categories: { 噪音: 'noise' } }))
    const { importCommand } = await import('#cli/import/import-command.ts')
    const said = await faultOf(importCommand(['x.csv', '--map', map], {}))
    expect(said).toContain('categories.噪音')
  })

  it('of the documents is a valid one', async () => {
    const { readMap } = await import('#cli/setup.ts')
    expect(readMap(mapPath).columns.sourceNumber).toBe('工单编号')
  })
})
