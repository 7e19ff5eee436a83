import { describe, expect, it } from 'vitest'
import { boundMessage, mostText, plainName } from '#app/tools/bound-message.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { conceal, findPersonal, mask, phonesIn } from '#intents/personal/index.ts'
import { understand } from '#intents/understand.ts'
import { findPlaces } from '#routing/places/find.ts'
import { openApp, words } from '#tests/app/app-world.ts'

/** What patterns go back and forth over: repeated to the length of the longest text that is read. */
const pieces = [
  '烟',
  'a',
  '1',
  ' ',
  '\n',
  '，',
  '我叫',
  '138',
  '13800138000',
  '果园西里',
  '3号楼2单元',
  '不是',
  '还有',
  'http://',
  'a@',
  '.',
  '-',
  '京A',
  '（',
  '“',
  '哈',
  '没有',
  '12:',
  '村',
  '公里',
  '的',
  '1 ',
  '１',
  '確認',
  '\u200b',
  '🔥',
] as const

const long = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

/** A thousand times what an honest message takes: what grows faster than in proportion is far beyond it. */
const mostMs = 2_000

function msOf(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

describe.each(Object.entries({ understand, findPlaces, mask, conceal, phonesIn, findPersonal }))(
  '%s',
  (_, read) => {
    it('takes no long time over the longest text that is read, whatever it is made of', () => {
      read('预热')
      const slow = pieces.flatMap((piece) =>
        ['', 'x', '。'].flatMap((end) => {
          const ms = msOf(() => read(long(piece, mostText).slice(0, mostText) + end))
          return ms > mostMs ? [`${JSON.stringify(piece)} ${String(Math.round(ms))}`] : []
        }),
      )
      expect(slow).toEqual([])
    }, 120_000)
  },
)

it.each(pieces)('A million of %j is bounded at the door in no time', (piece) => {
  const text = long(piece, 1_000_000)
  const message = words(text)
  expect(msOf(() => boundMessage(message))).toBeLessThan(mostMs)
  expect(msOf(() => plainName(text))).toBeLessThan(mostMs)
})

it.each(['烟', '1', '哈 ', '果园', '\n'])(
  '700,000 of %j are answered, and so is the next',
  async (piece) => {
    const { ctx } = await openApp()
    const message = words(long(piece, 700_000))
    await receiveMessage(ctx, message)
    const next = words('果园西里小区门口的烧烤摊每天晚上冒烟')
    await receiveMessage(ctx, next)
    for (const one of [message, next]) expect(await ctx.inbox.put(one)).toBe('done')
  },
)
