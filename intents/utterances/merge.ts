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

/** A yes or no of a word or two is known by heart. */
const plainAnswers: readonly DialogueAct[] = ['confirm', 'deny']
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
  // 算了 to whether it is to be withdrawn may mean either: it stays.
  const known: readonly DialogueAct[] =
    point === 'withdraw-confirm' ? [...plainAnswers, 'cancel'] : plainAnswers
  const plain = rules[0] !== undefined && known.includes(rules[0]) ? rules[0] : null
  if (plain !== null && normal.trim().length <= plainAtMost) return [...new Set([plain, ...rules])]
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

/** Answers to the call-back's three questions; none of them where its opposite is as likely. */
export function ratingRead({ acts, doubt, point }: Reading): Understanding['rating'] {
  const of = <V>(options: readonly (readonly [UtteranceAct, V])[]): V | null => {
    const said = acts.find(({ act }) => options.some(([one]) => one === act))
    if (said === undefined || doubt?.includes(said.act) === true) return null
    return options.find(([one]) => one === said.act)?.[1] ?? null
  }
  const pleased = point === 'callback-satisfied' && acts[0]?.act === 'praise'
  return {
    contacted: of<boolean>(answers.contacted),
    solved: of<'solved' | 'partly' | 'unsolved'>(answers.solved),
    satisfied:
      of<'satisfied' | 'basically' | 'unsatisfied'>(answers.satisfied) ??
      (pleased ? 'satisfied' : null),
  }
}
