import { describe, expect, it } from 'vitest'
import { readTable } from '#doors/spreadsheet/read.ts'
import { writeTable } from '#doors/spreadsheet/write.ts'
import { anOrder, header } from '#tests/cli/import/import-world.ts'
import { openDesk, read } from '#tests/web/desk/desk-world.ts'
import type { Browser, DeskWorld } from '#tests/web/desk/desk-world.ts'

type Rows = readonly (readonly string[])[]

const wait = 7 * 86_400_000

/** Hands in a spreadsheet as the browser does; where it leads, and the page. */
async function handsIn(browser: Browser, rows: Rows, names: readonly string[] = header) {
  const bytes = await writeTable('xlsx', { header: names, rows })
  return sends(browser, new File([bytes], '日报.xlsx'))
}

async function sends(browser: Browser, file: File) {
  const answer = await browser.upload('/desk/import', { file })
  const path = answer.headers.get('location') ?? ''
  const page = path === '' ? await answer.text() : await read(browser, path)
  return { path, page, status: answer.status }
}

async function imports(browser: Browser, path: string): Promise<string> {
  await browser.post(`${path}/run`)
  return read(browser, path)
}

async function fileAt(browser: Browser, path: string) {
  const answer = await browser.get(path)
  const table = await readTable(new Uint8Array(await answer.arrayBuffer()))
  if ('fault' in table) throw new Error(table.fault)
  return table
}

const total = async ({ house }: DeskWorld) =>
  (await house.ports.readers.list({ sort: 'newest', limit: 1, offset: 0 })).total

async function operatorAtDesk() {
  const desk = await openDesk()
  return { desk, operator: await desk.signedIn({ role: 'operator' }) }
}

