import { actsOf, ratingOf } from './acts.ts'
import type { CategoryId, ComplaintCategoryId } from './categories/index.ts'
import { clarificationOf } from './clarify.ts'
import { classifyNormal } from './classify.ts'
import {
  asksOfRule,
  asksSecrecy,
  inquiryTopicOf,
  isHappeningNow,
  outOfScopeTopicOf,
  phoneIn,
  secretCodeIn,
  ticketNumberIn,
  whenOf,
} from './facts.ts'
import { languageOf, normalize } from './normalize.ts'
import type { RuleFindings } from './rules.ts'
import { categoryIds, withoutDenied } from './score.ts'
import type { Classified } from './score.ts'
import { partsOf } from './split.ts'
import type { Classification, Understanding } from './types.ts'
import { urgencyOf } from './urgency.ts'

/** Characters. */
const shortMessage = 40
/** Lead over the second that settles what a correction leaves. */
const clearLead = 0.3

/**
 * Everything the words of one message tell: the one door of this room. Pure; no place, no unit. Spans are
 * UTF-16 offsets in `text`.
 */
export function understand(text: string): Understanding {
  const normal = normalize(text)
  const heard = classifyNormal(normal)
  const denied = heard.findings.denied.map((index) => categoryIds[index]).filter(isComplaint)
  const read = denied.length === 0 ? heard : readWithout(normal, heard, denied)
  const classification = asksOfRule(normal) ? asQuestion(read) : withSource(normal, read)
  const { urgency, reasons, danger } = urgencyOf(normal, classification.category)
  return {
    text,
    language: languageOf(text),
    acts: actsOf(normal, complains(classification, read.findings)),
    classification,
    parts: partsOf(normal, { ...read, classification }),
    urgency,
    urgencyReasons: reasons,
    danger,
    clarification: clarificationOf(normal, classification),
    when: whenOf(text, normal),
    happeningNow: isHappeningNow(normal),
    secrecy: asksSecrecy(normal),
    denied,
    ticketNumber: ticketNumberIn(normal),
    secretCode: secretCodeIn(normal),
    phone: phoneIn(normal),
    rating: ratingOf(normal),
    inquiryTopic: inquiryTopicOf(normal),
    outOfScopeTopic: outOfScopeTopicOf(normal),
  }
}

/** The same words without those they deny, wherever these stand: 烧烤摊冒烟。不是烧烤摊，是饭店. */
function readWithout(
  normal: string,
  { findings }: Classified,
  denied: readonly ComplaintCategoryId[],
): Classified {
  const left = findings.deniedWords.reduce(
    (text, word) => text.replaceAll(word, ' '.repeat(word.length)),
    normal,
  )
  const { classification } = classifyNormal(left)
  const reread = withoutDenied(classification, denied)
  const [first, second] = reread.ranked
  const clear = (first?.score ?? 0) - (second?.score ?? 0) >= clearLead
  return { findings, classification: { ...reread, abstain: reread.abstain && !clear } }
}

/** A question what is allowed complains of nothing: 密云让放烟花吗. */
function asQuestion({ classification }: Classified): Classification {
  const category = 'env-inquiry'
  const others = classification.ranked.filter((one) => one.category !== category)
  const ranked = [{ category, score: 1 } as const, ...others.map((one) => ({ ...one, score: 0 }))]
  return { ...classification, category, confidence: 1, ranked, abstain: false }
}

/** A short message that only tells an effect (我要投诉噪音) leaves the source open: it is asked, not guessed. */
function withSource(normal: string, { classification }: Classified): Classification {
  const { category, evidence } = classification
  const named = evidence.some(
    ({ rule }) => rule.startsWith(`${category}/`) && !rule.startsWith(`${category}/effect:`),
  )
  const guessed = isComplaint(category) && !named && normal.length <= shortMessage
  return guessed ? { ...classification, abstain: true } : classification
}

/** Tells categories a ticket can carry from the two that open none. */
export function isComplaint(id: CategoryId | undefined): id is ComplaintCategoryId {
  return id !== undefined && id !== 'out-of-scope' && id !== 'env-inquiry'
}

/** Words of some category stand in it, or the model is sure of one. */
function complains({ category, abstain }: Classification, findings: RuleFindings): boolean {
  if (category === 'env-inquiry') return false
  const named = findings.scores.some(
    ({ strong, source, effect }) => strong > 0 || (source > 0 && effect > 0),
  )
  return named || (isComplaint(category) && !abstain)
}
