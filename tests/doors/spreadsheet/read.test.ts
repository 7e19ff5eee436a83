import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { mostColumns, mostInCell, mostRows } from '#doors/spreadsheet/bounds.ts'
import { readTable } from '#doors/spreadsheet/read.ts'
import { writeTable } from '#doors/spreadsheet/write.ts'

const table = { header: ['工单编号', '诉求内容'], rows: [['2026112000000001', '油烟呛人']] }

async function read(bytes: Uint8Array, name = 'orders.csv') {
  const found = await readTable(bytes, { name })
  return 'fault' in found ? found.fault : found.rows.map(({ cells }) => Object.values(cells))
}

const text = (words: string) => new TextEncoder().encode(words)

describe('a table is read back as it was written', () => {
  it.each(['xlsx', 'csv'] as const)('as .%s', async (kind) => {
    expect(await read(await writeTable(kind, table), `orders.${kind}`)).toEqual(table.rows)
  })

  it('as CSV in GBK, as office software in China writes it', async () => {
    // 编号,内容 / 7,油烟
    const gbk = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0d, 0x0a]
    const row = [0x37, 0x2c, 0xd3, 0xcd, 0xd1, 0xcc, 0x0d, 0x0a]
    const found = await readTable(new Uint8Array([...gbk, ...row]))
    expect(found).toMatchObject({
      header: ['编号', '内容'],
      rows: [{ line: 2, cells: { 编号: '7', 内容: '油烟' } }],
    })
  })

  it('as UTF-16 with tabs, as “Unicode text” is', async () => {
    const words = '\ufeff编号\t内容\r\n7\t油烟，噪声\r\n'
    const bytes = new Uint8Array(Uint16Array.from(words, (sign) => sign.charCodeAt(0)).buffer)
    expect(await read(bytes)).toEqual([['7', '油烟，噪声']])
  })

  it('whatever the file is called', async () => {
    expect(await read(await writeTable('xlsx', table), 'orders.csv')).toEqual(table.rows)
  })

  it('with times as the sheet shows them', async () => {
    const at = new Date(Date.UTC(2026, 10, 20, 9, 5))
    const cells = [
      [{ value: '受理时间' }],
      [{ type: Date, value: at, format: 'yyyy-mm-dd hh:mm' }],
    ] as const
    const bytes = await writeXlsxFile(cells.map((line) => [...line])).toBuffer()
    expect(await read(bytes, 'orders.xlsx')).toEqual([['2026-11-20 09:05:00']])
  })
})

describe('a broken file says what is wrong', () => {
  it('nothing in it', async () => {
    expect(await read(new Uint8Array())).toBe('empty')
    expect(await read(text('\ufeff\r\n\r\n'))).toBe('empty')
  })

  it('headings without rows', async () => {
    expect(await read(text('编号,内容\r\n'))).toBe('noRows')
  })

  it('an old .xls, or one behind a password', async () => {
    expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'orders.xls')).toBe('oldXls')
  })

  it('an archive that is no spreadsheet, a cut one, words or a picture called .xlsx', async () => {
    const whole = await writeTable('xlsx', table)
    const other = zipSync({ 'a.txt': text('hello') })
    for (const bytes of [other, whole.slice(0, whole.length / 2), text('编号,内容\n1,2')]) {
      expect(await read(bytes, 'orders.xlsx')).toBe('notTable')
    }
    expect(await read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe('notTable')
  })

  it('an archive that unpacks to more than anybody types', async () => {
    const zeros = new Uint8Array(70 * 1024 * 1024)
    const sheets = [1, 2, 3].map((n) => [`xl/worksheets/sheet${String(n)}.xml`, zeros] as const)
    const bomb = zipSync(Object.fromEntries(sheets), { level: 1 })
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect(await read(bomb, 'orders.xlsx')).toBe('bomb')
  })

  it('a file that is larger than one imports', async () => {
    expect(await read(new Uint8Array(11 * 1024 * 1024))).toBe('tooLarge')
  })

  it('more rows than one imports', async () => {
    const rows = Array.from({ length: mostRows + 1 }, (_, n) => `${String(n)},烟`)
    expect(await read(text(['编号,内容', ...rows].join('\n')))).toBe('tooManyRows')
  })

  it('quotes that are never closed', async () => {
    expect(await read(text('编号,内容\n1,"油烟'))).toBe('notTable')
  })
})

