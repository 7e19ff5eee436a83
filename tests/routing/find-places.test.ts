import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPlaces } from '#routing/places/find.ts'
import { towns } from '#routing/places/towns.ts'
import { villages } from '#routing/places/villages.ts'
import type { FoundPlace } from '#routing/types.ts'
import { units } from '#routing/units.ts'

const labelOf = new Map<string, string>(towns.map((town) => [town.id, town.label]))
const townLabels = new Set<string>(towns.map((town) => town.label))

/** 溪翁庄镇 走马庄, or what else the finder said, in words. */
function inWords({ town, village, candidates, outside }: FoundPlace): string {
  if (outside !== null) return `outside ${outside}`
  if (candidates.length > 0) {
    return candidates.map((one) => inWords({ ...nothing, ...one })).join(' or ')
  }
  return [town === null ? '-' : labelOf.get(town), village].filter((one) => one !== null).join(' ')
}

const nothing: FoundPlace = {
  town: null,
  village: null,
  spot: null,
  candidates: [],
  outside: null,
  evidence: [],
}

function suffixOf({ kind, name }: { readonly kind: string; readonly name: string }): string {
  if (name.endsWith('社区')) return ''
  return kind === 'village' ? '村' : '社区'
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

describe('townships', () => {
  it.each([
    ['太师屯那边饭店油烟大', '太师屯镇'],
    ['在鼓楼有人放鞭炮', '鼓楼街道'],
    ['檀营满族蒙古族乡的垃圾站很臭', '檀营地区'],
    ['果园街道办事处管不管', '果园街道'],
    ['溪翁庄有人烧烤', '溪翁庄镇'],
    ['溪翁庄村有人烧烤', '溪翁庄镇 溪翁庄'],
    ['密云经济开发区的厂子冒烟', '中关村密云园'],
    ['密云镇半夜施工', '密云镇'],
    ['密云半夜施工', '-'],
    ['Barbecue smoke near Gubeikou every night', '古北口镇'],
  ])('%s → %s', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })
})

describe('names that fit several places', () => {
  it.each([
    ['季庄', '果园街道 季庄 or 密云镇 季庄'],
    ['在董各庄那边', '西田各庄镇 董各庄 or 不老屯镇 董各庄'],
    ['王各庄有人烧烤', '十里堡镇 王各庄 or 大城子镇 王各庄'],
    ['黄各庄村的路', '巨各庄镇 黄各庄 or 太师屯镇 黄各庄'],
    ['我在南沟', '太师屯镇 南沟 or 大城子镇 南沟'],
    ['杨各庄养猪场臭', '不老屯镇 杨各庄 or 大城子镇 杨各庄'],
    ['大岭村', '东邵渠镇 大岭 or 北庄镇 大岭'],
    ['第一社区有人放炮', '檀营地区 第一 or 溪翁庄镇 第一'],
    ['第二社区', '檀营地区 第二 or 溪翁庄镇 第二'],
  ])('%s is reported as ambiguous', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
    expect(findPlaces(text).town).toBeNull()
  })

  it.each([
    ['密云镇季庄', '密云镇 季庄'],
    ['果园街道，季庄', '果园街道 季庄'],
    ['季庄，就是果园街道那个', '果园街道 季庄'],
    ['季庄村', '密云镇 季庄'],
    ['季庄社区', '果园街道 季庄'],
    ['不老屯董各庄', '不老屯镇 董各庄'],
    ['檀营第一社区', '檀营地区 第一'],
    ['大城子镇的南沟', '大城子镇 南沟'],
  ])('%s is settled by the township or the suffix', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })

  it('two townships in one text are both candidates', () => {
    expect(inWords(findPlaces('河南寨到十里堡的路上渣土车一路洒'))).toBe('河南寨镇 or 十里堡镇')
  })

  it('where the speaker lives gives way to where it happens', () => {
    expect(inWords(findPlaces('我是果园西里的居民，太师屯镇的饭店油烟大'))).toBe('太师屯镇')
    expect(inWords(findPlaces('我住果园西里，楼下饭店油烟大'))).toBe('果园街道 果园西里')
  })

  it('a group of villages of one township gives the township alone', () => {
    expect(inWords(findPlaces('长安小区半夜放音乐'))).toBe('鼓楼街道')
  })
})

