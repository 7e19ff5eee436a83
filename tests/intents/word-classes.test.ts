import { describe, expect, it } from 'vitest'
import { wordClasses } from '#intents/lexicon/word-classes.ts'
import { classesIn, classCount, pairCount, pairOf } from '#intents/word-classes.ts'

const names = Object.keys(wordClasses) as (keyof typeof wordClasses)[]

function of(name: keyof typeof wordClasses): number {
  return names.indexOf(name)
}

describe('classes of words', () => {
  it('are found wherever their words stand, as often as they stand', () => {
    const { whole } = classesIn('垃圾没人拉，垃圾臭', 0)
    expect(whole.get(of('refuse'))).toBe(2)
  })

  it('are found in the title apart', () => {
    const { title } = classesIn('垃圾没人拉。河水发黑', 5)
    expect([title.has(of('refuse')), title.has(of('foul'))]).toEqual([true, false])
  })

  it('are found in what is demanded apart, up to the end of its sentence', () => {
    const { demand } = classesIn('以前投诉过噪音。希望把垃圾运走。河水也发黑', 0)
    const has = (name: keyof typeof wordClasses) => demand.has(of(name))
    expect([has('refuse'), has('noise'), has('foul')]).toEqual([true, false, false])
  })

  it('make a pair when two stand near each other in one sentence', () => {
    const pair = pairOf(of('factory'), of('smell'))
    expect(classesIn('塑料厂的臭味', 0).pairs.has(pair)).toBe(true)
    expect(classesIn('我在塑料厂上班。楼道有臭味', 0).pairs.has(pair)).toBe(false)
    const between = '一二三四五六七八九十'.repeat(3)
    expect(classesIn(`塑料厂${between}臭味`, 0).pairs.has(pair)).toBe(false)
  })

  it('have a number of its own for every pair, whatever the order', () => {
    const numbers = new Set<number>()
    for (let a = 0; a < classCount; a += 1) {
      for (let b = 0; b < a; b += 1) {
        expect(pairOf(a, b)).toBe(pairOf(b, a))
        numbers.add(pairOf(a, b))
      }
    }
    expect(numbers.size).toBe(pairCount)
    expect(Math.max(...numbers)).toBe(pairCount - 1)
  })
})
