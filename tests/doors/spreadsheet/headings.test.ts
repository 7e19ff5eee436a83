import { describe, expect, it } from 'vitest'
import { readTable } from '#doors/spreadsheet/read.ts'

async function tableOf(text: string) {
  const table = await readTable(new TextEncoder().encode(text))
  if ('fault' in table) throw new Error(table.fault)
  return table
}

describe('A sheet as offices make them', () => {
  it('has its headings below a title and who made it', async () => {
    const sheet = [
      '密云区12345工单日报,,',
      '制表：市民热线,2026年11月20日,',
      '工单编号,诉求内容,受理时间',
      '2026112000001,养猪场太臭,2026-11-20 09:05',
    ]
    const { header, rows } = await tableOf(sheet.join('\n'))
    expect(header).toEqual(['工单编号', '诉求内容', '受理时间'])
    expect(rows).toEqual([
      {
        line: 4,
        cells: { 工单编号: '2026112000001', 诉求内容: '养猪场太臭', 受理时间: '2026-11-20 09:05' },
      },
    ])
  })

  it('has headings of two lines, some of one cell over both', async () => {
    const sheet = [
      '工单编号,诉求内容,受理时间,来电人信息,',
      ',,,姓名,联系电话',
      '1,烟太大,2026-11-20 09:05,王芳,13812345678',
    ]
    const { header, rows } = await tableOf(sheet.join('\n'))
    expect(header).toEqual(['工单编号', '诉求内容', '受理时间', '姓名', '联系电话'])
    expect(rows).toHaveLength(1)
  })

  it('tells two columns of one name apart', async () => {
    const { header, rows } = await tableOf('工单编号,诉求内容,备注,备注\n1,烟太大,甲,乙')
    expect(header).toEqual(['工单编号', '诉求内容', '备注', '备注（2）'])
    expect(rows[0]?.cells).toMatchObject({ 备注: '甲', '备注（2）': '乙' })
  })

  it('says its separator in its first line', async () => {
    const { header, rows } = await tableOf('sep=;\n工单编号;诉求内容\n1;烟太大，噪音也大')
    expect([header, rows[0]?.cells['诉求内容']]).toEqual([
      ['工单编号', '诉求内容'],
      '烟太大，噪音也大',
    ])
  })

  it('has quotes in the middle of words, and numbers written as formulas', async () => {
    const { rows } = await tableOf('工单编号,诉求内容\n="2026112000001",所谓"治理"没人来')
    expect(rows[0]?.cells).toEqual({ 工单编号: '="2026112000001"', 诉求内容: '所谓"治理"没人来' })
  })

  it('has its first filled line as headings when it uses names of its own', async () => {
    const { header } = await tableOf('甲,乙\n1,2\n3,4')
    expect(header).toEqual(['甲', '乙'])
  })
})
