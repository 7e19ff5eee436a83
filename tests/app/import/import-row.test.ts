import { describe, expect, it } from 'vitest'
import { readRow } from '#app/import/import-row.ts'
import { importMapSchema } from '#app/import/import-map.ts'

const map = importMapSchema.parse({
  columns: {
    sourceNumber: '编号',
    text: '内容',
    receivedAt: '时间',
    town: '街乡镇',
    address: '地址',
    category: '分类',
  },
  categories: { 餐饮油烟: 'catering-fumes' },
  results: { status: '办理状态' },
})
const row = { 编号: '1', 内容: '养猪场太臭。', 时间: '2026-11-20 09:05:00' }
const read = (more: Readonly<Record<string, string>>) =>
  readRow({ ...row, ...more }, map, Date.parse('2026-11-30T00:00:00Z'))

describe('A row of a sheet', () => {
  it('keeps the columns that nothing reads as a note', () => {
    expect(read({ 来电次数: '3', 备注: '老人独居', 空栏: ' ' })).toMatchObject({
      note: '来电次数：3；备注：老人独居',
    })
  })

  it('keeps the word of a category nobody has told us of', () => {
    expect(read({ 分类: '畜禽' })).toMatchObject({ category: null, note: '分类：畜禽' })
    expect(read({ 分类: '餐饮油烟' })).toMatchObject({ category: 'catering-fumes', note: null })
  })

  it('leaves out what was exported into it', () => {
    expect(read({ 办理状态: '已办结' })).toMatchObject({ note: null })
  })

  it('is in the township of its column, and keeps the whole address', () => {
    const place = { 街乡镇: '冯家峪镇', 地址: '西白莲峪村黄土梁果园旁养猪场' }
    expect(read(place)).toMatchObject({
      place: {
        town: '110118110',
        village: '西白莲峪',
        spot: '黄土梁果园旁养猪场',
        told: '冯家峪镇 西白莲峪村黄土梁果园旁养猪场',
      },
    })
  })
})
