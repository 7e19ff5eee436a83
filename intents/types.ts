import type { MechanismWord, QuestionTopic } from './questions.ts'
import type { DropClause } from './drops.ts'
import type { dangerKinds } from './lexicon/danger-words.ts'
import type { CategoryId, ComplaintCategoryId } from './categories/index.ts'

/** Half-open range of UTF-16 offsets in the text as it was received. */
export type Span = readonly [from: number, to: number]

/** A word or phrase; a pair gives it a weight other than its list's default. */
export type Term = string | readonly [text: string, weight: number]

/** A regular expression over the normalised text. `id` names the rule in a trace. */
export type Pattern = { readonly id: string; readonly re: string; readonly weight: number }

/** One category as data: what people say when they mean it, and what they say when they do not. */
export type Category = {
  readonly id: string
  readonly label: string
  /** Words that name the nuisance itself: strong alone. Default weight 3. */
  readonly terms: readonly Term[]
  /** Words for what causes it: weak alone, strong with an effect. Default weight 1. */
  readonly sources: readonly Term[]
  /** Words for what it does to people, place or time: weak alone. Default weight 1. */
  readonly effects: readonly Term[]
  /** Combinations, paraphrases without the obvious word, orders of words. */
  readonly patterns: readonly Pattern[]
  /** Words that speak against it. Default weight -3. */
  readonly exclusions: readonly Term[]
}

export type Evidence = { readonly rule: string; readonly span: Span }

export type RankedCategory = { readonly category: CategoryId; readonly score: number }

/** What a text is about. `score`s are calibrated probabilities that sum to about 1. */
export type Classification = {
  /** First-ranked, also when `abstain` is true. */
  readonly category: CategoryId
  readonly confidence: number
  /** Best first; at least three. */
  readonly ranked: readonly RankedCategory[]
  readonly evidence: readonly Evidence[]
  /** Of the rules and weights that made it: replaying the text with the same gives the same bytes. */
  readonly version: string
  /** True: too unsure to act on; ask, then send to the dispatch desk. */
  readonly abstain: boolean
}

/** What the sender is doing with this message. `converse` decides what it means at this point of a dialogue. */
export type DialogueAct =
  | 'complain'
  | 'greet'
  | 'confirm'
  | 'deny'
  | 'cancel'
  | 'correct'
  | 'status'
  | 'supplement'
  | 'urge'
  | 'withdraw'
  | 'handoff'
  | 'rate'
  | 'thank'
  | 'abuse'
  | 'none-of-these'
  | 'keep'
  | 'ask'
  | 'secrecy'
  | 'praise'
  | 'suggest'
  | 'recurred'
  | 'rate-again'
  | 'chatter'
  /** Tells more of what is being told, or of a ticket. */
  | 'detail'
  /** One more problem. */
  | 'add'
  /** One of several problems is not to be told after all. */
  | 'drop'
  /** Two readings of opposite meaning are as likely: it is asked which. */
  | 'unclear'
  | 'other'

export type Urgency = 'urgent' | 'fast' | 'general' | 'complex'

/** What somebody is in danger of; 'unknown': the words tell that, not of what. */
export type Danger = keyof typeof dangerKinds | 'unknown'

export type Language = 'zh-hans' | 'zh-hant' | 'en'

/** What the clock tells and the words do not. */
export type Circumstances = {
  /** It is the time of the college or senior-school entrance examination. */
  readonly exams: boolean
}

/** What to ask when it is unsure what a message is about: at most three choices. */
export type Clarification = {
  /** The family of nuisances its words name (noise, smell …); null when they name none. */
  readonly family: string | null
  /** `id`: a category's, or a key of the replies (choice.<id>). */
  readonly choices: readonly {
    readonly id: string
    readonly categories: readonly ComplaintCategoryId[]
  }[]
}

/** One clause-group of a text that holds several problems. */
export type Part = { readonly span: Span; readonly classification: Classification }

/** Everything the words themselves tell; no place, no unit. Plain data, JSON-safe. */
export type Understanding = {
  readonly text: string
  readonly language: Language
  /** Acts the words allow, likeliest first; never empty. */
  readonly acts: readonly DialogueAct[]
  readonly classification: Classification
  /** One entry per distinct problem; one entry when there is only one. In-scope categories only, except when nothing is. */
  readonly parts: readonly Part[]
  readonly urgency: Urgency
  readonly urgencyReasons: readonly Evidence[]
  readonly danger: Danger | null
  /** null when it is sure, or no complaint. */
  readonly clarification: Clarification | null
  /** The words that say when and how often, as written: 每天22点后. */
  readonly when: string | null
  readonly happeningNow: boolean
  /** The citizen asks for secrecy or reports a named employer. */
  readonly secrecy: boolean
  /** Categories the text denies: 不是油烟，是噪声. */
  readonly denied: readonly ComplaintCategoryId[]
  /** What the words say of several problems told before: which are dropped, which stay; empty where they do not. */
  readonly drops: readonly DropClause[]
  /** The words come on top of what was told before (还有, 另外, 也有). */
  readonly also: boolean
  /** It is where what was told before is: 它家. */
  readonly samePlace: boolean
  /** What was not submitted is to be told after all: 还是投吧, 接着办. */
  readonly resumes: boolean
  /** Nothing but that the place is wrong: 地址不对. */
  readonly misplaced: boolean
  /** A ticket number in the text, normalised: MY20261123-00042-3. */
  readonly ticketNumber: string | null
  /** A secret code in the text, upper case. */
  readonly secretCode: string | null
  readonly phone: string | null
  /** Answers to call-back questions that the words give, if any. */
  readonly rating: {
    readonly contacted: boolean | null
    readonly solved: 'solved' | 'partly' | 'unsolved' | null
    readonly satisfied: 'satisfied' | 'basically' | 'unsatisfied' | null
  }
  /** For an env-inquiry: which fact of the plan answers it (id in the plan's figures), if any. */
  readonly inquiryTopic: string | null
  /** A question about the bot, the case or the mechanism: which (lexicon/question-topics.ts); null when it is none. */
  readonly questionTopic: QuestionTopic | null
  /** The words of the mechanism that it names (lexicon/question-topics.ts). */
  readonly questionWords: readonly MechanismWord[]
  /** For out-of-scope: a topic with its own kind reply (wages, water-outage, parking …), if known. */
  readonly outOfScopeTopic: string | null
}
