import { current, preceded, say, standing } from './dialogue.ts'
import { meant } from './hear.ts'
import { perform } from './perform.ts'
import { declared } from './questions/index.ts'
import { shortened } from '../shortened.ts'
import type { ConverseTools, Dialogue, Draft, Heard, OwnTicket, Scene, Turn } from './types.ts'

const resumedAfterMs = 30 * 60_000

/**
 * One turn of a dialogue: what was heard, where the dialogue stands and the citizen's own tickets in; its
 * next state, what to say and what to order of tickets out. Pure: nothing is sent or stored.
 */
export function converse(
  before: Dialogue,
  heard: Heard,
  own: readonly OwnTicket[],
  tools: ConverseTools,
): Turn {
  const dialogue = current(before, tools.now)
  const scene: Scene = { dialogue, own, tools, at: heard.at }
  const moves = meant(scene, heard.content)
  const turn = askedAgain(dialogue, understood(dialogue, perform(scene, moves)))
  const told = before.draft !== null && dialogue.draft === null ? before.draft : dialogue.draft
  return wasLeft(before, tools) ? preceded([resumed(told, dialogue)], turn) : turn
}

/** Something was understood: what was not before no longer counts. */
function understood({ missed = 0 }: Dialogue, turn: Turn): Turn {
  const { missed: now = 0, ...rest } = turn.dialogue
  return now > missed ? turn : { ...turn, dialogue: rest }
}

/** What was not answered is put once more: the next yes or no is then an answer to it, and to nothing older. */
function askedAgain({ question: before }: Dialogue, turn: Turn): Turn {
  const { question } = turn.dialogue
  const stands = question !== null && question.id === before?.id && declared(question)?.awaited
  const isLast = turn.replies.at(-1)?.questionId === question?.id
  return !stands || isLast ? turn : { ...turn, replies: [...turn.replies, standing(turn.dialogue)] }
}

function wasLeft({ draft, updatedAt }: Dialogue, { now }: ConverseTools): boolean {
  return draft !== null && draft.texts.length > 0 && now - updatedAt > resumedAfterMs
}

/** What had been told; that it goes on, or that it is kept aside. */
function resumed(told: Draft | null, { draft }: Dialogue) {
  const text = shortened(told?.texts.join('，') ?? '', 40)
  return say(draft === null ? 'shelved' : 'resumed', { text })
}
