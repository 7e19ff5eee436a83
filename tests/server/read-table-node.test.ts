import { expect, it } from 'vitest'
import { writeTable } from '#doors/spreadsheet/write.ts'
import { tableReaderOnNode } from '#server/read-table-node.ts'

const table = {
  header: ['工单编号', '诉求内容'],
  rows: Array.from({ length: 20_000 }, (_, n) => [String(n), '晚上烧烤摊冒烟，窗户不敢开']),
}

it('A spreadsheet is read on a thread of its own as it would be here', async () => {
  const bytes = await writeTable('xlsx', table)
  const found = await tableReaderOnNode()(bytes, { name: 'orders.xlsx' })
  expect(found).toMatchObject({ header: table.header })
  expect('rows' in found && found.rows.length).toBe(20_000)
})

it('One that needs more memory than it is given is told so, and the next is read', async () => {
  const read = tableReaderOnNode({ megabytes: 48, seconds: 60 })
  const header = Array.from({ length: 50 }, (_, n) => String(n))
  const rows = table.rows.map(([n = '']) => header.map((heading) => `${heading}-${n}`))
  const greedy = read(await writeTable('csv', { header, rows }))
  const small = read(await writeTable('csv', { header: ['编号'], rows: [['7']] }))
  expect(await greedy).toMatchObject({ fault: 'tooGreedy' })
  expect(await small).toMatchObject({ rows: [{ cells: { 编号: '7' } }] })
})

it('One that takes more time than it is given is told so', async () => {
  const read = tableReaderOnNode({ megabytes: 256, seconds: 0.001 })
  expect(await read(await writeTable('xlsx', table))).toMatchObject({ fault: 'tooGreedy' })
})
