import { describe, expect, it } from 'vitest'
import { route } from '#routing/route.ts'
import type { Routing } from '#routing/types.ts'
import { understandingVersion } from '#intents/classify.ts'
import { understand } from '#intents/understand.ts'
import { layered } from '#web/desk/why/highlight.tsx'
import { ruleInWords } from '#web/desk/why/rule-words.ts'
import { aPlace, anOpenCommand, start } from '#tests/support/build.ts'
import { openDesk } from '#tests/web/desk/desk-world.ts'

const text = '巨各庄镇101国道上大车一路洒土'
const category = 'road-dust'
const place = aPlace({ town: '110118105', village: null, spot: null })

/** A ticket the rules have dispatched, with `over` in what they said, as its page shows it. */
async function pageWith(over: Partial<Routing> = {}, read = understandingVersion): Promise<string> {
  const desk = await openDesk()
  const routed = route({ category, place, text, urgency: 'general', at: start })
  if ('missing' in routed) throw new Error('no unit')
  const classification = { ...understand(text).classification, version: read }
  const opened = { text, category, place, classification } as const
  const number = await desk.opens(anOpenCommand(opened, { routing: { ...routed, ...over } }))
  const dispatcher = await desk.signedIn({ role: 'dispatcher', unit: null })
  return (await dispatcher.get(`/desk/tickets/${number}`)).text()
}

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('why a ticket is where it is', () => {
  it('marks the words that counted, by what for, and says what the marks mean', async () => {
    const page = await pageWith()
    expect(page).toContain('<mark class="place">巨各庄镇')
    expect(page).toContain('<mark class="fact">101国道</mark>')
    expect(page).toContain('<mark class="category">')
    expect(plain(page)).toContain('标出的词： 类别 地点 由谁负责')
  })

  it('names the rule in Chinese, never by its id', async () => {
    const page = plain(await pageWith())
    expect(page).toContain('“道路扬尘与遗撒”中属于“县级及以上公路”的规则')
    expect(page).not.toMatch(/road-dust|county-road|2023-[0-9a-f]{8}/)
  })

  it('shows the sentence of the plan with its year, and why others lost', async () => {
    const page = plain(await pageWith())
    expect(page).toContain('2023 年行动计划')
    expect(page).toContain('提升辖区内县级及以上公路清扫保洁水平')
    expect(page).toContain('首发集团 不选')
  })

  it('says that asking again gave the same', async () => {
    expect(await pageWith()).toContain('结果与派单时一字不差')
  })

  it('says plainly when the rules have changed since and still agree', async () => {
    expect(await pageWith({ rulesVersion: '2022-00000000' })).toContain('还是这个单位、这一条')
  })

  it('says plainly whom newer rules would choose', async () => {
    const page = await pageWith({ rulesVersion: '2022-00000000', handler: '110118105' })
    expect(page).toContain('按现在的规则会派给区公路分局')
    expect(page).toContain('本工单不因此改变')
  })

  it('says when the category was found by older rules, and only then', async () => {
    expect(await pageWith()).not.toContain('判断类别的规则后来更新过')
    expect(await pageWith({}, 'older')).toContain('判断类别的规则后来更新过')
  })

  it('warns when the same rules give another answer', async () => {
    expect(await pageWith({ supporting: [] })).toContain('这不应该发生')
  })
})

describe('a rule in words', () => {
  it.each([
    ['open-air-barbecue', '“露天烧烤”的一般规则'],
    ['sewage-discharge/medical-sewage', '医疗机构污水'],
    ['desk/open-air-barbecue', '派单员没有按规则派'],
  ])('%s: %s', (rule, expected) => {
    expect(ruleInWords(rule)).toContain(expected)
  })
})

describe('layers of marks', () => {
  it('give words that two layers claim to the first', () => {
    const rule = 'any'
    const parts = layered('国道扬尘大', {
      fact: [{ rule, span: [0, 2] }],
      category: [{ rule, span: [0, 4] }],
    })
    expect(parts).toEqual([
      { text: '国道', layer: 'fact' },
      { text: '扬尘', layer: 'category' },
      { text: '大', layer: null },
    ])
  })
})
