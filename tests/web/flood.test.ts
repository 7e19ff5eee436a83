import { expect, it } from 'vitest'
import { makeFlood } from '#web/citizen/flood.ts'

it('lets a key do only so much within the window', () => {
  const flood = makeFlood(2, 1_000)
  expect([flood.allows('a', 0), flood.allows('a', 1), flood.allows('a', 2)]).toEqual([
    true,
    true,
    false,
  ])
})

it('counts each key for itself', () => {
  const flood = makeFlood(1, 1_000)
  flood.allows('a', 0)
  expect(flood.allows('b', 0)).toBe(true)
})

it('lets a key go on when its window has passed, refused tries not counting', () => {
  const flood = makeFlood(1, 1_000)
  flood.allows('a', 0)
  flood.allows('a', 900)
  expect(flood.allows('a', 1_000)).toBe(true)
})
