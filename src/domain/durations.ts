/** How long something took, whole minutes: the middle one and the ninth of ten. */
export type Durations = { readonly n: number; readonly median: number; readonly p90: number } | null

/** By nearest rank, so that each is a time that really occurred; null of none. */
export function durationsOf(minutes: readonly number[]): Durations {
  const sorted = minutes.toSorted((a, b) => a - b)
  const n = sorted.length
  const at = (share: number): number => sorted[Math.ceil(share * n) - 1] ?? 0
  return n === 0 ? null : { n, median: at(0.5), p90: at(0.9) }
}
