import { describe, expect, it } from 'vitest'
import { classify } from '#intents/classify.ts'
import { everyday } from '#routing/places/aliases.ts'
import { shapeRows, soundRows } from '#routing/places/alike.ts'
import { findPlaces } from '#routing/places/find.ts'
import { otherCities, realElsewhere, sameNamed } from '#routing/places/other-cities.ts'
import { outsidePlaces } from '#routing/places/outside.ts'
import { towns } from '#routing/places/towns.ts'
import { villages } from '#routing/places/villages.ts'
import type { FoundPlace, TownId } from '#routing/types.ts'
import { inWords, labelOf, suffixOf } from './place-words.ts'

const everydayWords = new Set<string>([...everyday.strong, ...everyday.weak])
const townLabels = new Set<string>(towns.map(({ label }) => label))

/** The townships a place may be in. */
function townsOf({ town, candidates }: FoundPlace): readonly (TownId | null)[] {
  return [town, ...candidates.map((one) => one.town)]
}

const villagesIn = ({ village, candidates }: FoundPlace) => [
  village,
  ...candidates.map((one) => one.village),
]

/** What stands in or beside a village and is no name: `full`: its name with 村 or 社区. */
const surroundings: Readonly<Record<string, (full: string) => string>> = {
  'an orchard': (full) => `${full}果园打农药，味道大`,
  'an orchard of it': (full) => `${full}的果园里有人烧枝条`,
  'beside an orchard': (full) => `${full}果园旁边倒了一堆垃圾`,
  'an orchard at its end': (full) => `${full}东头果园边上烧塑料`,
  'a river bank': (full) => `${full}河边有人倒垃圾`,
  'a river bank by another word': (full) => `${full}河沿上有人倒渣土`,
  'a river to the west': (full) => `${full}西河边有人烧烤`,
  'a square': (full) => `${full}东边广场上音响太吵`,
  'a wood and a ditch': (full) => `${full}林地水沟边上堆了垃圾`,
}

describe('Of every village, what stands in it takes nothing from its name', () => {
  it.each(Object.entries(surroundings))('%s', (_, say) => {
    const lost = villages.filter(({ town, name, kind }) => {
      const place = findPlaces(say(name + suffixOf({ name, kind })))
      return !townsOf(place).includes(town) || !villagesIn(place).includes(name)
    })
    expect(lost.map(({ name }) => name)).toEqual([])
  })
})

describe('A village whose name is nearly a plain word', () => {
  it.each([
    ['黄土坎果园里有人打药', '不老屯镇 黄土坎'],
    ['东菜园那排小吃店往井里倒油', '鼓楼街道 东菜园'],
    ['想问问立新庄能不能养猪', '溪翁庄镇 立新庄'],
    ['住果园的，晚上工地太吵', '果园街道'],
  ])('is found: %s', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })
})

describe('An orchard, a river or an east side alone', () => {
  it.each([
    '果园村有人烧荒',
    '我们东果园村有人烧荒',
    '河沿村有人倒垃圾',
    '汤河边上有人烧烤',
    '二道河里有人电鱼',
    '东区有人半夜施工',
    '我们东区天天施工',
    '鼓楼医院楼下有人烧烤',
  ])('names no place, and is asked for: %s', (text) => {
    expect(inWords(findPlaces(text))).toBe('-')
  })

  it.each([
    ['长安小区东区7号楼下烧烤', '鼓楼街道 长安东区'],
    ['花园小区西区半夜施工', '鼓楼街道 花园西区'],
    ['檀城东区施工', '鼓楼街道 檀城东区'],
    ['行宫东区半夜施工', '鼓楼街道 行宫'],
  ])('says where, of an estate that is known: %s', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })
})

describe('The park by any of its names', () => {
  it.each([
    '密云经济开发区有厂子排废气',
    '北京密云经济开发区有厂子排废气',
    '密云经济技术开发区的味道',
    '经济开发区有厂子排废气',
    'Bad smell from a factory in the Miyun Economic Development Zone',
    'Smoke in miyun development zone every night',
    'Zhongguancun Miyun Park, a workshop stinks',
  ])('%s', (text) => {
    expect(inWords(findPlaces(text))).toBe('中关村密云园')
  })

  it.each(['北京经济技术开发区的厂子', '天津经济开发区的厂子', '怀柔经济开发区的厂子'])(
    'is not %s',
    (text) => {
      expect(findPlaces(text).town).toBeNull()
    },
  )
})

const named = villages.filter(
  ({ name }) => name.length >= 3 && !everydayWords.has(name) && !townLabels.has(name),
)
const rows: readonly string[] = [...soundRows, ...shapeRows]

/** The name with one character taken for each that sounds or looks like it. */
function slipsOf(name: string): readonly string[] {
  return [...name].flatMap((char, at) =>
    rows
      .filter((row) => row.includes(char))
      .flatMap((row) => [...row])
      .filter((other) => other !== char)
      .map((other) => name.slice(0, at) + other + name.slice(at + 1)),
  )
}

