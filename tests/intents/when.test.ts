import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize } from '#intents/normalize.ts'
import { understand } from '#intents/understand.ts'
import { whenOf } from '#intents/when.ts'

/** `times.txt`: what is said, and the words of time that must stay, in their order. */
const rows = readFileSync(new URL('times.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()))
  .map(([text = '', words = '']) => [text, words] as const)

const when = (text: string) => whenOf(text, normalize(text))

describe('The times a person tells', () => {
  it.each(rows.filter(([, words]) => words !== ''))('in %s are kept: %s', (text, words) => {
    for (const part of words.split('，')) expect(when(text)?.toLowerCase()).toContain(part)
  })

  it.each(rows.filter(([, words]) => words === ''))('are none in %s', (text) => {
    expect(when(text)).toBeNull()
  })

  it.each([
    ['大前天夜里有人烧荒', '大前天夜里'],
    ['去年冬天到现在一直臭', '去年冬天到现在'],
    ['昨晚11点到今早5点施工', '昨晚11点到今早5点'],
    ['上周三晚上排的', '上周三晚上'],
    ['11月3号下午3点左右冒黑烟', '11月3号下午3点左右'],
    ['每逢初一十五烧纸', '每逢初一十五'],
    ['昨天，不对，是前天晚上倒的', '昨天，不对，是前天晚上'],
    ['每天晚上十点以后到凌晨两三点唱歌', '每天晚上十点以后到凌晨两三点'],
    ['这半个月周末全天施工', '这半个月周末全天'],
    ['从早到晚嗡嗡响', '从早到晚'],
  ])('are one whole in %s', (text, words) => {
    expect(when(text)).toBe(words)
  })

  it('are kept all, in their order, each once', () => {
    const text = '昨晚烧了一次，还有人举报过；今早又烧，昨晚那次最大'
    expect(when(text)).toBe('昨晚，今早')
  })

  it('are as they were written, without signs that nobody sees', () => {
    expect(understand('每\u200b天晚\u00ad上十點以後唱歌').when).toBe('每天晚上十點以後')
  })

  it.each([
    '果园西里18号院',
    '3号楼门口',
    '有一点臭',
    '一点办法没有',
    '第一次反映',
    '十里堡镇',
    '五一村',
    '8日用品店',
  ])('are not read into %s', (text) => {
    expect(when(text)).toBeNull()
  })

  it('stand in the text, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '昨晚',
        '3点',
        '到',
        '，',
        '不对，是',
        '从',
        '每天',
        '以后',
        '的',
        '至',
        ' and ',
      ),
    )
    const texts = fc.array(piece, { maxLength: 20 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        for (const part of when(text)?.split('，') ?? []) expect(text).toContain(part)
      }),
    )
  })
})
