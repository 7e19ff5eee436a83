import { describe, expect, it } from 'vitest'
import { ratingOf } from '#intents/acts.ts'
import { normalize } from '#intents/normalize.ts'
import type { DialogueAct } from '#intents/types.ts'
import { understand } from '#intents/understand.ts'

const phrases: readonly (readonly [DialogueAct, readonly string[]])[] = [
  [
    'confirm',
    [
      '确认',
      '对',
      '对的',
      '是的',
      '是',
      '嗯',
      '嗯嗯',
      '好',
      '好的',
      '行',
      '可以',
      '没错',
      '没问题',
      '就这样',
      'ok',
      'OK',
      'yes',
      '👌',
      '對',
      '對的',
      '確認',
      '对对对',
      '好吧',
      '对！',
      '是的。',
      '嗯呢',
      '好嘞',
    ],
  ],
  ['deny', ['不', '不是', '没有', 'no', '否']],
  ['cancel', ['取消', '算了', '不用了', '不说了', '算了吧', 'cancel', '那算了']],
  [
    'correct',
    [
      '不对',
      '错了',
      '修改',
      '地址错了，是果园西里',
      '不是油烟，是噪声',
      '应该是广场舞',
      '改成鼓楼街道',
      '地點錯了',
      '位置写错了',
    ],
  ],
  [
    'status',
    [
      '进度',
      '查一下我的单子',
      '我的投诉怎么样了',
      '处理得怎么样了',
      '查进度',
      '有结果了吗，我的投诉怎么样',
      'progress',
      '進度',
      '帮我看看我的工单',
      '上次的投诉处理了吗',
    ],
  ],
  [
    'urge',
    [
      '还没人管？！',
      '催一下',
      '催办',
      '怎么还没处理',
      '都三天了还没人来',
      '什么时候能解决',
      '到现在没人管',
      '還沒人管',
      '快点',
      '5天了没动静',
    ],
  ],
  ['withdraw', ['撤诉', '我不想投诉了', '撤销投诉', '把我的投诉撤了', '不投诉了', '撤訴', '撤单']],
  ['handoff', ['转人工', '人工', '找人工客服', '我要找真人', '轉人工', 'can I talk to a human']],
  ['none-of-these', ['都不是', '以上都不是', '其他', '不知道', '不清楚', 'none of these']],
  ['thank', ['谢谢', '谢谢你', '辛苦了', '多谢！', 'thank you', '謝謝', '非常感谢']],
  [
    'greet',
    ['你好', '您好', '在吗', '我要投诉', '你好，我要投诉', '您好，我想反映个问题', 'hello', '喂'],
  ],
  ['abuse', ['滚', '傻逼', '你们这群废物', '傻逼机器人', '机器人太蠢了', '垃圾客服']],
  [
    'complain',
    [
      '果园西里烧烤摊冒烟',
      '工地半夜打桩',
      '有人往河里倒垃圾',
      '樓下飯店油煙太大',
      '楼下有人放鞭炮',
    ],
  ],
]

describe.each(phrases)('the likeliest act is to %s', (act, texts) => {
  it.each(texts)('in %s', (text) => {
    expect(understand(text).acts[0]).toBe(act)
  })
})

describe('a message', () => {
  it.each(['', ' ', '。。。', '呵呵呵', '1'])('%j that does nothing known is other', (text) => {
    expect(understand(text).acts).toEqual(['other'])
  })

  it('is not a correction when it asks whether something is so', () => {
    expect(understand('是不是油烟超标，是吧').acts).not.toContain('correct')
  })

  it('is no cancellation when it only mentions one', () => {
    expect(understand('取消这个烧烤摊的执照').acts).not.toContain('cancel')
  })

  it('is no call for a person when it speaks of human waste', () => {
    expect(understand('the sewer spills human waste on the street').acts).not.toContain('handoff')
  })

  it('is a complaint, not an urging, when it tells a long story', () => {
    const story = `我们小区楼下的饭店${'每天油烟直排熏得人睡不着，'.repeat(6)}找谁都没人管`
    expect(understand(story).acts).not.toContain('urge')
    expect(understand(story).acts).toContain('complain')
  })
})

describe('free words after a ticket is resolved', () => {
  it.each([
    ['还是那么臭', 'unsolved'],
    ['还那么吵', 'unsolved'],
    ['没解决', 'unsolved'],
    ['根本没人管', 'unsolved'],
    ['垃圾没清理', 'unsolved'],
    ['停了两天又开始了', 'unsolved'],
    ['老样子', 'unsolved'],
    ['還是一樣吵', 'unsolved'],
    ['it still stinks', 'unsolved'],
    ['好了一点', 'partly'],
    ['清理了一半', 'partly'],
    ['比以前好多了', 'partly'],
    ['没完全解决', 'partly'],
    ['解决了', 'solved'],
    ['不吵了', 'solved'],
    ['已经清理干净了', 'solved'],
    ['没味了，谢谢', 'solved'],
    ['it is fixed', 'solved'],
  ])('%s: %s', (text, solved) => {
    expect(ratingOf(normalize(text)).solved).toBe(solved)
  })

  it.each([
    ['没人联系我', false],
    ['从来没打过电话', false],
    ['一直没有人联系', false],
    ['没有人来过', false],
    ['nobody called me', false],
    ['联系过', true],
    ['打过电话', true],
    ['有人来了', true],
    ['他们上门了', true],
  ])('%s: contacted is %s', (text, contacted) => {
    expect(ratingOf(normalize(text)).contacted).toBe(contacted)
  })

  it.each([
    ['不满意', 'unsatisfied'],
    ['不是很满意', 'unsatisfied'],
    ['不太满意', 'unsatisfied'],
    ['太差了', 'unsatisfied'],
    ['敷衍了事', 'unsatisfied'],
    ['基本满意', 'basically'],
    ['还行吧', 'basically'],
    ['一般', 'basically'],
    ['满意', 'satisfied'],
    ['很满意', 'satisfied'],
    ['挺好的', 'satisfied'],
    ['滿意', 'satisfied'],
  ])('%s: %s', (text, satisfied) => {
    expect(ratingOf(normalize(text)).satisfied).toBe(satisfied)
  })

  it('answer every question at once', () => {
    expect(ratingOf(normalize('来过电话，但还是那么臭，很不满意'))).toEqual({
      contacted: true,
      solved: 'unsolved',
      satisfied: 'unsatisfied',
    })
  })

  it('answer none when they say none', () => {
    expect(ratingOf(normalize('果园西里'))).toEqual({
      contacted: null,
      solved: null,
      satisfied: null,
    })
  })
})
