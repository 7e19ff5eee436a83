import { questionTopics } from './lexicon/question-topics.ts'
import type { QuestionTopic } from './lexicon/question-topics.ts'

const compiled = questionTopics.map(({ topic, re }) => ({ topic, re: new RegExp(re) }))

/** Which question about the bot, a case or its handling a normalised text asks; null when none of those known. */
export function questionTopicOf(normal: string): QuestionTopic | null {
  return compiled.find(({ re }) => re.test(normal))?.topic ?? null
}
