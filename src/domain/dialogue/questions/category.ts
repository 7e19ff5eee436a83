import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Clarification } from '#intents/types.ts'
import type { ReplyKey } from '#intents/replies/types.ts'
import { say } from '../dialogue.ts'
import { blank } from '../draft.ts'
import { goOn } from '../move.ts'
import type { Moves } from '../move.ts'
import type { Choice } from '../reply.ts'
import type { ConverseTools, Draft, DraftProblem } from '../types.ts'
import { question } from './question.ts'

const prefix = 'category:'
const none = 'none'

/** What it is: between the categories a button left, else by what the words leave open. */
export const category = question({
  kind: 'category',
  put: (open: DraftProblem, clarification: Clarification | null, tools: ConverseTools) =>
    open.among.length > 1 ? between(open.among, tools) : clarifying(clarification, tools),
  press: ({ dialogue: { draft } }, choiceId) => draft && chosen(draft, choiceId),
  acts: { 'none-of-these': ({ dialogue: { draft } }) => draft && noneOfThese(draft) },
  about: 'matter',
})

function between(among: DraftProblem['among'], tools: ConverseTools) {
  const choices = among.map((id) => ({ id: prefix + id, label: shortLabel(id, tools) }))
  return { choices: [...choices, noneChoice(tools)], reply: say('ask.between') }
}

function clarifying(clarification: Clarification | null, tools: ConverseTools) {
  const options = (clarification?.choices ?? []).map(({ id, categories }) => ({
    id: prefix + categories.join(','),
    label: (categories as readonly string[]).includes(id)
      ? shortLabel(id as ComplaintCategoryId, tools) // Safe because it is one of `categories`.
      : tools.say(`choice.${id}` as ReplyKey), // Safe because tests/data prove that the key exists.
  }))
  const choices = options.length === 0 ? [] : [...options, noneChoice(tools)]
  const family = clarification?.family ?? null
  const key = family === null ? 'ask.category' : (`ask.${family}` as ReplyKey) // Safe because tests/data prove that the key exists.
  return { choices, reply: say(key) }
}

function noneChoice(tools: ConverseTools): Choice {
  return { id: none, label: tools.say('choice.none') }
}

/** A label that fits a button: without its parenthesis. */
function shortLabel(id: ComplaintCategoryId, tools: ConverseTools): string {
  return tools.labels.category(id).replace(/（.*）$/, '')
}

function chosen(draft: Draft, choiceId: string): Moves {
  if (choiceId === none) return noneOfThese(draft)
  // Safe because the ids of the buttons are made from category ids, above.
  const categories = choiceId.replace(prefix, '').split(',') as ComplaintCategoryId[]
  const [only, ...more] = categories
  return only !== undefined && more.length === 0
    ? [goOn(withProblem(draft, { category: only, among: [] }))]
    : [goOn(withProblem(draft, { among: categories }))]
}

/** The one clarifying question did not help: only the place is still asked, then the desk decides. */
function noneOfThese(draft: Draft): Moves {
  return [goOn(withProblem(draft, { among: [] }))]
}

function withProblem(draft: Draft, told: Partial<DraftProblem>): Draft {
  const at = draft.problems.findIndex((problem) => problem.category === null)
  const open = draft.problems[at] ?? blank
  const rest = draft.problems.filter((_, index) => index !== at)
  return { ...draft, problems: [...rest, { ...open, ...told }] }
}
