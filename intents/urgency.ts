import type { CategoryId } from './categories/index.ts'
import { isAtNight, isHappeningNow } from './facts.ts'
import { dangerIn } from './danger.ts'
import { examWords, fastAtNight, fastWhenNow, vulnerable } from './lexicon/urgency.ts'
import type { Circumstances, Danger, Evidence, Urgency } from './types.ts'

export type Urgent = {
  readonly urgency: Urgency
  readonly reasons: readonly Evidence[]
  readonly danger: Danger | null
}

/** No day of note. */
export const ordinary: Circumstances = { exams: false }

/** Danger that is this desk's matter too: a ticket of the highest urgency. Of the rest only the right number is told. */
const ours: ReadonlySet<Danger> = new Set([
  'fire',
  'gas',
  'chemical',
  'explosion',
  'medical',
  'co',
  'trapped',
  'electric',
])

/**
 * How soon it must be solved, by stated rules (rulebook, Solving classes): danger to life or property is
 * urgent (2 h); burning, stench, fireworks, night construction and the like are fast (24 h) while they
 * happen, at night, with weak people affected; noise also near exams, named or by the calendar.
 * `category`: what it is about.
 */
export function urgencyOf(
  normal: string,
  category: CategoryId,
  circumstances: Circumstances = ordinary,
): Urgent {
  const danger = dangerIn(normal)
  if (danger !== null && ours.has(danger.kind)) {
    return { urgency: 'urgent', reasons: [danger.evidence], danger: danger.kind }
  }
  const reasons = [
    ...fastReasons(normal, category),
    ...examReasons(normal, category, circumstances),
  ]
  return { urgency: reasons.length > 0 ? 'fast' : 'general', reasons, danger: danger?.kind ?? null }
}

function fastReasons(normal: string, category: CategoryId): Evidence[] {
  const isFastKind = (fastWhenNow as readonly CategoryId[]).includes(category)
  const atNight = isAtNight(normal) && (fastAtNight as readonly CategoryId[]).includes(category)
  const now = isHappeningNow(normal)
  const weak = now ? wordIn(normal, vulnerable, 'fast/weak-people') : null
  const whole: Evidence['span'] = [0, normal.length]
  return [
    now && isFastKind ? { rule: `fast/now:${category}`, span: whole } : null,
    atNight ? { rule: `fast/night:${category}`, span: whole } : null,
    weak,
  ].filter((reason) => reason !== null)
}

/** Noise is fast when an exam is named, and all through the exam period (plan, air 21). */
function examReasons(normal: string, category: CategoryId, { exams }: Circumstances): Evidence[] {
  if (!category.endsWith('-noise')) return []
  const named = wordIn(normal, examWords, 'fast/exams')
  if (named !== null) return [named]
  return exams ? [{ rule: `fast/exam-period:${category}`, span: [0, normal.length] }] : []
}

function wordIn(text: string, words: readonly string[], rule: string): Evidence | null {
  for (const word of words) {
    const from = text.indexOf(word)
    if (from >= 0) return { rule: `${rule}:${word}`, span: [from, from + word.length] }
  }
  return null
}
