import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPlaces } from '#routing/places/find.ts'
import { recognisedIn, toldBeyond } from '#routing/places/in-words.ts'

type Row = { readonly text: string; readonly must: readonly string[]; readonly not: string }

/** `addresses.txt`: what is said, the words that must stay, and what is not of the place. */
const rows: readonly Row[] = readFileSync(new URL('addresses.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [text = '', must = '', not = ''] = line.split('|').map((part) => part.trim())
    return { text, must: must.split(' '), not }
  })

function keeps({ text, must }: Row): boolean {
  const { told } = findPlaces(text)
  return must.every((words) => told?.includes(words))
}

describe('Of ordinary addresses in ordinary sentences', () => {
  it('the road, the house, the shop and the side stay in nine of ten', () => {
    const lost = rows.filter((row) => !keeps(row)).map(({ text }) => text)
    expect(rows.length).toBeGreaterThan(150)
    expect(lost.length / rows.length).toBeLessThan(0.1)
  })

  it('hardly ever the trouble is taken for a part of the place', () => {
    const more = rows.filter(({ text, not }) => not !== '' && findPlaces(text).told?.includes(not))
    expect(more.length / rows.length).toBeLessThan(0.03)
  })
})

describe('The words of a place', () => {
  it.each([
    ['果园西里小区门口有人烧烤', null],
    ['溪翁庄镇走马庄村北边烧秸秆', null],
    ['宁村桥下有人倒垃圾', null],
    ['密云二中门口，就是果园西里旁边', '密云二中门口，果园西里旁边'],
  ])('of %s are shown beside what was recognised only when they say more', (text, shown) => {
    expect(toldBeyond(findPlaces(text))).toBe(shown)
  })

  it('are no part of the line of names', () => {
    expect(recognisedIn(findPlaces('果园街道果园西里小区门口'))).toBe('果园街道 果园西里 小区门口')
  })

  it('stand in the text', () => {
    const piece = fc.constantFrom(
      ...rows.map(({ text }) => text),
      '，',
      '有人在',
      '（',
      '密云',
      '路',
      '😀',
    )
    const texts = fc.array(piece, { maxLength: 6 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const { told, spot } = findPlaces(text)
        for (const part of told?.split('，') ?? []) expect(text).toContain(part)
        if (spot !== null) expect(text).toContain(spot)
      }),
    )
  })

  it('are found in a long text as in a short one', () => {
    const whole = rows.map(({ text }) => text).join('。')
    expect(findPlaces(whole.repeat(20)).told).not.toBeNull()
  })
})
