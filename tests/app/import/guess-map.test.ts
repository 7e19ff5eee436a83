import { describe, expect, it } from 'vitest'
import { guessCategory, guessColumns, guessUrgency, meansSecrecy } from '#app/import/guess-map.ts'
import { mapOf } from '#app/import/import-files.ts'

describe('columns are known by what they are called', () => {
  it('in the words of the city’s platform', () => {
    const header = ['序号', '工单编号', '来电人', '联系电话', '诉求内容', '受理时间', '问题地址']
    expect(guessColumns(header)).toEqual({
      sourceNumber: '工单编号',
      name: '来电人',
      phone: '联系电话',
      text: '诉求内容',
      receivedAt: '受理时间',
      address: '问题地址',
    })
  })

  it('with spaces, stars and brackets around', () => {
    const header = ['* 工单编号', '主要内容（原话）', '来电时间：']
    expect(guessColumns(header)).toEqual({
      sourceNumber: '* 工单编号',
      text: '主要内容（原话）',
      receivedAt: '来电时间：',
    })
  })

  it('each column once: a name that holds another is not taken for it', () => {
    expect(guessColumns(['内容分类', '内容'])).toMatchObject({ text: '内容', category: '内容分类' })
  })

  it('and what cannot be guessed is left to the person', () => {
    expect(guessColumns(['甲', '乙'])).toEqual({})
    expect(mapOf({}, [])).toBeNull()
  })
})

describe('values are known by what they mean', () => {
  it('categories by their name or by the rules', () => {
    expect(guessCategory('餐饮油烟')).toBe('catering-fumes')
    expect(guessCategory('工地夜间施工噪音')).toBe('construction-noise')
    expect(guessCategory('其他')).toBeNull()
  })

  it('urgency and secrecy by the words for them', () => {
    expect([guessUrgency('特急'), guessUrgency('加急'), guessUrgency('普通')]).toEqual([
      'urgent',
      'fast',
      'general',
    ])
    expect(guessUrgency('甲类')).toBeNull()
    expect([meansSecrecy('是'), meansSecrecy('否')]).toEqual([true, false])
  })
})
