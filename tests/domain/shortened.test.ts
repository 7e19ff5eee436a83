import { expect, it } from 'vitest'
import { shortened } from '#domain/shortened.ts'

it('A text as long as it may be stays whole; a longer one ends with … and is no longer than it may be', () => {
  expect(shortened('烧烤冒烟', 4)).toBe('烧烤冒烟')
  expect(shortened('烧烤冒烟了', 4)).toBe('烧烤冒…')
})

it('A sign outside the first plane is one sign, and never cut in two', () => {
  expect(shortened('𠮷𠮷𠮷', 3)).toBe('𠮷𠮷𠮷')
  expect(shortened('𠮷𠮷𠮷', 2)).toBe('𠮷…')
})
