import type { ComplaintCategoryId } from './categories/index.ts'
import { families } from './dialogue/clarify.ts'
import { asksOfRule, asksWho } from './facts.ts'
import { unfoldModel } from './folded.ts'
import { loadModel } from './model.ts'
import type { StoredModel } from './model.ts'
import stored from './model.json' with { type: 'json' }
import { asRead } from './readable.ts'
import type { RuleFindings } from './rules.ts'
import { opensTicket } from './opens-ticket.ts'
import { categoryIds, classifyWith, withoutDenied } from './score.ts'
import type { Classified } from './score.ts'
import type { Classification } from './types.ts'

// Safe: the file is written by `npm run train`, and loading refuses another form's classes.
const model = loadModel(unfoldModel(stored) as StoredModel, categoryIds)

/** Names the rules and the weights a decision was made with. */
export const understandingVersion = model.version

/** Characters. */
const shortMessage = 40
/** So short, a source alone (我家旁边工地) may mean any of its nuisances, however sure the model is. Characters. */
const fewWords = 14
/** Certainty that makes up for words that do not name the matter. */
const sureWithoutName = 0.75
/** Lead over the second that settles what a correction leaves. */
const clearLead = 0.3
/** Words that name a kind of nuisance and no source. */
const kindsOnly: ReadonlySet<string> = new Set(families.flatMap(({ words }) => words))

/** What a text complains of: the rules and the trained model in one calibrated score. */
export function classify(text: string): Classification {
  const { normal, spanIn } = asRead(text)
  const { classification } = classifyNormal(normal)
  const evidence = classification.evidence.map((one) => ({ ...one, span: spanIn(one.span) }))
  return { ...classification, evidence }
}

/** As `classify`, for text that is normalised already, with what the rules found. */
export function classifyNormal(normal: string): Classified {
  const heard = classifyWith(model, normal)
  const denied = deniedIn(heard.findings)
  const read = denied.length === 0 ? heard : readWithout(normal, heard, denied)
  const isQuestion =
    asksOfRule(normal) || (asksWho(normal) && opensTicket(read.classification.category))
  const classification = isQuestion ? asQuestion(read) : withSource(normal, read)
  return { classification, findings: heard.findings }
}

/** Complaints the words themselves deny: 不是噪音. */
export function deniedIn(findings: RuleFindings): ComplaintCategoryId[] {
  return findings.denied.map((index) => categoryIds[index]).filter(opensTicket)
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
  const { classification } = classifyWith(model, left)
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

/**
 * A short message that only tells an effect (我要投诉噪音) or a kind of nuisance (有扬尘) leaves the source
 * open, one that names only a source (还放音响) its nuisance, and one without any word of the matter
 * (那个又来了) leaves all open: unless the model is sure it is asked, not guessed.
 */
function withSource(normal: string, { classification }: Classified): Classification {
  if (normal.length > shortMessage) return classification
  const { category, confidence, evidence } = classification
  const own = evidence.map(({ rule }) => rule).filter((rule) => rule.startsWith(`${category}/`))
  const named = own.some((rule) => !/\/(?:source|effect):/.test(rule) && !namesKindOnly(rule))
  const hinted = !opensTicket(category) || own.some(isSource)
  const bare = normal.length <= fewWords && own.length > 0 && own.every(isSource)
  const sure = hinted && !bare && confidence >= sureWithoutName
  return named || sure ? classification : { ...classification, abstain: true }
}

function isSource(rule: string): boolean {
  return rule.includes('/source:')
}

function namesKindOnly(rule: string): boolean {
  const [, word] = rule.split('/term:')
  return word !== undefined && kindsOnly.has(word)
}
