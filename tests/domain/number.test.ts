import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber, ticketNumber } from '#domain/ticket/number.ts'

const numbers = fc
  .tuple(
    fc.integer({ min: 2023, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 99_999 }),
  )
  .map(([year, month, day, serial]) => {
    const two = (n: number): string => String(n).padStart(2, '0')
    return ticketNumber(`${String(year)}${two(month)}${two(day)}`, serial)
  })

describe("a ticket's number", () => {
  it('is MY, the day, the serial of the day and a check digit', () => {
    expect(ticketNumber('20261123', 42)).toMatch(/^MY20261123-00042-\d$/)
  })

  it('has the check digit of ISO/IEC 7064 MOD 11,10', () => {
    // Worked by hand after the standard: 2026112300042 leads to 3.
    expect(ticketNumber('20261123', 42)).toBe('MY20261123-00042-3')
  })

  it.each(['my20261123-00042-3', 'MY20261123000423', ' MY2026112300042-3 '])(
    'is understood as people write it: %s',
    (text) => {
      expect(parseNumber(text)).toBe('MY20261123-00042-3')
    },
  )

  it.each(['MY20261123-00042-4', 'MY20261123-00042', '20261123-00042-3', 'MY2026112-00042-3', ''])(
    'is not: %s',
    (text) => {
      expect(parseNumber(text)).toBeNull()
    },
  )

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseNumber(number)).toBe(number)
      }),
    )
  })

  it('finds every single wrong digit', () => {
    const place = fc.nat({ max: 13 })
    fc.assert(
      fc.property(numbers, place, fc.integer({ min: 1, max: 9 }), (number, at, plus) => {
        const digits = number.replaceAll('-', '').slice(2)
        const wrong = (Number(digits[at]) + plus) % 10
        const typed = `MY${digits.slice(0, at)}${String(wrong)}${digits.slice(at + 1)}`
        expect(parseNumber(typed)).toBeNull()
      }),
    )
  })
})
