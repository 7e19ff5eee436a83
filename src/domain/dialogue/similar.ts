import type { Likeness, Matter } from '../duplicates.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { say } from './dialogue.ts'
import { sameChoice } from './questions/confirm.ts'
import { plannedTickets } from './summary.ts'
import type { ConverseTools, Dialogue, Turn } from './types.ts'

/** Somebody else's open ticket that may be the same matter: offered beside the summary, never merged by itself. */

/**
 * What a turn is about to open, to be compared with what is open; null when it asks something else, opens several
 * tickets, is held, or must stay secret. `before`: the dialogue the turn began with.
 */
export function matterToOpen(
  before: Dialogue,
  { dialogue }: Turn,
  tools: ConverseTools,
): Matter | null {
  const { draft, question } = dialogue
  const asked = question?.kind === 'confirm' && question.id !== before.question?.id
  if (!asked || draft === null || draft.secrecy || tools.hold !== null) return null
  const [only, ...more] = plannedTickets(draft, tools)
  if (only === undefined || more.length > 0) return null
  const { town, village, spot } = draft.place
  const text = tools.mask(draft.texts.join('，'))
  return { category: only.category, town, village, spot, text, openedAt: tools.now }
}

/** A citizen is asked about the same nuisance at the same place only: of anything less the desk thinks. */
export function isWorthAsking({ reasons }: Pick<Likeness, 'reasons'>): boolean {
  const placed = reasons.includes('same-village') || reasons.includes('same-spot')
  return placed && reasons.includes('same-category')
}

/** Whose ticket may be named to others: nobody's who asked for secrecy, and no alarm, for nobody follows it up. */
export function mayBeNamed({ opened }: Ticket): boolean {
  return !opened.secrecy && opened.kind === 'complaint'
}

/** The summary with one more button: it is that ticket's matter. Only its category, village and status are told. */
export function offerSame(turn: Turn, main: Ticket, tools: ConverseTools): Turn {
  const { question } = turn.dialogue
  const last = turn.replies.at(-1)
  if (question === null || last === undefined) return turn
  const { number } = main.opened
  const same = sameChoice(number, tools)
  const [confirm, ...rest] = question.choices
  const choices = confirm === undefined ? [same] : [confirm, same, ...rest]
  const offer = say('offer.same', {
    number,
    category: main.category === null ? '' : tools.labels.category(main.category),
    place: tools.labels.place({ ...main.place, spot: null }),
    status: tools.labels.status(main.status),
  })
  return {
    ...turn,
    dialogue: { ...turn.dialogue, question: { ...question, choices } },
    replies: [...turn.replies.slice(0, -1), offer, { ...last, choices }],
  }
}
