import type { Channel } from '../ticket/events.ts'
import type { Asked } from './move.ts'
import type { Question, Reply } from './reply.ts'
import type { ConverseTools, Dialogue, Draft, Turn } from './types.ts'

const day = 86_400_000

/** A sender's dialogue before the first word. `version` 0: not stored yet. `now` is UTC milliseconds. */
export function freshDialogue(given: {
  readonly id: string
  readonly channel: Channel
  readonly personId: string
  readonly now: number
}): Dialogue {
  return {
    id: given.id,
    version: 0,
    channel: given.channel,
    personId: given.personId,
    language: 'zh-hans',
    draft: null,
    question: null,
    asked: 0,
    callback: null,
    waitingAct: null,
    ticketIds: [],
    left: false,
    updatedAt: given.now,
  }
}

/** A dialogue left half-way goes on within a day; after that what was told is put aside, and it starts anew. */
export function current(dialogue: Dialogue, now: number): Dialogue {
  const { draft } = dialogue
  if (draft === null || now - dialogue.updatedAt < day) return dialogue
  return { ...dialogue, ...putAside(draft) }
}

/** What becomes of a dialogue whose draft is put aside: a word takes it up again. */
export function putAside(draft: Draft) {
  return { ...noDraft, shelved: draft }
}

/** What becomes of a dialogue whose draft is finished or dropped. */
export const noDraft = { draft: null, question: null, asked: 0 } as const

/** A dialogue without the words that nobody has confirmed; whoever writes again begins anew. */
export function withoutHeld({ missed: _, ...dialogue }: Dialogue): Dialogue {
  const callback = dialogue.callback && { ...dialogue.callback, comment: null }
  return { ...dialogue, ...noDraft, shelved: null, callback, waitingAct: null }
}

type Said = Partial<Omit<Reply, 'key' | 'slots'>>

/** One sentence of the bot. */
export function say(key: Reply['key'], slots: Reply['slots'] = {}, more: Said = {}): Reply {
  return { key, slots, choices: [], questionId: null, asks: null, card: null, ...more }
}

/** A turn that only speaks. */
export function speak(
  dialogue: Dialogue,
  replies: readonly Reply[],
  more: Partial<Turn> = {},
): Turn {
  return {
    dialogue,
    replies,
    orders: [],
    codes: [],
    originals: [],
    category: null,
    phone: null,
    outcome: 'answer',
    ...more,
  }
}

/** Puts a question: remembered by the dialogue, its choices as buttons that carry its id. */
export function put(
  dialogue: Dialogue,
  { kind, choices, reply }: Asked,
  { mint, now }: Pick<ConverseTools, 'mint' | 'now'>,
): Turn {
  const { key, slots, card } = reply
  const question: Question = {
    id: mint.id(),
    kind,
    choices,
    askedAt: now,
    said: { key, slots, card },
  }
  const asked = { ...dialogue, question }
  return speak(asked, [standing(asked)], { outcome: 'ask' })
}

/** What is to be answered now, as it was put, with its buttons; or that nothing is. */
export function standing({ question, draft }: Dialogue): Reply {
  if (question?.said === undefined) return say(draft === null ? 'nothing' : 'current')
  const { id: questionId, kind: asks, choices, said } = question
  return { ...said, choices, questionId, asks }
}

/** Words said before a turn's own. */
export function preceded(replies: readonly Reply[], turn: Turn): Turn {
  return replies.length === 0 ? turn : { ...turn, replies: [...replies, ...turn.replies] }
}
