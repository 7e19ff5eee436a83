import { rated } from './callback.ts'
import { put, speak } from './dialogue.ts'
import type { Move, Moves } from './move.ts'
import { nextStep } from './next-step.ts'
import { openAtDesk, openConfirmed } from './opening.ts'
import { served, statusTold } from './serve.ts'
import type { Scene, Turn } from './types.ts'

/** Carries out moves one after the other: a turn. Nothing is sent or stored by it. */
export function perform(scene: Scene, moves: Moves): Turn {
  return moves.reduce<Turn>(
    (before, move) => followed(before, performOne({ ...scene, dialogue: before.dialogue }, move)),
    speak(scene.dialogue, []),
  )
}

function performOne(scene: Scene, move: Move): Turn {
  const { dialogue, tools } = scene
  switch (move.do) {
    case 'tell':
      return speak({ ...dialogue, ...move.becomes }, move.replies, move.brings)
    case 'ask':
      return put(dialogue, move.asked, tools)
    case 'open':
      return openConfirmed({ dialogue, draft: move.draft, tools })
    case 'to-desk':
      return openAtDesk({ dialogue, draft: move.draft, tools }, move)
    case 'go-on':
      return perform(scene, nextStep(scene, move))
    case 'serve':
      return perform(scene, served(scene, move.errand, move.one))
    case 'status':
      return perform(scene, statusTold(scene, move.number))
    case 'rate':
      return perform(scene, rated(scene, move.one, move.given))
  }
}

/** Two turns as one; a sentence that follows does not hide what came of the first. */
function followed(first: Turn, then: Turn): Turn {
  return {
    dialogue: then.dialogue,
    replies: [...first.replies, ...then.replies],
    orders: [...first.orders, ...then.orders],
    codes: [...first.codes, ...then.codes],
    originals: [...first.originals, ...then.originals],
    category: then.category ?? first.category,
    phone: then.phone ?? first.phone,
    outcome: then.outcome === 'answer' ? first.outcome : then.outcome,
  }
}
