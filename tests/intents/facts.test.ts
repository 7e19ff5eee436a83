import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asksOfRule,
  asksSecrecy,
  inquiryTopicOf,
  isAtNight,
  isHappeningNow,
  outOfScopeTopicOf,
  phoneIn,
  secretCodeIn,
  ticketNumberIn,
} from '#intents/facts.ts'
import { normalize } from '#intents/normalize.ts'
import { allExamples } from '#cli/understanding/examples.ts'
import { understand } from '#intents/understand.ts'
import { whenOf } from '#intents/when.ts'

function when(text: string): string | null {
  return whenOf(text, normalize(text))
}

describe('the words that say when', () => {
  it.each([
    ['果园西里门口的烧烤摊每天晚上冒烟', '每天晚上'],
    ['工地每天22点后还在打桩', '每天22点后'],
    ['半夜两点还在打桩', '半夜两点'],
    ['每天早上6点到8点烧垃圾', '每天早上6点到8点'],
    ['晚上十点以后音响特别大', '晚上十点以后'],
    ['一到周末就放音响', '一到周末'],
    ['凌晨三点半装卸货', '凌晨三点半'],
    ['昨晚又倒垃圾', '昨晚'],
    ['已经连续三天了，臭得不行', '连续三天了'],
    ['23:00还在施工', '23:00'],
    ['每到下雨天就返臭', '每到下雨天'],
    ['夜间施工扰民', '夜间'],
    ['every night a stall smokes', 'every night'],
    ['they burn rubbish at night', 'at night'],
  ])('of %s are %s', (text, words) => {
    expect(when(text)).toBe(words)
  })

  it.each(['工厂冒黑烟', '有点臭', '一点办法没有', '三点意见', '垃圾没人清'])(
    'are none in %s',
    (text) => {
      expect(when(text)).toBeNull()
    },
  )

  it('are given back as they were written, in traditional characters too', () => {
    expect(when('每天淩晨兩點還在施工')).toBe('每天淩晨兩點')
  })

  it('always stand in the text as written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const text = `${a}每天晚上8点后${b}`
        const found = when(text)
        return found === null || text.includes(found)
      }),
    )
  })
})

describe('what is happening now', () => {
  it.each(['正在烧秸秆', '这会儿还在放炮', '又来了', '刚刚倒的', 'they are burning it right now'])(
    'is told by %s',
    (text) => {
      expect(isHappeningNow(normalize(text))).toBe(true)
    },
  )

  it.each(['每天晚上都烧', '昨天烧过一次', '现在的环境真不行', '上周有人倒垃圾'])(
    'is not told by %s',
    (text) => {
      expect(isHappeningNow(normalize(text))).toBe(false)
    },
  )
})

describe('the night', () => {
  it.each(['半夜两点', '凌晨', '夜里吵得睡不着', '22点以后', '晚上十一点', '通宵施工', 'at night'])(
    'is told by %s',
    (text) => {
      expect(isAtNight(normalize(text))).toBe(true)
    },
  )

  it.each(['早上六点', '中午', '下午三点', '傍晚', '周末'])('is not told by %s', (text) => {
    expect(isAtNight(normalize(text))).toBe(false)
  })
})

