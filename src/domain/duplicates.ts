import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TownId } from '#routing/types.ts'
import { settings } from './ticket/settings.ts'

/** What is compared of two complaints. */
export type Matter = {
  readonly category: ComplaintCategoryId | null
  readonly town: TownId | null
  readonly village: string | null
  readonly spot: string | null
  /** Masked. */
  readonly text: string
  /** UTC milliseconds. */
  readonly openedAt: number
}

export type DuplicateReason =
  'same-category' | 'same-village' | 'same-spot' | 'same-town' | 'similar-text' | 'close-in-time'

/** `score` from 0 (nothing in common) to 1; `reasons` in the order of their weight. */
export type Likeness = { readonly score: number; readonly reasons: readonly DuplicateReason[] }

export const duplicateSettings = settings.duplicates

const apart: Likeness = { score: 0, reasons: [] }

/**
 * How likely two complaints speak of the same matter, and why. Different townships, different villages or more
 * than 30 days between them are never the same; a place that is not known contradicts nothing.
 */
export function likeness(a: Matter, b: Matter): Likeness {
  const between = Math.abs(a.openedAt - b.openedAt)
  if (between > duplicateSettings.windowMs) return apart
  if (differ(a.town, b.town) || differ(a.village, b.village)) return apart
  const parts = [categoryPart(a, b), ...placeParts(a, b), textPart(a, b), timePart(between)]
  return {
    score: Math.min(
      1,
      parts.reduce((sum, { weight }) => sum + weight, 0),
    ),
    reasons: parts.map(({ reason }) => reason).filter((reason) => reason !== null),
  }
}

type Part = { readonly weight: number; readonly reason: DuplicateReason | null }

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

function categoryPart(a: Matter, b: Matter): Part {
  return a.category !== null && a.category === b.category
    ? { weight: duplicateSettings.category, reason: 'same-category' }
    : { weight: 0, reason: null }
}

function placeParts(a: Matter, b: Matter): Part[] {
  const parts: Part[] = []
  if (a.village !== null && a.village === b.village) {
    parts.push({ weight: duplicateSettings.village, reason: 'same-village' })
  } else if (a.town !== null && a.town === b.town) {
    parts.push({ weight: duplicateSettings.townOnly, reason: 'same-town' })
  }
  const spots = a.spot === null || b.spot === null ? 0 : alike(a.spot, b.spot)
  const reason = spots >= duplicateSettings.alikeSpot ? 'same-spot' : null
  return [...parts, { weight: spots * duplicateSettings.spot, reason }]
}

function textPart(a: Matter, b: Matter): Part {
  const share = alike(a.text, b.text)
  const reason = share >= duplicateSettings.alikeText ? 'similar-text' : null
  return { weight: share * duplicateSettings.text, reason }
}

function timePart(between: number): Part {
  const nearness = 1 - between / duplicateSettings.windowMs
  const reason = between <= duplicateSettings.closeMs ? 'close-in-time' : null
  return { weight: nearness * duplicateSettings.time, reason }
}

/** Share of the pairs of neighbouring characters two texts have in common (Dice), 0 to 1; signs do not count. */
export function alike(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  if (one.size === 0 || other.size === 0) return 0
  const common = [...one].filter((pair) => other.has(pair)).length
  return (2 * common) / (one.size + other.size)
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((sign) =>
    /[\p{L}\p{N}]/u.test(sign),
  )
  if (letters.length === 1) return new Set(letters)
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}

/**
 * Those of `candidates` that a person should be asked about, most alike first; of equally alike ones the
 * earlier, for it is the one that others join.
 */
export function rankDuplicates<T>(
  matter: Matter,
  candidates: readonly T[],
  matterOf: (candidate: T) => Matter,
): readonly (Likeness & { readonly row: T })[] {
  return candidates
    .map((row) => ({ row, at: matterOf(row).openedAt, ...likeness(matter, matterOf(row)) }))
    .filter(({ score }) => score >= duplicateSettings.offerFrom)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ row, score, reasons }) => ({ row, score, reasons }))
}
