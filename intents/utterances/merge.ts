import type { DialogueAct, Understanding } from '../types.ts'
import type { UtteranceAct } from './acts.ts'
import type { Reading } from './read.ts'

/** What the dialogue calls an act; null: it is told by what else was understood (place, time, words). */
const dialogueActs = {
  complain: 'complain',
  confirm: 'confirm',
  deny: 'deny',
  cancel: 'cancel',
  keep: 'keep',
  correct: 'correct',
  'add-problem': null,
  'drop-problem': 'correct',
  place: null,
  time: null,
  phone: null,
  detail: null,
  choose: null,
  status: 'status',
  ask: 'ask',
  urge: 'urge',
  withdraw: 'withdraw',
  secrecy: 'secrecy',
  human: 'handoff',
  'contacted-yes': 'rate',
  'contacted-no': 'rate',
  'solved-yes': 'rate',
  'solved-part': 'rate',
  'solved-no': 'rate',
  'satisfied-yes': 'rate',
  'satisfied-basic': 'rate',
  'satisfied-no': 'rate',
  recurred: 'recurred',
  'rate-again': 'rate-again',
  praise: 'praise',
  thanks: 'thank',
  greeting: 'greet',
  insult: 'abuse',
  suggestion: 'suggest',
  danger: null,
  chatter: 'chatter',
} as const satisfies Record<UtteranceAct, DialogueAct | null>

/** Known from whole phrases alone. */
const byPhrase: readonly DialogueAct[] = ['supplement', 'none-of-these']

/** Known by heart: a yes or no of a word or two, and what is asked for by its name. */
const byHeart: Readonly<Partial<Record<DialogueAct, number>>> = {
  confirm: 4,
  deny: 4,
  status: 12,
  handoff: 12,
}

const plainAtMost = 4

/** These say more than the yes or the thanks they come with: 对，不过电话换成…. */
const weightier: readonly DialogueAct[] = ['deny', 'correct', 'keep', 'cancel', 'ask', 'handoff']
const lighter: readonly DialogueAct[] = ['confirm', 'thank', 'greet', 'chatter']

/** Acts as the dialogue takes them: the reader's, what phrases alone tell before them, what rules found after. */
export function actsTogether(
  { acts: read, doubt, point }: Reading,
  rules: readonly DialogueAct[],
  normal: string,
): DialogueAct[] {
  const [first = 'other'] = rules
  // 算了 to whether it is to be withdrawn may mean either: it stays.
  const stays = point === 'withdraw-confirm' && first === 'cancel'
  const atMost = stays ? plainAtMost : (byHeart[first] ?? 0)
  if (normal.trim().length <= atMost) return [...new Set([first, ...rules])]
  const told = read.flatMap(({ act }): DialogueAct[] => {
    const named = dialogueActs[act]
    return named === null ? [] : [named]
  })
  const phrase = rules.filter((act) => byPhrase.includes(act))
  const doubtful: DialogueAct[] = doubt === null || told.includes('rate') ? [] : ['unclear']
  // Thanks that begin with a yes are a yes to what waits for one.
  const yes: DialogueAct[] =
    point === 'summary' && told[0] === 'thank' && [...told, ...rules].includes('confirm')
      ? ['confirm']
      : []
  const all = [...phrase, ...yes, ...doubtful, ...inOrder(told), ...rules]
  return [...new Set(all)]
}

function inOrder(acts: readonly DialogueAct[]): DialogueAct[] {
  const [first] = acts
  const other = acts.find((act) => weightier.includes(act))
  if (first === undefined || other === undefined || !lighter.includes(first)) return [...acts]
  return [other, ...acts.filter((act) => act !== other)]
}

const answers = {
  contacted: [
    ['contacted-yes', true],
    ['contacted-no', false],
  ],
  solved: [
    ['solved-yes', 'solved'],
    ['solved-part', 'partly'],
    ['solved-no', 'unsolved'],
  ],
  satisfied: [
    ['satisfied-yes', 'satisfied'],
    ['satisfied-basic', 'basically'],
    ['satisfied-no', 'unsatisfied'],
  ],
} as const

/** From this chance on another act is what was said, and what rules find in the words is no answer. */
const sureOfAnother = 0.5

/**
 * Answers to the call-back's three questions, by what was read and what `rules` find. Where the opposite is as
 * likely, both have to agree.
 */
export function ratingRead(
  { acts, doubt, point }: Reading,
  rules: Understanding['rating'],
): Understanding['rating'] {
  const [first] = acts
  const another = first !== undefined && first.chance >= sureOfAnother
  const of = <V>(options: readonly (readonly [UtteranceAct, V])[], found: V | null): V | null => {
    const said = acts.find(({ act }) => options.some(([one]) => one === act))
    if (said === undefined) return another ? null : found
    const value = options.find(([one]) => one === said.act)?.[1] ?? null
    return doubt?.includes(said.act) === true && value !== found ? null : value
  }
  const pleased = point === 'callback-satisfied' && first?.act === 'praise'
  const satisfied = of<'satisfied' | 'basically' | 'unsatisfied'>(
    answers.satisfied,
    rules.satisfied,
  )
  return {
    contacted: of<boolean>(answers.contacted, rules.contacted),
    solved: of<'solved' | 'partly' | 'unsolved'>(answers.solved, rules.solved),
    satisfied: satisfied ?? (pleased ? 'satisfied' : null),
  }
}