describe('a spreadsheet in the browser', () => {
  it('has its columns guessed, is previewed with what is wrong, and imported on a word', async () => {
    const { desk, operator } = await operatorAtDesk()
    const rows = [anOrder(1), anOrder(2, { 受理时间: '昨天' }), anOrder(3)]
    const { path, page } = await handsIn(operator, rows)
    expect(page).toContain('共 3 行：可以导入 2 行，有问题 1 行。')
    expect(page).toContain('“受理时间”不是有效的时间：昨天')
    expect(page).toContain('value="诉求内容" selected')
    expect(await total(desk)).toBe(0)
    const done = await imports(operator, path)
    expect(done).toContain('<b>2</b>新立工单')
    expect(done).toContain('<b>1</b>有问题')
    expect(await total(desk)).toBe(2)
  })

  it('shows no number and no name of a citizen while it is checked', async () => {
    const { operator } = await operatorAtDesk()
    const { page } = await handsIn(operator, [anOrder(1, { 诉求内容: '油烟大，电话13912345678' })])
    expect(page).not.toContain('13912345678')
    expect(page).not.toContain('13800138000')
  })

  it('gives back the rows that are not in, with the reason, to be put right and handed in again', async () => {
    const { desk, operator } = await operatorAtDesk()
    const { path } = await handsIn(operator, [anOrder(1), anOrder(2, { 诉求内容: '' })])
    await imports(operator, path)
    const rejected = await fileAt(operator, `${path}/rejected.xlsx`)
    expect(rejected.rows.map(({ cells }) => [cells['行号'], cells['原因']])).toEqual([
      ['3', '“诉求内容”没有填写'],
    ])
    const again = rejected.rows.map(({ cells }) =>
      rejected.header.map((name) => (name === '诉求内容' ? '工地扬尘' : (cells[name] ?? ''))),
    )
    const second = await handsIn(operator, again, rejected.header)
    expect(await imports(operator, second.path)).toContain('<b>1</b>新立工单')
    expect(await total(desk)).toBe(2)
  })

  it('twice changes nothing, and a row that says something else is pointed out, not followed', async () => {
    const { desk, operator } = await operatorAtDesk()
    const first = await handsIn(operator, [anOrder(1), anOrder(2)])
    await imports(operator, first.path)
    const changed = anOrder(2, { 诉求内容: '现在又有噪声了' })
    const second = await handsIn(operator, [anOrder(1), changed])
    const done = await imports(operator, second.path)
    expect(done).toContain('<b>0</b>新立工单')
    expect(done).toContain('<b>1</b>此前已导入')
    expect(done).toContain('<b>1</b>已导入但内容不同')
    expect(await total(desk)).toBe(2)
    const { rows } = await fileAt(operator, `${second.path}/rejected.csv`)
    expect(rows[0]?.cells['原因']).toMatch(/此前已导入（MY\d+-\d+-\d），这次内容不同，没有改动/)
  })

  it('with columns nobody could guess waits for a person to say them', async () => {
    const { operator } = await operatorAtDesk()
    const odd = ['甲', '乙', '丙', '丁']
    const row = ['20261120000001', '果园西里油烟呛人', '2026-11-20 09:05', '油烟']
    const { path, page } = await handsIn(operator, [row], odd)
    expect(page).toContain('请先给必填的三项选好列')
    const columns = {
      'column.sourceNumber': '甲',
      'column.text': '乙',
      'column.receivedAt': '丙',
      'column.category': '丁',
    }
    const mapped = await (await operator.post(path, { ...columns, do: 'check' })).text()
    expect(mapped).toContain('共 1 行：可以导入 1 行，有问题 0 行。')
    expect(mapped).toContain('name="category:油烟"')
    const chosen = { ...columns, 'category:油烟': 'open-air-barbecue', saveAs: '市日报' }
    expect(await (await operator.post(path, { ...chosen, do: 'check' })).text()).toContain(
      '已保存为“市日报”。',
    )
    const next = await handsIn(operator, [row], odd)
    expect(next.page).toContain('value="open-air-barbecue" selected')
  })

  it('is seen by nobody but who handed it in, and forgotten after a week', async () => {
    const { desk, operator } = await operatorAtDesk()
    const { path } = await handsIn(operator, [anOrder(1)])
    const other = await desk.signedIn({ role: 'operator' })
    expect(await read(other, path)).toContain('这份文件不存在')
    desk.clock.now += wait + 1
    await desk.house.runTimers()
    const { importFiles } = desk.house.ports
    expect(await importFiles.get(path.replace('/desk/import/', ''))).toBeNull()
  })

  it('can be taken back', async () => {
    const { operator } = await operatorAtDesk()
    const { path } = await handsIn(operator, [anOrder(1)])
    await operator.post(`${path}/remove`)
    expect(await read(operator, path)).toContain('这份文件不存在')
  })

  it('goes on where it stopped when it is long', async () => {
    const { desk, operator } = await operatorAtDesk()
    const rows = Array.from({ length: 250 }, (_, n) => anOrder(n + 1))
    const { path } = await handsIn(operator, rows)
    const { now } = desk.clock
    Object.defineProperty(desk.clock, 'now', { get: () => (at += 3_000), configurable: true })
    let at = now
    const half = await imports(operator, path)
    Object.defineProperty(desk.clock, 'now', { value: now, writable: true })
    expect(half).toContain('正在导入：已处理 100 / 250 行。')
    expect(half).toContain('/static/import.js')
    const done = await imports(operator, path)
    expect(done).toContain('<b>250</b>新立工单')
    expect(await total(desk)).toBe(250)
  })

  it.each([
    ['words', new File(['只是文字'], 'a.xlsx'), '不是有效的表格'],
    ['nothing', new File([], 'a.csv'), '文件里没有数据'],
    ['headings alone', new File(['工单编号,诉求内容'], 'a.csv'), '只有表头'],
  ])('that is %s is refused with what to do', async (_, file, said) => {
    const { operator } = await operatorAtDesk()
    const { status, page } = await sends(operator, file)
    expect(status).toBe(422)
    expect(page).toContain(said)
  })

  it.each(['officer', 'administrator', 'inspector'] as const)('is not for %s', async (role) => {
    const desk = await openDesk()
    const unit = role === 'officer' ? '110118002' : null
    const other = await desk.signedIn({ role, unit })
    expect((await other.get('/desk/import')).status).toBe(403)
    expect((await other.get('/desk/import/results')).status).toBe(403)
  })
})

describe('results', () => {
  it('go back under the headings they came with, without anybody’s name', async () => {
    const { operator } = await operatorAtDesk()
    const { path } = await handsIn(operator, [anOrder(1)])
    await operator.post(path, { ...columnsOf(), saveAs: '市日报', do: 'check' })
    await imports(operator, path)
    const { header: names, rows } = await fileAt(
      operator,
      '/desk/import/results?map=%E5%B8%82%E6%97%A5%E6%8A%A5&as=xlsx',
    )
    expect(names.slice(0, 4)).toEqual(['工单编号', '受理时间', '区平台编号', '办理状态'])
    expect(rows[0]?.cells).toMatchObject({ 工单编号: '20261120000001', 承办单位: '区生态环境局' })
    expect(JSON.stringify(rows)).not.toContain('李红')
  })

  it('of a period that ends before it begins are refused', async () => {
    const { operator } = await operatorAtDesk()
    const answer = await operator.get('/desk/import/results?from=2026-11-20&to=2026-11-01')
    expect(answer.status).toBe(422)
  })
})

function columnsOf(): Record<string, string> {
  return {
    'column.sourceNumber': '工单编号',
    'column.text': '诉求内容',
    'column.receivedAt': '受理时间',
    'column.town': '所属街乡镇',
    'column.address': '问题地址',
    'column.category': '问题分类',
    'category:餐饮油烟': 'catering-fumes',
  }
}
