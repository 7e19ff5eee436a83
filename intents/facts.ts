import { timeWords } from './lexicon/time-words.ts'
import { phonesIn } from './personal/index.ts'
import { placeWords } from './lexicon/place-words.ts'
import { dropWords } from './lexicon/drop-words.ts'
import { secrecy } from './lexicon/secrecy.ts'
import {
  inquiryTopics,
  notRuleQuestions,
  plainQuestions,
  ruleQuestions,
  whoQuestions,
} from './lexicon/inquiry-topics.ts'
import { outOfScopeTopics } from './lexicon/out-of-scope-topics.ts'

const secrecyPatterns = secrecy.map((re) => new RegExp(re))
const alsoPatterns = placeWords.also.map((re) => new RegExp(re))
const samePatterns = placeWords.same.map((re) => new RegExp(re))
const misplacedPatterns = placeWords.misplaced.map((re) => new RegExp(re))
const resumePattern = new RegExp(dropWords.resume)
const inquiries = inquiryTopics.map(({ topic, re }) => ({ topic, re: new RegExp(re) }))
const elsewhere = outOfScopeTopics.map(({ topic, re }) => ({ topic, re: new RegExp(re) }))

const ticketNumber = /my(\d{8})[-－\s]?(\d{5})[-－\s]?(\d)/
const secretCode =
  /(?:密码|查询码|验证码|code)\s*[:：是为]?\s*([a-z0-9]{8})(?![a-z0-9])|^\s*(?=[a-z0-9]*\d)([a-z0-9]{8})\s*$/

/** Whether it is going on while the message is written. */
export function isHappeningNow(normal: string): boolean {
  return timeWords.now.some((word) => normal.includes(word))
}

/** Whether the words speak of the night. */
export function isAtNight(normal: string): boolean {
  return timeWords.night.some((word) => normal.includes(word))
}

/** Whether the citizen asks that nobody learn who wrote, or reports an employer. */
export function asksSecrecy(normal: string): boolean {
  return secrecyPatterns.some((re) => re.test(normal))
}

/** Whether the words come on top of what was told before: 还有巨各庄镇也有人烧秸秆. */
export function tellsAlso(normal: string): boolean {
  return alsoPatterns.some((re) => re.test(normal))
}

/** Whether what was put aside is to be told after all: 还是投吧. */
export function saysResume(normal: string): boolean {
  return resumePattern.test(normal)
}

/** Whether it is where what was told before is: 它家后门还倒泔水. */
export function saysSamePlace(normal: string): boolean {
  return samePatterns.some((re) => re.test(normal))
}

/** Whether the words say no more than that the place is wrong: 地址不对. */
export function saysMisplaced(normal: string): boolean {
  return misplacedPatterns.some((re) => re.test(normal))
}

/** A ticket's number as written, in its official form; its check digit is not proved here. */
export function ticketNumberIn(normal: string): string | null {
  const found = ticketNumber.exec(normal)
  return found === null ? null : `MY${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`
}

/** A secret code, upper case: eight letters and digits that are named as one or stand alone. */
export function secretCodeIn(normal: string): string | null {
  const withoutNumber = normal.replace(ticketNumber, ' ')
  const found = secretCode.exec(withoutNumber)
  const code = found?.[1] ?? found?.[2]
  return code === undefined ? null : code.toUpperCase()
}

/** A telephone number in figures, however it is written; a landline counts when the words call it one. */
export function phoneIn(text: string): string | null {
  const named = /电话|手机|座机|联系|号码/.test(text)
  return phonesIn(text).find(({ kind }) => kind === 'mobile' || named)?.value ?? null
}

const questions = ruleQuestions.map((re) => new RegExp(re))
const plain = plainQuestions.map((re) => new RegExp(re))
const longestQuestion = 30

/** Whether a short message asks what is allowed or aimed at, about a matter the plan speaks of, or what a deed costs. */
export function asksOfRule(normal: string): boolean {
  if (normal.length > longestQuestion) return false
  if (notRuleQuestions.some((word) => normal.includes(word))) return false
  if (plain.some((re) => re.test(normal))) return true
  return inquiryTopicOf(normal) !== null && questions.some((re) => re.test(normal))
}

const whoIs = whoQuestions.map((re) => new RegExp(re))
/** Longer ones tell of a case: a complaint put as a question. */
const longestWho = 10

/** Whether a few words ask who is responsible for a matter, and tell of no case. */
export function asksWho(normal: string): boolean {
  return normal.length <= longestWho && whoIs.some((re) => re.test(normal))
}

/** The fact of the plan that answers a question; null when none does. */
export function inquiryTopicOf(normal: string): string | null {
  return inquiries.find(({ re }) => re.test(normal))?.topic ?? null
}

/** The topic of a message that is not for this desk; null when unknown. */
export function outOfScopeTopicOf(normal: string): string | null {
  return elsewhere.find(({ re }) => re.test(normal))?.topic ?? null
}