describe('everyday words', () => {
  it.each([
    '阳光下晒得难受，工地还在洒土',
    '小区绿地里有人烧烤',
    '村里果园打农药味道大',
    '大家团结起来投诉这个厂子',
    '花园里的音响太吵',
    '光明正大地排污水',
    '第一次投诉，饭店油烟大',
    '河北牌照的大货车冒黑烟',
    '新农村建设的工地扬尘',
    '舞台上的音响太吵',
    '铁矿粉撒了一路',
    '养马场臭',
    '小辛庄村有人烧荒',
    '长安街上堵车',
    '高岭土粉尘',
    '在公园北头跳广场舞',
  ])('%s names no place', (text) => {
    expect(inWords(findPlaces(text))).toBe('-')
  })

  it.each([
    ['我家住阳光小区，楼下烧烤', '鼓楼街道 阳光'],
    ['团结村有人烧荒', '河南寨镇 团结'],
    ['密云果园，半夜施工', '果园街道'],
    ['鼓楼', '鼓楼街道'],
    ['在绿地那边', '果园街道 绿地'],
    ['果园康居门口有烧烤', '果园街道 康居'],
    ['石城镇河北有死鱼', '石城镇 河北'],
  ])('%s does, with support', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })
})

describe('places outside the district', () => {
  it.each([
    ['怀柔那边的饭店油烟大', '怀柔区'],
    ['我在朝阳区十里堡，楼下烧烤', '朝阳区'],
    ['顺义区的工地半夜施工', '顺义区'],
    ['我们在平谷，村里烧垃圾', '平谷区'],
    ['河北滦平的厂子冒烟', '滦平县'],
    ['兴隆县矿山粉尘', '兴隆县'],
    ['天津市的化工厂', '天津市'],
  ])('%s → %s', (text, outside) => {
    expect(findPlaces(text)).toMatchObject({ outside, town: null, candidates: [] })
  })

  it.each([
    '重庆火锅店油烟太大',
    '兰州拉面馆排烟',
    '从怀柔开来的大车一路洒土',
    '开上海大众的邻居半夜按喇叭',
  ])('%s is not about another city', (text) => {
    expect(findPlaces(text).outside).toBeNull()
  })

  it('a place of the district counts before one outside', () => {
    expect(inWords(findPlaces('怀柔来的车在太师屯倒渣土'))).toBe('太师屯镇')
  })
})

describe('the rest of the address', () => {
  it.each([
    ['果园西里小区门口的烧烤摊每天晚上冒烟', '小区门口'],
    ['溪翁庄镇走马庄村北边', '村北边'],
    ['宾阳里西门有人烧纸', '西门'],
    ['上河湾12号楼底商油烟', '12号楼底商'],
    ['有人在白河边倒建筑垃圾', '白河边'],
    ['果园西里天天有人在小区东门烧烤', '小区东门'],
    ['果园西里有人烧烤', null],
  ])('%s → %s', (text, spot) => {
    expect(findPlaces(text).spot).toBe(spot)
  })
})

describe('scripts and corrections', () => {
  it.each([
    ['果園西里小區門口', '果园街道 果园西里'],
    ['太師屯鎮黑古沿村燒垃圾', '太师屯镇 黑古沿'],
    ['馮家峪鎮西蒼峪', '冯家峪镇 西苍峪'],
    ['地址错了，是果园西里', '果园街道 果园西里'],
    ['不是太师屯，是高岭', '高岭镇'],
    ['古北水镇旁边放烟花', '古北口镇 司马台'],
  ])('%s → %s', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })
})

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...[
      '果园',
      '西里',
      '镇',
      '村',
      '小区',
      '季庄',
      '在',
      '朝阳',
      '区',
      '密云',
      '怀柔',
      '門',
      '😀',
      'Ｇ',
    ],
    ...['阳光', '门口', '不是', '，', ' ', '1', '社区', '第一', '石城', '水库', '\u0000', 'gulou'],
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  )

  it('gives spans inside the text, and a township or candidates but never both', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const place = findPlaces(text)
        for (const { span } of place.evidence) {
          expect(span[0]).toBeGreaterThanOrEqual(0)
          expect(span[0]).toBeLessThan(span[1])
          expect(span[1]).toBeLessThanOrEqual(text.length)
        }
        expect(place.candidates.length).not.toBe(1)
        if (place.town !== null) expect(place.candidates).toEqual([])
        if (place.outside !== null) expect(place.town).toBeNull()
        if (place.village !== null) expect(place.town).not.toBeNull()
        if (place.spot !== null) expect(text).toContain(place.spot)
      }),
    )
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(findPlaces(text)).toEqual(findPlaces(text))
      }),
    )
  })
})
