import { actsOf, ratingOf } from './acts.ts'
import { clarificationOf } from './clarify.ts'
import { dropsIn, saysDrop } from './drops.ts'
import { classifyNormal, deniedIn } from './classify.ts'
import {
  asksSecrecy,
  asksWho,
  inquiryTopicOf,
  isHappeningNow,
  outOfScopeTopicOf,
  phoneIn,
  saysMisplaced,
  saysResume,
  saysSamePlace,
  secretCodeIn,
  tellsAlso,
  ticketNumberIn,
} from './facts.ts'
import { languageOf, normalize } from './normalize.ts'
import { readable } from './readable.ts'
import type { Readable } from './readable.ts'
import type { RuleFindings } from './rules.ts'
import { opensTicket } from './opens-ticket.ts'
import { partsOf } from './split.ts'
import { questionTopicOf, questionWordsIn } from './questions.ts'
import type { Circumstances, Classification, Understanding } from './types.ts'
import { pointOf } from './utterances/acts.ts'
import type { UtteranceContext } from './utterances/acts.ts'
import { actsTogether, ratingRead } from './utterances/merge.ts'
import { readNormal } from './utterances/read.ts'
import { ordinary, urgencyOf } from './urgency.ts'
import { whenOf } from './when.ts'

/**
 * Everything the words of one message tell: the one door of this room. Pure; no place, no unit. Spans are
 * UTF-16 offsets in `text`. `circumstances`: what the clock of whoever asks tells; `context`: where the talk stands; null where nobody is talked with.
 */
export function understand(
  text: string,
  circumstances: Circumstances = ordinary,
  context: UtteranceContext | null = null,
): Understanding {
  const { text: plain, spanIn } = readable(text)
  const normal = normalize(plain)
  const { classification, findings } = classifyNormal(normal)
  const { urgency, reasons, danger } = urgencyOf(normal, classification.category, circumstances)
  const reading = context === null ? null : readNormal(normal, pointOf(context))
  const byRules = actsOf(normal, complains(classification, findings))
  const acts = reading === null ? byRules : actsTogether(reading, byRules, normal)
  return {
    text,
    language: languageOf(plain),
    acts,
    classification: inOriginal(classification, spanIn),
    parts: partsOf(normal, { classification, findings }).map((part) => ({
      span: spanIn(part.span),
      classification: inOriginal(part.classification, spanIn),
    })),
    urgency,
    urgencyReasons: reasons.map((one) => ({ ...one, span: spanIn(one.span) })),
    danger,
    clarification: clarificationOf(normal, classification),
    when: whenOf(plain, normal),
    happeningNow: isHappeningNow(normal),
    secrecy: asksSecrecy(normal) || (acts.includes('secrecy') && !acts.includes('ask')),
    denied: deniedIn(findings),
    drops: acts.includes('drop') || saysDrop(normal) ? dropsIn(normal) : [],
    also: tellsAlso(normal),
    resumes: saysResume(normal),
    samePlace: saysSamePlace(normal),
    misplaced: saysMisplaced(normal),
    ticketNumber: ticketNumberIn(normal),
    secretCode: secretCodeIn(normal),
    phone: phoneIn(text),
    rating: reading === null ? ratingOf(normal) : ratingRead(reading, ratingOf(normal), normal),
    inquiryTopic: topicOf(normal, classification),
    questionTopic: questionTopicOf(normal),
    questionWords: questionWordsIn(normal),
    outOfScopeTopic: outOfScopeTopicOf(normal),
  }
}

/** With the words it rests on where they stand in the text as received. */
function inOriginal(classification: Classification, spanIn: Readable['spanIn']): Classification {
  const evidence = classification.evidence.map((one) => ({ ...one, span: spanIn(one.span) }))
  return { ...classification, evidence }
}

/** The fact of the plan asked for, or whose handling: the matter asked about is ranked behind the question. */
function topicOf(normal: string, { category, ranked }: Classification): string | null {
  const matter = ranked[1]?.category
  const asked = category === 'env-inquiry' && asksWho(normal) && matter !== undefined
  return asked && opensTicket(matter) ? `handles.${matter}` : inquiryTopicOf(normal)
}

/** Words of some category stand in it, or the model is sure of one. */
function complains({ category, abstain }: Classification, findings: RuleFindings): boolean {
  if (category === 'env-inquiry') return false
  const named = findings.scores.some(
    ({ strong, source, effect }) => strong > 0 || (source > 0 && effect > 0),
  )
  return named || (opensTicket(category) && !abstain)
}
