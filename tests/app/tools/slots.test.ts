import { expect, it } from 'vitest'
import { makeSlots } from '#app/tools/slots.ts'

it('So many at once of each key, and so many in all', () => {
  const slots = makeSlots(2, 3)
  const first = slots.begin('a')
  expect([first, slots.begin('a')].every((leave) => leave !== null)).toBe(true)
  expect(slots.begin('a')).toBeNull()
  expect(slots.begin('b')).not.toBeNull()
  expect(slots.begin('c')).toBeNull()
  first?.()
  expect(slots.begin('c')).not.toBeNull()
})

it('A place is given back once, however often that is said', () => {
  const slots = makeSlots(1, 2)
  const leave = slots.begin('a')
  leave?.()
  leave?.()
  expect([slots.begin('a'), slots.begin('b'), slots.begin('c')].map((one) => one === null)).toEqual(
    [false, false, true],
  )
})
