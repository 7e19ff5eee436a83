import { describe, expect, it } from 'vitest'
import {
  hasLostDigits,
  phonesIn,
  plainCell,
  saysNothing,
  timeIn,
  wholeDigits,
} from '#app/import/cells.ts'
import { unitNamed } from '#app/tools/unit-named.ts'

const beijing = (text: string) => Date.parse(`${text}+08:00`)

describe('A cell', () => {
  it.each([
    ['="2026112000001"', '2026112000001'],
    ["'2026112000001", '2026112000001'],
    ['２０２６１１２０００００１', '2026112000001'],
    ['\ufeff2026\u200b112000001\u00ad', '2026112000001'],
    ['密环信〔2026〕12号', '密环信〔2026〕12号'],
  ])('is %j as it was meant: %j', (cell, meant) => {
    expect(plainCell(cell)).toBe(meant)
  })

  it.each(['', '-', '—', '/', '无', '没有', '匿名', '不详', '未提供', 'N/A', 'null'])(
    'says nothing with %j',
    (cell) => {
      expect(saysNothing(cell)).toBe(true)
    },
  )
})

describe('Digits', () => {
  it.each([
    '2.0261120000123456E17',
    '1.38E+10',
    '1.38e10',
    '2.02612E+12',
    '202611200000123000',
    '20261120000012300',
  ])('that a spreadsheet has lost are never made up again: %s', (cell) => {
    expect(hasLostDigits(cell)).toBe(true)
  })

  it.each([
    ['2026112000001.0', '2026112000001'],
    ['2.026112000001E12', '2026112000001'],
    ['2026112000001', '2026112000001'],
    ['202611200000123400', '202611200000123400'],
    ['110228199001011200', '110228199001011200'],
    ['2026112000001230', '2026112000001230'],
    ['3.5', '3.5'],
  ])('that are all there are the same number: %s is %s', (cell, whole) => {
    expect([hasLostDigits(cell), wholeDigits(cell)]).toEqual([false, whole])
  })
})

describe('A cell of telephone numbers', () => {
  it.each([
    ['13812345678', '13812345678', false],
    ['１３８-1234-5678', '13812345678', false],
    ['13812345678.0', '13812345678', false],
    ['+86 138 1234 5678', '13812345678', false],
    ['13812345678、13987654321', '13812345678', true],
    ['13812345678/69041234', '13812345678', true],
    ['138****0000', null, true],
    ['无', null, false],
    ['匿名', null, false],
    ['打他儿子电话', null, true],
  ])('%s: what is certain, and whether more is said', (cell, phone, more) => {
    const read = phonesIn(cell)
    expect([read.phone, read.rest !== null]).toEqual([phone, more])
  })

  it('keeps an extension that it does not dial', () => {
    const { phone, rest } = phonesIn('010-69041234转1')
    expect(phone).toContain('69041234')
    expect(rest).toBe('010-69041234转1')
  })
})

describe('A cell of a time', () => {
  it.each([
    ['2026-11-20 09:05:00', '2026-11-20T09:05:00'],
    ['2026/11/20 9:05', '2026-11-20T09:05:00'],
    ['2026年11月20日9时', '2026-11-20T09:00:00'],
    ['2026年11月20日 9时5分', '2026-11-20T09:05:00'],
    ['2026-11-20 下午3:05', '2026-11-20T15:05:00'],
    ['2026-11-20 上午12:05', '2026-11-20T00:05:00'],
    ['2026-11-20 中午12:05', '2026-11-20T12:05:00'],
    ['2026/11/20 03:05:00 PM', '2026-11-20T15:05:00'],
    ['2026/11/20 12:05 AM', '2026-11-20T00:05:00'],
    ['202611200905', '2026-11-20T09:05:00'],
    ['20261120090500', '2026-11-20T09:05:00'],
    ['２０２６-11-20　09：05', '2026-11-20T09:05:00'],
    ['2026-11-20 09:05 至 2026-11-20 11:00', '2026-11-20T09:05:00'],
    ['2026-11-20 09:05~11:00', '2026-11-20T09:05:00'],
    ['2026-11-20', '2026-11-20T00:00:00'],
    ['46346.378472222', '2026-11-20T09:05:00'],
  ])('%s', (cell, at) => {
    expect(timeIn(cell)).toBe(beijing(at))
  })

  it.each([
    '',
    '无',
    '-',
    '1899-12-30 00:00:00',
    '1970-01-01 08:00:00',
    '明天',
    '2026-13-40',
    '25:00',
  ])('is none with %j', (cell) => {
    expect(timeIn(cell)).toBeNull()
  })
})

describe('The unit an order names', () => {
  it.each([
    ['区生态环境局', 'ecology-bureau'],
    ['密云区生态环境局', 'ecology-bureau'],
    ['北京市密云区城管执法局', 'city-enforcement'],
    ['果园街道办事处', '110118002'],
    ['密云区溪翁庄镇人民政府', '110118101'],
    ['市公安局', null],
    ['', null],
  ])('%s', (words, unit) => {
    expect(unitNamed(words)).toBe(unit)
  })
})
