import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutboundMessage } from '#app/messages.ts'
import { statuses } from '#domain/ticket/status.ts'
import { pieces } from '#channels/line/limits.ts'
import { writeCalls } from '#channels/line/write.ts'
import { anAnswer } from '#tests/db/build.ts'
import { faultOf } from '#tests/support/fakes/line-limits.ts'
import {
  imageEvent,
  locationEvent,
  postbackEvent,
  stickerEvent,
  textEvent,
} from '#tests/support/fakes/line-events.ts'
import { actionsOf } from '#tests/support/fakes/line-words.ts'
import { openLine } from './line-world.ts'

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.integer({ min: 0, max: 12_000 }).map((length) => '密🏭'.repeat(length / 3)),
)
/** What is shown as a head or on a button is never blank. */
const named = words.map((text) => (text.trim() === '' ? '名' : text))
const id = fc.string({ unit: 'grapheme', maxLength: 60 })
const due = fc.option(fc.integer({ min: 0, max: 4e12 }))

const summary = fc.record({
  type: fc.constant('summary' as const),
  items: fc.array(
    fc.record({
      category: words,
      handler: words,
      clause: words,
      sentence: words,
      due: fc.integer({ min: 0, max: 4e12 }),
    }),
    { maxLength: 5 },
  ),
  place: words,
  when: fc.option(words),
})
const ticket = fc.record({
  number: words,
  category: words,
  place: words,
  handler: words,
  clause: words,
  due,
})
const receipt = fc.record({
  type: fc.constant('receipt' as const),
  tickets: fc.array(ticket, { maxLength: 5 }),
  code: fc.option(words),
})
const progress = fc.record({
  type: fc.constant('progress' as const),
  number: words,
  state: fc.constantFrom(...statuses),
  status: named,
  category: words,
  handler: words,
  due,
  text: words,
})
const callback = fc.record({
  type: fc.constant('callback' as const),
  number: words,
  category: words,
  handler: words,
  step: fc.constantFrom(1 as const, 2 as const, 3 as const),
})

const message: fc.Arbitrary<OutboundMessage> = fc
  .record({
    text: words,
    choices: fc.array(fc.record({ id, label: named }), { maxLength: 20 }),
    questionId: fc.option(fc.uuid()),
    asks: fc.constantFrom(null, 'place' as const, 'confirm' as const),
    card: fc.option(fc.oneof(summary, receipt, progress, callback)),
    language: fc.constantFrom('zh-hans' as const, 'zh-hant' as const, 'en' as const),
  })
  .map((parts) => anAnswer('m', parts))

describe('Whatever the bot has to say', () => {
  it('makes calls that LINE takes', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), (batch) => {
        expect(
          writeCalls(batch)
            .map(faultOf)
            .filter((fault) => fault !== null),
        ).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('loses no word when a long text is cut, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const cut = pieces(text, 40)
        expect(cut.every((piece) => piece.length <= 40)).toBe(true)
        const bare = (given: string) => given.replaceAll(/\s/g, '')
        expect(bare(cut.join(''))).toBe(bare(text))
      }),
    )
    expect(pieces('🏭🏭🏭', 5)).toEqual(['🏭🏭', '🏭'])
  })
})

const said = fc.constantFrom(
  '果园西里小区门口的烧烤摊每天晚上冒烟',
  '我要投诉噪音',
  '楼下饭店油烟直排，晚上空调外机也响得厉害',
  '季庄',
  '溪翁庄镇走马庄村北边',
  '都不是',
  '不对，是噪声',
  '进度',
  '还没人管？！',
  '我要撤诉',
  '转人工',
  '密云让放烟花吗',
  'The barbecue at 果园西里 smokes every night',
  '公司三个月没发工资了',
  '山上着火了，溪翁庄镇',
  '13800001111',
  '臭'.repeat(4000),
  '‮&<>"\n\n🏭',
)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('says' as const), text: said }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('taps' as const), which: fc.nat(50) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('pin' as const, 'photo' as const, 'sticker' as const),
      which: fc.constant(0),
    }),
  },
)

describe('Whatever a citizen does', () => {
  it('every turn is answered by messages that LINE takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const world = await openLine()
        const buttons = () =>
          world.line.delivered.flatMap(({ messages }) => messages.flatMap(actionsOf))
        for (const one of steps) {
          const next = world.next()
          world.clock.now += 20_000
          if (one.type === 'says') await world.deliver(textEvent(next, one.text))
          else if (one.type === 'sticker') await world.deliver(stickerEvent(next))
          else if (one.type === 'photo') await world.deliver(imageEvent(next))
          else if (one.type === 'pin') {
            await world.deliver(locationEvent(next, { latitude: 40.44, longitude: 116.83 }))
          } else {
            const postbacks = buttons().filter((action) => action.type === 'postback')
            const tapped = postbacks[one.which % Math.max(1, postbacks.length)]
            if (tapped !== undefined) await world.deliver(postbackEvent(next, tapped.data ?? ''))
          }
        }
        await world.timers()
        expect(world.line.requests.map(({ status }) => status).filter((s) => s !== 200)).toEqual([])
        expect(await world.house.ports.outbox.troubles(9)).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
