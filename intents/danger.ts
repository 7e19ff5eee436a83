import { calm, dangerKinds } from './lexicon/danger-words.ts'
import { chanceOfDanger } from './utterances/read.ts'
import type { Danger, Evidence } from './types.ts'

/**
 * Words of danger count from `named` on; from `sure` on the whole of what is said is enough, or from `likened` on where
 * some words of it only look like danger. A miss is worse than an alarm. Found by cross-validation.
 */
const dangerSettings = { named: 0.1, sure: 0.45, likened: 0.8 } as const

const calmPattern = new RegExp(calm.join('|'), 'g')
const kinds = Object.entries(dangerKinds).map(([kind, re]) => ({
  kind: kind as keyof typeof dangerKinds, // Safe because these are its own keys.
  re: new RegExp(re),
}))
/** A letter tells a story; danger is told in a few words. */
const longest = 200
/** Fewer than this name the danger, or tell none. */
const shortest = 8

/** Danger that a normalised text tells of now: its kind and the words that say so; null when it tells of none. */
export function dangerIn(normal: string): { kind: Danger; evidence: Evidence } | null {
  const read = normal.length > longest ? null : chanceOfDanger(normal)
  if (read !== null && read < dangerSettings.named) return null
  // Same length, so that spans stay right.
  const feared = normal.replaceAll(calmPattern, (words) => ' '.repeat(words.length))
  for (const { kind, re } of kinds) {
    const found = re.exec(feared)
    if (found === null) continue
    const span = [found.index, found.index + found[0].length] as const
    return { kind, evidence: { rule: `danger/${kind}:${found[0]}`, span } }
  }
  if (read === null || normal.length < shortest || !isTold(read, feared !== normal)) return null
  return { kind: 'unknown', evidence: { rule: 'danger/unknown', span: [0, normal.length] } }
}

/** `isLikened`: some of it only looks like danger. */
function isTold(chance: number, isLikened: boolean): boolean {
  return chance >= (isLikened ? dangerSettings.likened : dangerSettings.sure)
}
