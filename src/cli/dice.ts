import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded chance. */
export type Dice = {
  /** An integer from 0 to n - 1. */
  readonly below: (n: number) => number
  /** A number from `from` up to `to`. */
  readonly between: (from: number, to: number) => number
  /** True in `percent` of a hundred throws. */
  readonly chance: (percent: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly weighted: <T extends { readonly weight: number }>(from: readonly T[]) => T
  readonly shuffled: <T>(from: readonly T[]) => T[]
}

const fine = 1_000_000

/** The same seed gives the same throws. */
export function makeDice(seed: number): Dice {
  const rng = xoroshiro128plus(seed)
  const below = (n: number): number => uniformInt(rng, 0, n - 1)
  const between = (from: number, to: number): number => from + (below(fine) / fine) * (to - from)
  const pick = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    below,
    between,
    pick,
    chance: (percent) => between(0, 100) < percent,
    weighted: (from) => {
      let left = between(
        0,
        from.reduce((sum, one) => sum + one.weight, 0),
      )
      const found = from.find((one) => (left -= one.weight) < 0)
      return found ?? pick(from)
    },
    shuffled: (from) => {
      const cards = from.map((card) => ({ card, order: below(fine) }))
      return cards.sort((a, b) => a.order - b.order).map(({ card }) => card)
    },
  }
}

/** `count` draws in exactly the shares given (largest remainders), in the order of the list. */
export function dealt<T extends { readonly weight: number }>(
  from: readonly T[],
  count: number,
): T[] {
  const total = from.reduce((sum, one) => sum + one.weight, 0)
  const exact = from.map((one) => ({ one, share: (one.weight / total) * count }))
  const short = count - exact.reduce((sum, { share }) => sum + Math.floor(share), 0)
  const ranked = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1))
  const extra = new Set(ranked.slice(0, short).map(({ one }) => one))
  return exact.flatMap(({ one, share }) =>
    Array.from({ length: Math.floor(share) + (extra.has(one) ? 1 : 0) }, () => one),
  )
}
