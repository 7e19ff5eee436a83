import { current, preceded, say } from './dialogue.ts'
import { meant } from './hear.ts'
import { perform } from './perform.ts'
import type { ConverseTools, Dialogue, Heard, OwnTicket, Scene, Turn } from './types.ts'

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
  const turn = understood(dialogue, perform(scene, moves))
  return wasLeft(dialogue, tools) ? preceded([resumed(dialogue)], turn) : turn
}

/** Something was understood: what was not before no longer counts. */
function understood({ missed = 0 }: Dialogue, turn: Turn): Turn {
  const { missed: now = 0, ...rest } = turn.dialogue
  return now > missed ? turn : { ...turn, dialogue: rest }
}

function wasLeft({ draft, updatedAt }: Dialogue, { now }: ConverseTools): boolean {
  return draft !== null && draft.texts.length > 0 && now - updatedAt > resumedAfterMs
}

function resumed({ draft }: Dialogue) {
  const text = draft?.texts.join('，') ?? ''
  return say('resumed', { text: text.length > 40 ? `${text.slice(0, 39)}…` : text })
}