describe('a phone number', () => {
  it.each([
    ['我手机13800138000', '13800138000'],
    ['电话：138 0013 8000，快点', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['联系电话010-69041234', '01069041234'],
    ['电话69041234', '69041234'],
  ])('in %s is %s', (text, phone) => {
    expect(phoneIn(normalize(text))).toBe(phone)
  })

  it.each([
    '身份证110228199001011234',
    'MY20261123-00042-7',
    '2026年11月23日',
    '门牌69041234号楼',
    '12345',
    '1380013800',
  ])('is not seen in %s', (text) => {
    expect(phoneIn(normalize(text))).toBeNull()
  })
})

describe('a ticket number', () => {
  it.each([
    'MY20261123-00042-7',
    'my20261123-00042-7',
    'MY20261123000427',
    'ＭＹ20261123－00042－7',
  ])('is read in %s', (text) => {
    expect(ticketNumberIn(normalize(`查一下${text}到哪了`))).toBe('MY20261123-00042-7')
  })

  it.each(['MY2026', '20261123-00042-7', 'MYSTERY'])('is not seen in %s', (text) => {
    expect(ticketNumberIn(normalize(text))).toBeNull()
  })
})

describe('a secret code', () => {
  it.each([
    ['查询密码：CRSZMJ8D', 'CRSZMJ8D'],
    ['密码是crszmj8d', 'CRSZMJ8D'],
    ['CRSZMJ8D', 'CRSZMJ8D'],
    ['MY20261123-00042-7 密码 CRSZMJ8D', 'CRSZMJ8D'],
  ])('is read in %s', (text, code) => {
    expect(secretCodeIn(normalize(text))).toBe(code)
  })

  it.each(['MY20261123-00042-7', '13800138000', 'barbecue', '果园西里'])(
    'is not seen in %s',
    (text) => {
      expect(secretCodeIn(normalize(text))).toBeNull()
    },
  )
})

describe('a wish for secrecy', () => {
  it.each([
    '请给我保密',
    '千万别告诉他们是我说的',
    '匿名举报',
    '不要透露我的电话',
    '怕报复',
    '我是这个厂的员工，厂里偷排',
    '我们厂晚上偷排污水',
    'please keep my name secret',
    'I want to stay anonymous',
  ])('is heard in %s', (text) => {
    expect(asksSecrecy(normalize(text))).toBe(true)
  })

  it.each(['果园西里烧烤摊冒烟', '我在工地旁边住', '我是果园西里居民', '我们小区门口有人烧烤'])(
    'is not heard in %s',
    (text) => {
      expect(asksSecrecy(normalize(text))).toBe(false)
    },
  )
})

describe('a question the plan answers', () => {
  it.each([
    ['密云让放烟花吗', 'fireworks-ban'],
    ['PM2.5的目标是多少', 'pm25-goal'],
    ['今年优良天要达到多少', 'good-days-goal'],
    ['夜间几点以后不能施工', 'night-construction'],
    ['高考期间施工怎么规定', 'exam-quiet'],
    ['煤改电什么时候轮到我们村', 'coal-to-clean-energy'],
    ['can I set off fireworks here', 'fireworks-ban'],
  ])('%s is about %s', (text, topic) => {
    expect(inquiryTopicOf(normalize(text))).toBe(topic)
  })

  it.each([
    ['密云水库的水质是几类', 'reservoir-water-goal'],
    ['降尘量指标', 'dust-fall-goal'],
    ['秸秆可以烧吗', 'straw-burning'],
    ['农村污水处理设施正常运行率要求', 'rural-sewage-goal'],
    ['重型柴油车检查多少辆', 'diesel-checks'],
    ['国六b标准什么时候实施', 'car-standard'],
    ['煤改电什么时候轮到我们村', 'coal-to-clean-energy'],
    ['畜禽粪污利用率要达到多少', 'manure-goal'],
    ['过年让不让放鞭炮啊', 'fireworks-ban'],
    ['裸露土地面积控制多少', 'bare-ground-goal'],
  ])('%s is heard as a question, not as a complaint', (text, topic) => {
    const { classification, inquiryTopic } = understand(text)
    expect([classification.category, inquiryTopic]).toEqual(['env-inquiry', topic])
    expect(classification.abstain).toBe(false)
  })

  it.each([
    ['广场舞归谁管', 'handles.public-space-noise'],
    ['餐饮油烟该谁负责', 'handles.catering-fumes'],
  ])('%s asks who is responsible', (text, topic) => {
    const { classification, inquiryTopic } = understand(text)
    expect([classification.category, inquiryTopic]).toEqual(['env-inquiry', topic])
  })

  it('a case put as a question stays a complaint', () => {
    expect(understand('果园西里门口烧烤归谁管').classification.category).toBe('open-air-barbecue')
  })

  it('what a deed costs is a question even where the plan is silent', () => {
    const { classification, inquiryTopic } = understand('露天烧烤罚多少钱')
    expect([classification.category, inquiryTopic]).toEqual(['env-inquiry', null])
  })

  it('is not heard in complaints, however they are put', () => {
    const complaints = allExamples().filter(({ label }) => label !== 'env-inquiry')
    const texts = complaints.map(({ text }) => text)
    expect(texts.filter((text) => asksOfRule(normalize(text)))).toEqual([])
  })

  it('is unknown when the plan says nothing of it', () => {
    expect(inquiryTopicOf(normalize('公园几点关门'))).toBeNull()
  })
})

describe('a topic that is not for this desk', () => {
  it.each([
    ['公司三个月没发工资了', 'wages'],
    ['家里停水两天了', 'water-power-heat'],
    ['暖气不热', 'water-power-heat'],
    ['物业费太贵', 'property'],
    ['门口总有人违停', 'parking-traffic'],
    ['孩子上学没有学位', 'schooling'],
    ['邻居私搭乱建', 'illegal-building'],
    ['健身卡退款', 'consumer'],
    ['路灯坏了', 'road-repair'],
    ['被诈骗了', 'police'],
  ])('%s is about %s', (text, topic) => {
    expect(outOfScopeTopicOf(normalize(text))).toBe(topic)
  })
})