describe('Every name of three characters and more with one of them written wrong', () => {
  const real = new Set<string>([...realElsewhere, ...villages.map(({ name }) => name)])
  const cases = named.flatMap((village) =>
    slipsOf(village.name)
      .filter((slip) => !real.has(slip))
      .map((slip) => ({ ...village, slip })),
  )
  const read = cases.map((one) => ({
    ...one,
    place: findPlaces(`我们${one.slip}${suffixOf(one)}有人烧荒`),
  }))

  it('is put right, nearly always', () => {
    const found = read.filter(
      ({ place, town, name }) => townsOf(place).includes(town) && villagesIn(place).includes(name),
    )
    expect(read.length).toBeGreaterThan(10_000)
    expect(found.length / read.length).toBeGreaterThan(0.95)
  })

  it('is hardly ever taken for a village of another township', () => {
    const wrong = read.filter(({ place, town }) => place.town !== null && place.town !== town)
    expect(wrong.length / read.length).toBeLessThan(0.015)
  })

  it('is put right within its township, where no 村 follows', () => {
    const lost = cases.filter(({ town, name, slip }) => {
      const { village } = findPlaces(`${labelOf.get(town) ?? ''}${slip}东边有人烧荒`)
      return village !== name
    })
    expect(lost.length / cases.length).toBeLessThan(0.06)
  })

  it.each([
    ['金巨罗村有人烧荒', '溪翁庄镇 金叵罗'],
    ['金笸箩', '溪翁庄镇 金叵罗'],
    ['在金叵箩村，有人烧荒', '溪翁庄镇 金叵罗'],
    ['古石裕村', '不老屯镇 古石峪'],
    ['银治岭村有人采石', '东邵渠镇 银冶岭'],
    ['黑占沿村口堆着垃圾', '太师屯镇 黑古沿'],
  ])('%s → %s', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })
})

describe('A village that really bears a name near to one of ours', () => {
  it.each(realElsewhere)('is not put right: %s村', (name) => {
    const { town, village } = findPlaces(`我们${name}村有人烧荒`)
    expect([town, village]).toEqual([null, null])
  })

  it.each(['北李各庄村', '小王各庄村', '二十里堡村', '辛庄子村', '永安里社区', '王家花园小区'])(
    'is not the shorter one that stands in it: %s',
    (name) => {
      expect(inWords(findPlaces(`${name}有人烧荒`))).toBe('-')
    },
  )

  it.each([
    ['往北李各庄村的路上有人烧荒', '密云镇 李各庄'],
    ['村北李各庄村那边烧荒', '密云镇 李各庄'],
  ])('is not made of a direction: %s', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })
})

const elsewhere: readonly string[] = [
  ...outsidePlaces.map(({ name }) => name),
  ...otherCities,
  ...sameNamed,
]
/** As people say a city: without 市. Those that are plain words of their own are left in. */
const bareOf = (name: string) => name.replace(/(?:地区|[市区县省])$/, '')
const ours = [
  ...towns.map(({ label }) => label),
  ...towns.flatMap(({ aliases }) => aliases.filter((one) => /^[\u4e00-\u9fa5]+$/.test(one))),
  ...villages.map(({ name }) => name),
].filter((name) => !name.startsWith('密云') && !name.startsWith('中关'))

describe('Another district’s places open none of ours', () => {
  const sample = ours.filter((_, index) => index % 12 === 0)
  it('in full, before a name of ours', () => {
    const opened = elsewhere.flatMap((other) =>
      sample.filter((name) => townsOf(findPlaces(`${other}${name}有人烧荒`))[0] !== null),
    )
    expect(opened).toEqual([])
  })

  it.each(['怀柔', '顺义', '平谷', '朝阳', '海淀', '东城', '西城', '通州', '昌平', '大兴', '南京'])(
    '%s, bare, before every name of ours but those it is of',
    (city) => {
      const opened = ours.filter((name) => {
        const own = villages.filter((one) => one.name === city).map(({ town }) => town)
        const isOfIt = findPlaces(name)
        if (townsOf(isOfIt).some((town) => town !== null && own.includes(town))) return false
        return [`${city}${name}有人烧荒`, `我在${city}的${name}，有人烧荒`].some((text) =>
          townsOf(findPlaces(text)).some((town) => town !== null),
        )
      })
      expect(opened).toEqual([])
    },
  )

  it.each(otherCities.filter((_, index) => index % 5 === 0).map(bareOf))(
    '%s, bare, right before a township of ours',
    (city) => {
      const opened = towns
        .filter(({ kind }) => kind !== 'park')
        .filter(({ label }) => findPlaces(`${city}${label}有人烧荒`).town !== null)
      expect(opened.map(({ label }) => label)).toEqual([])
    },
  )

  it.each(['鼓楼区鼓楼医院旁边施工', '朝阳十里堡的饭店油烟', '朝阳的十里堡有工地', '河西区烧烤多'])(
    '%s',
    (text) => {
      const place = findPlaces(text)
      expect(place.town).toBeNull()
      expect(place.outside).not.toBeNull()
    },
  )

  it('but a city that is only named is none: 鼓楼区域, 西田各庄镇朝阳', () => {
    expect(findPlaces('鼓楼区域内禁止停车').outside).toBeNull()
    expect(inWords(findPlaces('西田各庄镇朝阳村有人烧荒'))).toBe('西田各庄镇 朝阳')
  })
})

describe('A village’s name says nothing of the matter', () => {
  const matters = [
    '有人在地里烧秸秆，黑烟滚滚',
    '饭店厨房的油烟直接排到居民窗户',
    '工地半夜还在打桩，吵得睡不着',
  ] as const
  it.each(matters)('%s', (matter) => {
    const alone = classify(matter).category
    const changed = villages.filter(({ town, name, kind }) => {
      const full = `${labelOf.get(town) ?? ''}${name}${suffixOf({ name, kind })}`
      return classify(`${full}${matter}`).category !== alone
    })
    expect(changed.map(({ name }) => name)).toEqual([])
  })
})
