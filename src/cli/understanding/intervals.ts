import { measure } from '#intents/measure.ts'
import type { Judged, Measures } from '#intents/measure.ts'
import { makeDice } from '#cli/dice.ts'

/** How many sets of the same size are drawn from the one at hand. */
const draws = 1000
const seed = 20261123
const outside = 0.025

type Figure = Exclude<keyof Measures, 'n'>
export type Intervals = Readonly<Record<`${Figure}Interval`, readonly [low: number, high: number]>>

/**
 * Between which values 95 of 100 figures lie when the messages are drawn again from themselves (bootstrap):
 * how far each figure would have moved with other messages of the same kind. The same messages give the same.
 */
export function intervals(judged: readonly Judged[]): Intervals {
  const dice = makeDice(seed)
  const measured = Array.from({ length: draws }, () => measure(judged.map(() => dice.pick(judged))))
  const figures = Object.keys(measured[0] ?? {}).filter((name): name is Figure => name !== 'n')
  const entries = figures.map((figure) => {
    const values = measured.map((one) => one[figure]).sort((a, b) => a - b)
    return [`${figure}Interval`, [at(values, outside), at(values, 1 - outside)]] as const
  })
  // Safe because the figures are those of Measures.
  return Object.fromEntries(entries) as Intervals
}

function at(sorted: readonly number[], share: number): number {
  const value = sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return Math.round(value * 1000) / 1000
}
