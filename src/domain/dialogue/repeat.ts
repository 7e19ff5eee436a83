import { duplicateSettings, likeness } from '../duplicates.ts'
import { settings } from '../ticket/settings.ts'
import type { TicketStatus } from '../ticket/status.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ask, preceded, say, speak, withoutDraft } from './dialogue.ts'
import { urgedStatus } from './own-tickets.ts'
import { nextStep } from './questions.ts'
import type { ConverseTools, Draft, OwnTicket, Scene, TicketOrder, Turn } from './types.ts'

/** A complaint made again by the same person: one ticket, and the voice counts as urging it. */

/** Asked for an answer, or done and waiting for the call-back: what is said then belongs to that. */
const talkedOf: ReadonlySet<TicketStatus> = new Set([
  'awaiting-citizen',
  'resolved',
  'closed',
  'withdrawn',
  'merged',
  'referred',
])

/**
 * The citizen's own ticket that a draft speaks of again: still being worked on, of the same category, and alike
 * enough to ask (domain/duplicates). However long ago it was opened; a place not named is taken to be the
 * same. null when there is none.
 */
export function repeatedIn(
  draft: Draft,
  own: readonly OwnTicket[],
  tools: ConverseTools,
): OwnTicket | null {
  const text = tools.mask(draft.texts.join('，'))
  const found = own.flatMap((one) => {
    const { category, place, opened, openedAt, status } = one.ticket
    const named = draft.problems.some((problem) => isOf(problem, category))
    const told = draft.secrecy && !opened.secrecy
    if (category === null || !named || told || talkedOf.has(status)) return []
    const matter = { category, ...place, text: opened.text, openedAt }
    const { score } = likeness({ ...matter, ...namedPlace(draft), text }, matter)
    return score >= duplicateSettings.offerFrom ? [{ one, score }] : []
  })
  return found.reduce((a, b) => (b.score > a.score ? b : a), found[0] ?? noneFound).one
}

/** Of a category, and where the draft is: what was left behind at another place was asked about then. */
function isOf({ category, place }: Draft['problems'][number], wanted: Ticket['category']): boolean {
  return category === wanted && place === undefined
}

function namedPlace({ place }: Draft): Partial<Draft['place']> {
  const { town, village, spot } = place
  return town === null && spot === null ? {} : town === null ? { spot } : { town, village, spot }
}

const noneFound = { one: null, score: 0 }

/** Before anything is opened, or asked further: is it the ticket there already is? Once a draft. */
export function offerRepeat({ own, tools }: Scene, turn: Turn): Turn {
  const { draft, question, asked } = turn.dialogue
  const opens = question?.kind === 'confirm'
  if (draft === null || draft.another || !(opens || question?.kind === 'place')) return turn
  const one = repeatedIn(draft, own, tools)
  if (one === null) return turn
  const choices = [
    { id: `urge:${one.ticket.id}`, label: tools.say('choice.urge') },
    { id: 'another', label: tools.say('choice.another') },
  ]
  const reply = say('ask.repeat', slotsOf(one.ticket, tools))
  const offered = ask(turn.dialogue, tools, { kind: 'repeat', choices }, reply)
  // The question it takes the place of has not been put.
  const dialogue = { ...offered.dialogue, asked: opens ? asked : asked - 1 }
  return { ...turn, dialogue, replies: [...turn.replies.slice(0, -1), ...offered.replies] }
}

function slotsOf({ opened, category, place, status }: Ticket, { labels }: ConverseTools) {
  return {
    number: opened.number,
    category: category === null ? '' : labels.category(category),
    place: labels.place(place),
    status: labels.status(status),
  }
}

/** The same matter: it is urged, and the rest is taken up; or another one: it goes on as any complaint. */
export function chooseRepeat(scene: Scene, draft: Draft, choiceId: string): Turn | null {
  const { own, tools } = scene
  const dialogue = { ...scene.dialogue, question: null }
  if (choiceId === 'another') return nextStep(dialogue, { ...draft, another: true }, null, tools)
  const one = own.find(({ ticket }) => choiceId === `urge:${ticket.id}`)
  if (one === undefined) return null
  const { orders, replies } = urgeAgain(one, draft, tools)
  const problems = draft.problems.filter((problem) => !isOf(problem, one.ticket.category))
  if (problems.length === 0) {
    const { phone } = draft
    return speak(withoutDraft(dialogue), replies, { orders, phone, outcome: 'record' })
  }
  const rest = nextStep(dialogue, { ...draft, problems, attachments: [] }, null, tools)
  return preceded(replies, { ...rest, orders: [...orders, ...rest.orders] })
}

/** An urge once a day (rulebook); within it the words are added all the same. Photos too. */
function urgeAgain(one: OwnTicket, draft: Draft, tools: ConverseTools) {
  const { ticket } = one
  const { number } = ticket.opened
  const text = tools.mask(draft.texts.join('\n'))
  const { attachments } = draft
  const last = ticket.urgedAt.at(-1)
  const urges = last === undefined || tools.now - last >= settings.urgeEveryMs
  const commands: TicketOrder['command'][] = urges ? [{ type: 'urge', text }] : []
  if (!urges || attachments.length > 0) {
    const added = urges ? '' : text
    commands.push({ type: 'supplement', text: added, attachments, place: null })
  }
  const status = urgedStatus(one, tools)
  const reply = urges ? say('urged', { number, status }) : say('urged.again', { number })
  const orders = commands.map((command) => ({ ticketId: ticket.id, command }))
  return { orders, replies: [reply] }
}
