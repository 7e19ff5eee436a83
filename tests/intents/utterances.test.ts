import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { understand } from '#intents/understand.ts'
import { opposites, utteranceActs } from '#intents/utterances/acts.ts'
import type { UtteranceAct, UtteranceContext } from '#intents/utterances/acts.ts'
import { readUtterance } from '#intents/utterances/read.ts'

const nothing: UtteranceContext = { asked: null, drafting: false, openTickets: 0, closedTickets: 0 }
const at = {
  summary: { ...nothing, asked: 'confirm', drafting: true },
  open: { ...nothing, openTickets: 1 },
  withdraw: { ...nothing, asked: 'withdraw', openTickets: 1 },
  contacted: { ...nothing, asked: 'contacted', openTickets: 1 },
  solved: { ...nothing, asked: 'solved', openTickets: 1 },
  satisfied: { ...nothing, asked: 'satisfied', openTickets: 1 },
} as const

/** What must never be read as its opposite, in words that stand a sign apart. */
const contrasts: readonly (readonly [keyof typeof at, string, UtteranceAct])[] = [
  ['withdraw', '撤掉吧', 'withdraw'],
  ['withdraw', '千万别撤掉', 'keep'],
  ['withdraw', '我可没说要撤', 'keep'],
  ['summary', '那就提交上去吧', 'confirm'],
  ['summary', '先别提交上去', 'cancel'],
  ['contacted', '给我打过电话了', 'contacted-yes'],
  ['contacted', '谁给我打过电话啊', 'contacted-no'],
  ['solved', '这下解决了', 'solved-yes'],
  ['solved', '这哪儿叫解决', 'solved-no'],
  ['solved', '解决个什么了', 'solved-no'],
  ['satisfied', '挺满意', 'satisfied-yes'],
  ['satisfied', '满意个啥呀', 'satisfied-no'],
  ['satisfied', '一点也不满意', 'satisfied-no'],
]

function oppositeOf(act: UtteranceAct): readonly UtteranceAct[] {
  return opposites.flatMap(([a, b]) => (a === act ? [b] : b === act ? [a] : []))
}

describe('an utterance', () => {
  it.each(contrasts)('under %s: “%s” is %s, and never the opposite', (point, text, act) => {
    const { acts, doubt } = readUtterance(text, at[point])
    expect(acts[0]?.act).toBe(act)
    const read = acts.map((one) => one.act)
    const both = oppositeOf(act).filter((opposite) => read.includes(opposite))
    expect(both.length === 0 || doubt !== null).toBe(true)
  })

  it('may be several acts at once', () => {
    const { rating } = understand('人来过，可烟还是照样冒，我不满意', undefined, at.contacted)
    expect(rating).toEqual({ contacted: true, solved: 'unsolved', satisfied: 'unsatisfied' })
  })

  it('means what it means where it is said', () => {
    expect(readUtterance('确定', at.withdraw).acts[0]?.act).toBe('withdraw')
    expect(readUtterance('确定', at.summary).acts[0]?.act).toBe('confirm')
  })

  it('is read the same every time', () => {
    expect(readUtterance('催一催吧', at.open)).toEqual(readUtterance('催一催吧', at.open))
  })
})

describe('the utterances it learns from', () => {
  const apart = readFileSync('tests/intents/utterances.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly say: string }).say)

  it('hold none of those kept apart, but for words anybody says', () => {
    const texts = new Set(
      [...utteranceActs, 'calm'].flatMap((act) =>
        readFileSync(`intents/utterances/examples/${act}.txt`, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split(' | ')[1] ?? ''),
      ),
    )
    expect(apart.filter((text) => text.length > 4 && texts.has(text))).toEqual([])
  })

  it('make a model of at most a megabyte', () => {
    expect(statSync('intents/utterances/model.json').size).toBeLessThanOrEqual(1_048_576)
  })
})
