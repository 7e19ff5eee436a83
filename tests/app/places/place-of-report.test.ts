import { describe, expect, it } from 'vitest'
import { placeOfReport } from '#app/places/place-of-report.ts'
import { recognisedIn } from '#routing/places/in-words.ts'

const text = '有人烧烤'
const read = (area: string | null, address: string) => {
  const place = placeOfReport({ area, address, coordinates: null, text })
  return 'outside' in place ? place.outside : [recognisedIn(place), place.told]
}

describe('The address of a report', () => {
  it.each([
    ['鼓楼街道', '上海路6号', '鼓楼街道 上海路6号'],
    [null, '新东路（果园环岛东北角）', '新东路（果园环岛东北角）'],
    [null, '密云二中门口', '密云二中门口'],
    [null, '西统路8号', '西统路8号'],
    [null, '檀营乡政府对面的汽修厂', '檀营地区 政府对面的汽修厂'],
    [null, '京承高速密云出口', '京承高速密云出口'],
    [null, '密云区果园街道果园西里12号楼', '果园街道 果园西里 12号楼'],
  ])('%s, %s loses nothing', (area, address, line) => {
    const told = area === null ? address : `${area} ${address}`
    expect(read(area, address)).toEqual([line, told])
  })

  it.each([
    ['冯家峪镇', '西白莲峪村黄土梁果园旁养猪场', '冯家峪镇 西白莲峪 黄土梁果园旁养猪场'],
    ['果园街道', '季庄', '果园街道 季庄'],
    ['密云镇', '季庄村', '密云镇 季庄'],
    ['太师屯镇', '怀柔方向101国道旁', '太师屯镇 怀柔方向101国道旁'],
  ])('gives way to the township named by itself: %s, %s', (area, address, line) => {
    expect(read(area, address)[0]).toBe(line)
  })

  it('is told by the words where there is none', () => {
    const place = placeOfReport({
      address: null,
      coordinates: null,
      text: '果园西里门口有人烧烤',
    })
    expect(place).toMatchObject({ village: '果园西里', spot: '门口', told: '果园西里门口' })
  })

  it('elsewhere is told by its name', () => {
    expect(read(null, '怀柔区青春路3号')).toBe('怀柔区')
  })
})
