import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landmarks } from '#routing/places/aliases.ts'
import { readable } from '#intents/readable.ts'
import { findPlaces } from '#routing/places/find.ts'
import { slipRows } from '#routing/places/slips.ts'
import { towns } from '#routing/places/towns.ts'
import { villages } from '#routing/places/villages.ts'
import { allExamples } from '#cli/understanding/examples.ts'
import { inWords } from './place-words.ts'

const cityDistricts = [
  ...['东城区', '西城区', '朝阳区', '海淀区', '丰台区', '石景山区', '门头沟区', '房山区', '通州区'],
  ...['顺义区', '昌平区', '大兴区', '怀柔区', '平谷区', '延庆区'],
]

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
    '河套里又有人烧芦苇',
    '往湖里填石头搭钓鱼台',
    '湖滨花园小区楼下开了练歌房',
    '某某区明珠小区有人装修',
    '那边县里的果园镇有养猪场',
    '大岭山上有人放炮',
    '地里中庄稼都烧了',
    '我们这一社区的人都受不了',
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
    ['密云花园小区半夜唱歌', '鼓楼街道'],
    ['我们明珠小区门口烧烤', '十里堡镇 明珠'],
    ['地点：钓鱼台', '河南寨镇 钓鱼台'],
    ['在下屯有人烧荒', '河南寨镇 下屯'],
    ['檀营一社区楼下饭店油烟', '檀营地区 第一'],
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
    ['我在汤河口，河里有死鱼', '怀柔区'],
    ['北京市怀柔区渤海镇有人烧荒', '怀柔区'],
    ['顺义木林镇有养猪场臭', '顺义区'],
    ['我家住平谷镇罗营，邻居放炮', '平谷区'],
    ['巴克什营那边烧荒', '滦平县'],
    ['听说承德那边在烧秸秆', '承德市'],
    ['河北省承德市滦平县的矿', '滦平县'],
    ['我住东莞市花园小区，楼下唱歌', '东莞市'],
  ])('%s → %s', (text, outside) => {
    expect(findPlaces(text)).toMatchObject({ outside, town: null, candidates: [] })
  })

  it.each([
    '重庆火锅店油烟太大',
    '兰州拉面馆排烟',
    '从怀柔开来的大车一路洒土',
    '开上海大众的邻居半夜按喇叭',
    '河北来的大车冒黑烟',
    '我是四川的，这烧烤我都嫌呛',
    '按《天津市噪声条例》他们也违法',
    '这家兴隆饭店油烟大',
    '我是海淀的，密云的房子旁边工地吵',
  ])('%s is not about another city', (text) => {
    expect(findPlaces(text).outside).toBeNull()
  })

  it.each(cityDistricts)('%s is outside, in full and bare', (district) => {
    expect(findPlaces(`北京市${district}有工厂排黑烟`).outside).toBe(district)
    expect(findPlaces(`我在${district}，有人放炮`).outside).toBe(district)
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
    ['行宫小区广场舞太吵', null],
    ['长安小区旁边有人烧烤', '长安小区旁边'],
    ['果园街道果园北里有人烧烤', '果园北里'],
  ])('%s → %s', (text, spot) => {
    expect(findPlaces(text).spot).toBe(spot)
  })
})

describe('misspelt names', () => {
  it.each([
    ['希瓮庄镇有人烧垃圾', '溪翁庄镇'],
    ['太师囤那边烧荒', '太师屯镇'],
    ['西天各庄有养猪场', '西田各庄镇'],
    ['布老屯镇河边倒垃圾', '不老屯镇'],
    ['冯家裕镇西苍峪烧荒', '冯家峪镇 西苍峪'],
    ['木家峪机场太吵', '穆家峪镇'],
    ['距各庄镇矿上扬尘', '巨各庄镇'],
    ['十里铺镇工地扬尘', '十里堡镇'],
    ['东绍渠镇', '东邵渠镇'],
    ['谭营地区工地半夜打桩', '檀营地区'],
    ['古石裕有人偷砂', '不老屯镇 古石峪'],
    ['檀洲家园楼下烧烤', '鼓楼街道 檀州家园'],
  ])('%s → %s', (text, expected) => {
    expect(inWords(findPlaces(text))).toBe(expected)
  })

  it.each(['河南在建的工地扬尘', '古楼里有人唱歌', '东边少取点水'])(
    'are not made of what only sounds alike: %s',
    (text) => {
      expect(inWords(findPlaces(text))).toBe('-')
    },
  )

  it('are put right only where no name is written right', () => {
    expect(inWords(findPlaces('高岭镇的人去布老屯赶集，乱扔垃圾'))).toBe('高岭镇')
  })

  it('keep the offsets of the text', () => {
    const text = '在希瓮庄镇有人烧烤'
    const [span] = findPlaces(text).evidence.map((one) => one.span)
    expect(text.slice(...(span ?? []))).toBe('希瓮庄镇')
  })

  it('have each character in one row only', () => {
    const all = slipRows.flatMap((row) => [...row])
    expect(all.filter((char, at) => all.indexOf(char) !== at)).toEqual([])
  })
})

describe('our own examples, which hardly name a place', () => {
  const texts = allExamples().map(({ text }) => text)
  const placeNames = [
    ...towns.flatMap(({ label, aliases }) => [label, ...aliases]),
    ...landmarks.map(({ name }) => name),
    ...villages.map(({ name }) => name),
  ]

  it('name none where no name of ours is written', () => {
    const plain = texts.filter((text) => !placeNames.some((name) => text.includes(name)))
    const found = plain.filter((text) => inWords(findPlaces(text)) !== '-')
    expect(plain.length).toBeGreaterThan(2000)
    expect(found).toEqual([])
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
    ['密云水库白河大坝附近有人烧烤', '溪翁庄镇'],
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
        if (place.spot !== null) expect(readable(text).text).toContain(place.spot)
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
