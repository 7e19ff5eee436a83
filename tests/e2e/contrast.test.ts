import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '#tests/support/contrast.ts'

const css = readFileSync(new URL('../../src/web/static/app.css', import.meta.url), 'utf8')
const white = '#ffffff'

/** Text on its grounds, as the stylesheet pairs them. */
const texts = {
  ink: ['ground', 'paper', 'accent-soft', 'red-soft', 'amber-soft', 'green-soft', 'mark'],
  soft: ['ground', 'paper', 'accent-soft'],
  accent: ['ground', 'paper', 'accent-soft'],
  red: ['red-soft', 'paper'],
  amber: ['amber-soft', 'paper'],
  green: ['green-soft', 'paper'],
} as const

const marks = { edge: ['ground', 'paper'], accent: ['ground', 'paper'] } as const

test('text has a contrast of at least 4.5 on every ground it stands on', () => {
  expect(belowOn(texts, 4.5)).toEqual([])
})

test('white text on the accent and on the red of buttons has a contrast of at least 4.5', () => {
  for (const name of ['accent', 'red']) {
    expect(contrast(white, colour(name)), name).toBeGreaterThanOrEqual(4.5)
  }
})

test('borders of controls and marks have a contrast of at least 3', () => {
  expect(belowOn(marks, 3)).toEqual([])
})

test('the measure of contrast is 21 for black on white and 1 for equal colours', () => {
  expect(contrast('#000000', white)).toBeCloseTo(21)
  expect(contrast(white, white)).toBe(1)
})

function belowOn(pairs: Readonly<Record<string, readonly string[]>>, least: number) {
  return Object.entries(pairs).flatMap(([name, grounds]) =>
    grounds
      .filter((ground) => contrast(colour(name), colour(ground)) < least)
      .map((ground) => `${name} on ${ground}`),
  )
}

function colour(name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`, 'u').exec(css)?.[1]
  if (found === undefined) throw new Error(`no colour --${name} in app.css`)
  return found
}
