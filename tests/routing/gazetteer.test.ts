import { describe, expect, it } from 'vitest'
import { everyday } from '#routing/places/aliases.ts'
import { findPlaces } from '#routing/places/find.ts'
import { towns } from '#routing/places/towns.ts'
import { villages } from '#routing/places/villages.ts'
import { units } from '#routing/units.ts'
import { inWords, labelOf, suffixOf } from './place-words.ts'

const townLabels = new Set<string>(towns.map((town) => town.label))

function isNameOfTown(name: string): boolean {
  return towns.some(({ label, aliases }) => [label, ...aliases].some((one) => one === name))
}

describe('the gazetteer', () => {
  it('holds 429 communities and villages and the names of 21 units, each in the registry of units', () => {
    expect(villages.length).toBe(429)
    expect(new Set(villages.map((one) => one.code)).size).toBe(429)
    for (const town of towns) {
      expect(units.find((unit) => unit.id === town.id)?.label).toBe(town.label)
    }
    expect(towns.length).toBe(21)
  })
})

describe('every village of the gazetteer', () => {
  it.each(villages.map((one) => [`${labelOf.get(one.town) ?? ''} ${one.name}`, one] as const))(
    '%s is found by its full name behind its township',
    (words, village) => {
      const text = `${words.replace(' ', '')}${suffixOf(village)}有人露天烧垃圾`
      expect(inWords(findPlaces(text))).toBe(words)
    },
  )

  const short = villages.filter((one) => !townLabels.has(one.name))
  it.each(short.map((one) => [`${labelOf.get(one.town) ?? ''} ${one.name}`, one] as const))(
    '%s is found by its short name behind its township',
    (words, village) => {
      const town = labelOf.get(village.town) ?? ''
      const text = `你好，${town}${village.name}这边天天冒黑烟`
      expect(inWords(findPlaces(text))).toBe(words)
    },
  )

  it('is found by its name with 村 or 社区 alone, or is one of the candidates', () => {
    const lost = villages.filter((village) => {
      const place = findPlaces(`我们${village.name}${suffixOf(village)}有人烧秸秆`)
      const found = place.town === null ? place.candidates : [place]
      return !found.some((one) => one.town === village.town && one.village === village.name)
    })
    expect(lost.map((village) => village.name)).toEqual([])
  })

  it('leads at least to its township when only its name is the answer', () => {
    const lost = villages.filter((village) => {
      const place = findPlaces(village.name)
      return ![place, ...place.candidates].some((one) => one.town === village.town)
    })
    expect(lost.map((village) => village.name)).toEqual([])
  })
})

/** Sentences a village may stand in; `full`: its name with 村 or 社区. */
const carriers: readonly (readonly [string, (name: string, full: string) => string])[] = [
  ['at the start', (_, full) => `${full}北边有人倒垃圾`],
  ['before a door', (_, full) => `${full}门口的烧烤摊天天冒烟`],
  ['in the middle', (_, full) => `天天晚上都有人在${full}路口烧塑料，呛得睡不着`],
  ['at the end', (_, full) => `工地半夜打桩，就在${full}`],
  ['behind an announced address', (name) => `投诉噪音扰民，地址：${name}`],
  ['as where somebody is from', (name) => `我是${name}的，楼下饭店油烟味太大`],
  ['as a home', (name) => `我家住${name}，旁边工地半夜打桩`],
  ['as here', (name) => `我们${name}这边河水发黑`],
]

describe('every village of the gazetteer in a sentence', () => {
  it.each(carriers)('is found, or is a candidate, or at least its township is: %s', (_, say) => {
    const lost = villages.filter((village) => {
      const place = findPlaces(say(village.name, village.name + suffixOf(village)))
      return ![place, ...place.candidates].some((one) => one.town === village.town)
    })
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  it.each(carriers.slice(0, 4))('is found by its own name when told in full: %s', (_, say) => {
    const lost = villages.filter((village) => {
      const place = findPlaces(say(village.name, village.name + suffixOf(village)))
      const found = place.town === null ? place.candidates : [place]
      return !found.some((one) => one.town === village.town && one.village === village.name)
    })
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  it('is found in any of them by its short name, unless that is an everyday word', () => {
    const words = new Set<string>([...everyday.strong, ...everyday.weak])
    const named = villages.filter(({ name }) => !words.has(name) && !isNameOfTown(name))
    const lost = named.filter(({ name, town }) => {
      const place = findPlaces(`从县城到${name}的路上大车撒土`)
      return ![place, ...place.candidates].some((one) => one.town === town && one.village === name)
    })
    expect(lost.map(({ name }) => name)).toEqual([])
  })
})

/** Names that villages of several townships bear. */
const shared = [...new Set(villages.map(({ name }) => name))]
  .map((name) => ({ name, of: villages.filter((one) => one.name === name) }))
  .filter(({ of }) => new Set(of.map(({ town }) => town)).size > 1)

describe('every name that villages of several townships bear', () => {
  it('is one of nine', () => {
    expect(shared.map(({ name }) => name).sort()).toEqual(
      ['季庄', '董各庄', '王各庄', '黄各庄', '南沟', '杨各庄', '大岭', '第一', '第二'].sort(),
    )
  })

  it.each(shared)('$name is ambiguous alone, with its candidates', ({ name, of }) => {
    const { town, candidates } = findPlaces(name)
    expect(town).toBeNull()
    expect(candidates.map((one) => one.town).sort()).toEqual(of.map((one) => one.town).sort())
  })

  it.each(shared.flatMap(({ of }) => of.map((one) => [one.name, one] as const)))(
    '%s is settled by its township before or after it',
    (name, village) => {
      const { town } = village
      const label = labelOf.get(town) ?? ''
      const full = name + suffixOf(village)
      for (const text of [`${label}${name}`, `${full}，${label}的`, `${label} ${name} 有人放炮`]) {
        expect(findPlaces(text), text).toMatchObject({ town, village: name })
      }
    },
  )
})
