import { describe, expect, it } from 'vitest'
import { placeOfPin } from '#app/places/place-of-pin.ts'
import { towns } from '#routing/places/towns.ts'

/** In 新城子镇, clear of any border. */
const inside = { lat: 40.64, lon: 117.33 }
/** Between 太师屯镇 and 高岭镇. */
const border = { lat: 40.57, lon: 117.11 }
/** Between 鼓楼街道, 密云镇, 果园街道 and 檀营. */
const middle = { lat: 40.37, lon: 116.84 }
const outside = { lat: 39.9, lon: 116.39 }

const labelOf = (id: string | null) => towns.find((town) => town.id === id)?.label ?? null
const read = (...[coordinates, label]: Parameters<typeof placeOfPin>) => {
  const { town, village, spot, candidates, outside: beyond } = placeOfPin(coordinates, label)
  return {
    place: [labelOf(town), village, spot],
    between: candidates.map((one) => labelOf(one.town)),
    beyond,
  }
}

describe('The words of a pin are read like typed ones', () => {
  it.each([
    [
      'an address, before the nearest seat',
      '北京市密云区果园街道果园西里12号楼',
      ['果园街道', '果园西里', '12号楼'],
    ],
    [
      'a title beside it, kept as the spot',
      '张三烧烤 北京市密云区果园街道果园西里',
      ['果园街道', '果园西里', '张三烧烤'],
    ],
    ['a mere spot, beside the nearest seat', '村东头', ['新城子镇', null, '村东头']],
    ['a title that names no place, kept whole', '王记副食店', ['新城子镇', null, '王记副食店']],
    [
      'nothing but the place: no spot',
      '北京市密云区溪翁庄镇走马庄村',
      ['溪翁庄镇', '走马庄', null],
    ],
    ['empty, as if it were not there', '  ', ['新城子镇', null, null]],
  ])('%s', (_what, label, place) => {
    expect(read(inside, label)).toEqual({ place, between: [], beyond: null })
  })

  it('and settle by a border which township it is', () => {
    expect(read(border, null).between).toEqual(['太师屯镇', '高岭镇'])
    expect(read(border, '高岭镇 石匣村口')).toMatchObject({ between: [], beyond: null })
    expect(read(border, '高岭镇 石匣村口').place[0]).toBe('高岭镇')
  })

  it('and a name of several places is the one where the pin may be', () => {
    expect(read(middle, '季庄').between).toEqual(['果园街道', '密云镇'])
    expect(read(inside, '季庄').between).toEqual(['果园街道', '密云镇'])
  })

  it('and one of both within the district is enough', () => {
    expect(read(outside, '北京市密云区果园街道果园西里')).toMatchObject({ beyond: null })
    expect(read(inside, '怀柔区青春路')).toMatchObject({ beyond: null })
    expect(read(outside, '怀柔区青春路').beyond).not.toBeNull()
  })
})