/** A workbook of one sheet, its rows written by hand. */
function workbook(rows: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, words]) => [name, text(words)])),
  )
}

const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c></row>'

describe('a greedy file is that file’s error, with the place', () => {
  const found = async (bytes: Uint8Array) => readTable(bytes, {})

  it('reads an honest workbook written by hand', async () => {
    const rows = `${head}<row r="3"><c r="A3" t="inlineStr"><is><t>7</t></is></c></row>`
    expect(await found(workbook(rows))).toMatchObject({ rows: [{ line: 3, cells: { 编号: '7' } }] })
  })

  it.each([
    ['the last cell there is', 'XFD1048576', { row: '1048576', column: '16384' }],
    ['one far to the right', 'XFD2', { row: '2', column: '16384' }],
    ['one far below', 'A900000', { row: '900000', column: '1' }],
  ])('a single cell: %s', async (_, address, place) => {
    const row = /\d+/.exec(address)?.[0] ?? ''
    const cell = `<row r="${row}"><c r="${address}" t="inlineStr"><is><t>x</t></is></c></row>`
    const bytes = workbook(head + cell)
    expect(bytes.length).toBeLessThan(2_000)
    expect(await found(bytes)).toMatchObject({ fault: 'tooFar', slots: place })
  })

  it.each(['XFD1&#48;48576', 'ZZZZ1', 'A1e9', '', 'a1'])(
    'an address in disguise: %s',
    async (r) => {
      const cell = `<row r="2"><c r="${r}" t="inlineStr"><is><t>x</t></is></c></row>`
      expect(await found(workbook(head + cell))).toMatchObject({
        fault: expect.stringMatching(/^(?:tooFar|notTable)$/) as string,
      })
    },
  )

  it.each(['1e9', 'Infinity', '-1', '2000000'])('a row numbered %s', async (r) => {
    expect(await found(workbook(`${head}<row r="${r}"></row>`))).toMatchObject({
      fault: 'notTable',
    })
  })

  it('the last row, empty, as some programs write it, is no fault', async () => {
    const rows = `${head}<row r="2"><c r="A2"><v>7</v></c></row><row r="1048576"></row>`
    expect(await found(workbook(rows))).toMatchObject({ rows: [{ line: 2, cells: { 编号: '7' } }] })
  })

  it('one long cell repeated by reference', async () => {
    const long = 'x'.repeat(mostInCell)
    const shared = `<sst><si><t>${long}</t></si></sst>`
    const rows = Array.from({ length: 1_000 }, (_, n) => {
      const row = String(n + 2)
      return `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c></row>`
    })
    const bytes = workbook(head + rows.join(''), { 'xl/sharedStrings.xml': shared })
    expect(await found(bytes)).toMatchObject({ fault: 'tooMuch' })
  })

  it('a cell longer than a spreadsheet allows', async () => {
    expect(await found(text(`编号,内容\n1,${'烟'.repeat(mostInCell + 1)}`))).toMatchObject({
      fault: 'cellTooLong',
      slots: { row: '2', column: '2' },
    })
  })

  it('more columns than anybody fills in', async () => {
    const wide = `编号\n1${','.repeat(mostColumns)}\n`
    expect(await found(text(`${wide}2`))).toMatchObject({ fault: 'tooManyColumns' })
  })

  it.each([
    ['empty lines between', `编号\n${'\n'.repeat(5_000_000)}1`, 'tooManyLines'],
    ['lines of nothing but commas', `编号\n${',\n'.repeat(2_000_000)}1`, 'tooManyLines'],
    ['one line of commas', `编号\n${','.repeat(9_000_000)}1`, 'tooMuch'],
  ])('megabytes of %s', async (_, words, fault) => {
    expect(await found(text(words))).toMatchObject({ fault })
  })

  it('empty lines at the end are nothing, and those between are counted as the sheet counts them', async () => {
    const words = `\n编号,内容\n\n,\n"1\n2",烟\n3,尘${'\r\n'.repeat(1_000_000)}`
    expect(await found(text(words))).toMatchObject({ rows: [{ line: 5 }, { line: 6 }] })
  })
})

it('what would run as a formula is written as words', async () => {
  const bytes = await writeTable('csv', { header: ['内容'], rows: [['=1+1']] })
  expect(await read(bytes)).toEqual([["'=1+1"]])
})
