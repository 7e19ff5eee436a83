import type { DialogueAct, Understanding } from '../types.ts'
import type { UtteranceAct } from './acts.ts'
import { readNormal } from './read.ts'
import type { Reading } from './read.ts'

/** What the dialogue calls an act; null: it is told by what else was understood (place, time, words). */
const dialogueActs = {
  complain: 'complain',
  confirm: 'confirm',
  deny: 'deny',
  cancel: 'cancel',
  keep: 'keep',
  correct: 'correct',
  'add-problem': 'add',
  'drop-problem': 'drop',
  place: 'detail',
  time: 'detail',
  phone: null,
  detail: 'detail',
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
  confirm: 7,
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
  { acts: read, doubt, point, hint }: Reading,
  rules: readonly DialogueAct[],
  normal: string,
): DialogueAct[] {
  const [first = 'other'] = rules
  // 算了 to whether it is to be withdrawn may mean either: it stays.
  const stays = point === 'withdraw-confirm' && first === 'cancel'
  const atMost = stays ? plainAtMost : (byHeart[first] ?? 0)
  if (normal.trim().length <= atMost) return [...new Set([first, ...rules])]
  const told = inOrder(read)
  const phrase = rules.filter((act) => byPhrase.includes(act))
  const isDoubted = doubt !== null && !told.includes('rate') && isForemost(doubt, read)
  const doubtful: DialogueAct[] = isDoubted ? ['unclear'] : []
  // Thanks that begin with a yes are a yes to what waits for one.
  const yes: DialogueAct[] =
    point === 'summary' && told[0] === 'thank' && [...told, ...rules].includes('confirm')
      ? ['confirm']
      : []
  const rest = told.length === 0 && rules[0] === 'other' ? hinted(hint) : []
  const all = [...phrase, ...yes, ...doubtful, ...told, ...rest, ...rules]
  return [...new Set(all)]
}

/** What is likelier than both of the two it might be is what was said: 先看进度，再说撤不撤. */
function isForemost(pair: readonly UtteranceAct[], [first]: Reading['acts']): boolean {
  return first === undefined || pair.includes(first.act)
}

/** From this chance on one that says more goes before the likelier yes or thanks it comes with. */
const sureOfWeightier = 0.5

function inOrder(read: Reading['acts']): DialogueAct[] {
  const told = read.flatMap(({ act, chance }) => {
    const named = dialogueActs[act]
    return named === null ? [] : [{ named, chance }]
  })
  const acts = told.map(({ named }) => named)
  const other = told.find(
    ({ named, chance }) => weightier.includes(named) && chance >= sureOfWeightier,
  )?.named
  const [first] = acts
  if (first === undefined || other === undefined || !lighter.includes(first)) return acts
  return [other, ...acts.filter((act) => act !== other)]
}

/** What it rather is than anything else, where nothing is likely: no more than that it tells something. */
function hinted(hint: UtteranceAct | null): DialogueAct[] {
  return hint !== null && telling.includes(hint) ? ['detail'] : []
}
const telling: readonly UtteranceAct[] = ['complain', 'detail', 'place', 'time', 'add-problem']

const nothing = { contacted: null, solved: null, satisfied: null } as const

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

/** What stands in one clause is an answer of its own from this chance on. */
const sureOfClause = 0.5
const askedAt = {
  contacted: 'callback-contacted',
  solved: 'callback-solved',
  satisfied: 'callback-satisfied',
} as const

/** Answers of the clauses one by one, each read as if its question had just been put; later ones count. */
function clauseRatings(normal: string): Understanding['rating'] {
  const clauses = normal.split(/[，。；！？,.;!?\n]+/).filter((clause) => clause.trim() !== '')
  const said = (kind: keyof typeof answers) =>
    clauses.length < 2
      ? []
      : clauses.flatMap((clause) => {
          const { acts, doubt } = readNormal(clause, askedAt[kind])
          const [best] = acts
          const options: readonly (readonly [UtteranceAct, unknown])[] = answers[kind]
          const found = options.find(([act]) => act === best?.act)
          return doubt === null && best !== undefined && found && best.chance >= sureOfClause
            ? [found[1]]
            : []
        })
  // Safe because each list holds the answers of its own kind.
  return {
    contacted: said('contacted').at(-1) ?? null,
    solved: said('solved').at(-1) ?? null,
    satisfied: said('satisfied').at(-1) ?? null,
  } as Understanding['rating']
}

/**
 * Answers to the call-back's three questions, by what was read and what `rules` find. Where the opposite is as
 * likely, both have to agree.
 */
export function ratingRead(
  { acts, doubt, point }: Reading,
  rules: Understanding['rating'],
  normal: string,
): Understanding['rating'] {
  const clauses = point.startsWith('callback') ? clauseRatings(normal) : nothing
  const [first] = acts
  const another =
    first !== undefined && first.chance >= sureOfAnother && dialogueActs[first.act] !== 'rate'
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
    contacted: of<boolean>(answers.contacted, rules.contacted) ?? clauses.contacted,
    solved: of<'solved' | 'partly' | 'unsolved'>(answers.solved, rules.solved) ?? clauses.solved,
    satisfied: satisfied ?? (pleased ? 'satisfied' : null) ?? clauses.satisfied,
  }
}
