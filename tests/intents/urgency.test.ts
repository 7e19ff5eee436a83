import { describe, expect, it } from 'vitest'
import type { Danger } from '#intents/types.ts'
import { understand } from '#intents/understand.ts'

const dangerous: readonly (readonly [Danger, readonly string[]])[] = [
  [
    'fire',
    [
      '着火了！山上着火了',
      '垃圾堆起火了',
      '仓库失火',
      '河边草地着火',
      '山火烧过来了',
      'the hill is on fire',
    ],
  ],
  [
    'explosion',
    ['加油站爆炸了', '锅炉炸了', '锅炉都炸了快来人', '煤气罐要爆了', 'there was an explosion'],
  ],
  ['gas', ['燃气泄漏', '楼道煤气漏了', 'a gas leak in the street']],
  ['chemical', ['厂里漏氨气了', '液氨泄漏', '冷库漏氨了，好多人晕倒']],
  ['medical', ['好多人中毒了', '有人晕倒在井边', '村民喝水集体呕吐', '工人受伤了']],
  ['trapped', ['有人被困在地下室', '孩子掉进化粪池', '老人掉进坑里']],
]

describe.each(dangerous)('danger of %s', (danger, texts) => {
  it.each(texts)('is heard in %s and is urgent', (text) => {
    const understood = understand(text)
    expect(understood.danger).toBe(danger)
    expect(understood.urgency).toBe('urgent')
  })
})

describe('words that only look like danger', () => {
  it.each([
    '摩托车炸街',
    '吵得我要炸了',
    '我肺都气炸了',
    '头都要炸了',
    '楼下油炸摊子油烟大',
    '炸鸡店味道太大',
    '堆那么多树枝容易着火',
    '怕着火，楼道里堆满纸箱',
    '有火灾隐患',
    '垃圾桶要爆满了',
    '臭得快把人熏晕',
    '气得我都要爆了',
    '担心孩子闻了中毒',
    '垃圾掉进河里',
    '轮胎漏气的修理铺太吵',
    '烧烤摊的燃气罐摆在路边',
    '有人在水库边上炸鱼',
    '我的电话泄露了',
    '施工像爆炸一样响',
  ])('are none in %s', (text) => {
    expect(understand(text).danger).toBeNull()
  })
})

describe('how soon it must be solved, by the stated rules', () => {
  it.each([
    ['正在烧秸秆，浓烟滚滚', 'fast'],
    ['放鞭炮的又来了', 'fast'],
    ['工地半夜两点还在打桩', 'fast'],
    ['工地正在施工，吵死了', 'fast'],
    ['这会儿厂子在偷排污水', 'fast'],
    ['这会儿楼下音响震天，家里有刚出生的宝宝', 'fast'],
    ['这会儿楼下音响震天，孩子睡不着', 'fast'],
    ['楼下现在还在放音乐，家里有化疗的病人', 'fast'],
    ['karaoke right now and my elderly mother cannot sleep', 'fast'],
    ['明天高考，楼下KTV还在放音乐', 'fast'],
    ['they are burning straw right now', 'fast'],
    ['村口上周有人烧过秸秆', 'general'],
    ['楼下饭店油烟大', 'general'],
    ['半夜楼上装修', 'general'],
    ['楼下音响声音大，家里有老人', 'general'],
    ['孩子说学校边上饭店油烟大', 'general'],
    ['路边堆了一堆垃圾', 'general'],
  ])('%s: %s', (text, urgency) => {
    expect(understand(text).urgency).toBe(urgency)
  })

  it('gives every raised urgency a reason', () => {
    const { urgencyReasons } = understand('工地半夜两点还在打桩')
    expect(urgencyReasons.map(({ rule }) => rule)).toEqual(['fast/night:construction-noise'])
  })

  it('makes noise fast in the exam period, whether it names the exam or not, and nothing else', () => {
    const exams = { exams: true }
    const { urgency, urgencyReasons } = understand('楼下KTV晚上唱歌吵得没法复习', exams)
    expect(urgency).toBe('fast')
    expect(urgencyReasons.map(({ rule }) => rule)).toEqual(['fast/exam-period:commercial-noise'])
    expect(understand('楼下KTV晚上唱歌吵得没法复习').urgency).toBe('general')
    expect(understand('路边堆了一堆垃圾', exams).urgency).toBe('general')
  })

  it('gives no reason for a general one', () => {
    expect(understand('楼下饭店油烟大').urgencyReasons).toEqual([])
  })

  it('points at the words of a danger', () => {
    const text = '快来人，垃圾堆着火了'
    const [reason] = understand(text).urgencyReasons
    expect(reason === undefined ? '' : text.slice(...reason.span)).toBe('着火')
  })
})
