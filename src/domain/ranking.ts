import type { RateRow, RateWeights } from './rates.ts'

/** One unit among those it can be compared with. Scores are 0 to 1. */
export type Ranked = {
  readonly key: string
  /** 1 for the best; equal scores share a place. null: too few cases for any, wherever the score would stand. */
  readonly place: number | null
  readonly row: RateRow
  /** The composite as it is, and drawn towards the group's: the fewer cases, the more. */
  readonly raw: number
  readonly score: number
  /** How far the group's mean lies outside 95 % of what the score may be; 'within' where it does not. */
  readonly stands: 'above' | 'within' | 'below'
  /** Its place with one valid case more, all answers good; and all of them bad; null without a place. */
  readonly withGood: number | null
  readonly withBad: number | null
}

export type Ranking = {
  /** Best first. */
  readonly ranked: readonly Ranked[]
  readonly mean: number
  /** Without a valid case: no place. */
  readonly unplaced: readonly RateRow[]
}

const rateNames = ['contacted', 'solved', 'satisfied'] as const
type RateName = (typeof rateNames)[number]
type Weights = RateWeights['weights']

/** What a group's units have in common: its mean share, and how many cases of it everybody is given. */
type Prior = { readonly mean: number; readonly cases: number }
type Priors = Readonly<Record<RateName, Prior>>

/** Nobody is drawn less or more than by so many cases of the group's mean. */
const fewest = 5
const most = 200

/**
 * Ranks the units of one comparable group by the composite, each rate drawn towards the group's mean (empirical
 * Bayes, beta-binomial by moments). Where all differ by chance alone even a drawn score of two cases may stand above
 * the mean, so that whoever has few is scored but not placed: two cases neither lead nor trail.
 */
export function rank(rows: readonly RateRow[], weights: Weights): Ranking {
  const placed = rows.filter(({ valid }) => valid > 0)
  const priors = {
    contacted: priorOf(placed, 'contacted'),
    solved: priorOf(placed, 'solved'),
    satisfied: priorOf(placed, 'satisfied'),
  }
  const group = { priors, weights }
  const mean = weighed(weights, (name) => priors[name].mean)
  const scored = placed.map((row) => ({ row, score: scoreOf(row, group, { valid: 0, good: 0 }) }))
  const rivals = scored.filter(({ row }) => !row.small)
  const placeOf = (row: RateRow, score: number): number | null =>
    row.small ? null : 1 + rivals.filter((one) => one.row !== row && one.score > score).length
  const ranked = scored.map(({ row, score }) => ({
    key: row.key ?? '',
    place: placeOf(row, score),
    row,
    raw: row.composite ?? 0,
    score,
    stands: standing(row, { ...group, score, mean }),
    withGood: placeOf(row, scoreOf(row, group, { valid: 1, good: 1 })),
    withBad: placeOf(row, scoreOf(row, group, { valid: 1, good: 0 })),
  }))
  return {
    ranked: ranked.sort(
      (a, b) => last(a) - last(b) || b.score - a.score || (a.key < b.key ? -1 : 1),
    ),
    mean,
    unplaced: rows.filter(({ valid }) => valid === 0),
  }
}

/** Whoever has no place comes after all who have one. */
function last({ place }: Ranked): number {
  return place === null ? 1 : 0
}

function weighed(weights: Weights, of: (name: RateName) => number): number {
  return rateNames.reduce((sum, name) => sum + weights[name] * of(name), 0)
}

/** How much the units of a group really differ says how many of its cases each is given. */
function priorOf(rows: readonly RateRow[], name: RateName): Prior {
  const shares = rows.map((row) => ({ n: row.valid, p: row[name]?.share ?? 0 }))
  const total = shares.reduce((sum, { n }) => sum + n, 0)
  if (total === 0) return { mean: 0, cases: most }
  const mean = shares.reduce((sum, { n, p }) => sum + n * p, 0) / total
  const spread = shares.reduce((sum, { n, p }) => sum + n * (p - mean) ** 2, 0)
  const scale = total - shares.reduce((sum, { n }) => sum + n * n, 0) / total
  const byChance = (shares.length - 1) * mean * (1 - mean)
  const between = scale <= 0 ? 0 : (spread - byChance) / scale
  const cases = between <= 0 ? most : (mean * (1 - mean)) / between
  return { mean, cases: Math.min(most, Math.max(fewest, cases)) }
}

type Group = { readonly priors: Priors; readonly weights: Weights }
/** Cases beside those there are, and how many of them count in every rate. */
type Extra = { readonly valid: number; readonly good: number }

function scoreOf(row: RateRow, { priors, weights }: Group, more: Extra): number {
  return weighed(weights, (name) => {
    const { mean, cases } = priors[name]
    return ((row[name]?.count ?? 0) + more.good + cases * mean) / (row.valid + more.valid + cases)
  })
}

type Judged = Group & { readonly score: number; readonly mean: number }

/** By the spread of the drawn shares, the three taken as going together: rather 'within' than wrong. */
function standing(row: RateRow, { score, mean, priors, weights }: Judged): Ranked['stands'] {
  const deviation = weighed(weights, (name) => {
    const n = row.valid + priors[name].cases
    const p = ((row[name]?.count ?? 0) + priors[name].cases * priors[name].mean) / n
    return Math.sqrt(Math.max(0, p * (1 - p)) / n)
  })
  if (score - 1.96 * deviation > mean) return 'above'
  return score + 1.96 * deviation < mean ? 'below' : 'within'
}
