import { describe, expect, it } from 'vitest'
import { addressGroup, makeLimiter } from '#app/tools/limiter.ts'

it('lets a key do only so much within the window', () => {
  const limiter = makeLimiter(2, 1_000)
  expect([limiter.allows('a', 0), limiter.allows('a', 1), limiter.allows('a', 2)]).toEqual([
    true,
    true,
    false,
  ])
})

it('counts each key for itself', () => {
  const limiter = makeLimiter(1, 1_000)
  limiter.allows('a', 0)
  expect(limiter.allows('b', 0)).toBe(true)
})

it('lets a key go on when its window has passed, refused tries not counting', () => {
  const limiter = makeLimiter(1, 1_000)
  limiter.allows('a', 0)
  limiter.allows('a', 900)
  expect(limiter.allows('a', 1_000)).toBe(true)
})

it('counts what something costs', () => {
  const limiter = makeLimiter(10, 1_000)
  expect([limiter.allows('a', 0, 8), limiter.allows('a', 0, 3), limiter.allows('a', 0, 2)]).toEqual(
    [true, false, true],
  )
})

it('takes back what does not count after all, and never more than was taken', () => {
  const limiter = makeLimiter(1, 1_000)
  limiter.allows('a', 0)
  limiter.give('a')
  limiter.give('a')
  limiter.give('never seen')
  expect([limiter.allows('a', 0), limiter.allows('a', 0)]).toEqual([true, false])
})

it('gives nothing for a clock that is put back', () => {
  const limiter = makeLimiter(1, 1_000)
  limiter.allows('a', 5_000)
  expect(limiter.allows('a', 0)).toBe(false)
})

it('keeps no more keys than it is told to, and those that are busy', () => {
  const limiter = makeLimiter(1, 3_600_000, 100)
  limiter.allows('busy', 0)
  for (let n = 0; n < 10_000; n += 1) {
    limiter.allows(`key-${String(n)}`, n)
    expect(limiter.allows('busy', n)).toBe(false)
  }
  expect(limiter.allows('key-0', 10_000)).toBe(true)
})

describe('Whose address it is', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8:1:2::1', '2001:db8:1:2::'],
    ['2001:db8:1:3::1', '2001:db8:1:3::'],
    ['nothing', 'nothing'],
  ])('%s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group)
  })
})
