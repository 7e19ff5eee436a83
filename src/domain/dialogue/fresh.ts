import type { DialogueAct, Understanding } from '#intents/types.ts'
import type { ReplyKey } from '#intents/replies/types.ts'
import type { Place } from '#routing/types.ts'
import { ask, preceded, say, speak } from './dialogue.ts'
import { freshDraft, opensTicket, withText } from './draft.ts'
import { handoff, onOwnTicket, openOnes, ordered, tellStatus } from './own-tickets.ts'
import { nextStep } from './questions.ts'
import { alike, duplicateSettings } from '../duplicates.ts'
import { settings } from '../ticket/settings.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { outside } from './text.ts'
import type { TextContent } from './text.ts'
import { repeatedIn } from './repeat.ts'
import type { Draft, Scene, Turn } from './types.ts'

/** Shorter than this, words of which none is known say nothing. */
const shortest = 12

/** Words while nothing is being gathered: a new complaint, something about a ticket, or neither. */
export function hearWithoutDraft(scene: Scene, content: TextContent): Turn {
  const turn = respond(scene, content)
  const { phone } = content.understanding
  if (phone === null || turn.dialogue.draft !== null || scene.own.length === 0) return turn
  const noted = [...turn.replies, say('phone.noted')]
  return isOnlyPhone(content)
    ? speak(scene.dialogue, [say('phone.noted')], { phone, outcome: 'record' })
    : { ...turn, phone, replies: noted }
}

function respond(scene: Scene, content: TextContent): Turn {
  const { understanding, text } = content
  const back = comesBack(scene, content)
  if (back !== null) return back
  const open = openOnes(scene.own).length > 0
  if (open && understanding.acts[0] === 'supplement') {
    return onOwnTicket(scene, { act: 'supplement', text })
  }
  if (isNewComplaint(scene, content)) return begin(scene, content)
  const done = act(scene, content)
  if (done !== null) return done
  if (understanding.danger !== null && understanding.outOfScopeTopic === null) {
    return begin(scene, content)
  }
  if (!open && saysNothing(content)) return notUnderstood(scene)
  const elsewhere = notForUs(scene, understanding)
  if (elsewhere !== null) return elsewhere
  return open ? onOwnTicket(scene, { act: 'supplement', text }) : begin(scene, content)
}

/** The same sentence over and over helps nobody: from the second time on a person is offered. */
function notUnderstood({ dialogue, tools }: Scene): Turn {
  const missed = (dialogue.missed ?? 0) + 1
  const counted = { ...dialogue, missed }
  const { question } = dialogue
  if (missed === 1 || (question !== null && question.kind !== 'handoff')) {
    return speak(counted, [say('not-understood')])
  }
  const choices = [{ id: 'handoff', label: tools.say('choice.handoff') }]
  return ask(counted, tools, { kind: 'handoff', choices }, say('not-understood.again'))
}

/** Nothing but a number to call. */
function isOnlyPhone({ text, understanding }: TextContent): boolean {
  return (
    text.replaceAll(/[\d\s-]/g, '').length <= 8 &&
    understanding.classification.evidence.length === 0
  )
}

/** The trouble of a ticket closed within thirty days is back: it is handled again, not anew (second handling). */
function comesBack({ dialogue, own, tools }: Scene, content: TextContent): Turn | null {
  if (openOnes(own).length > 0) return null
  const one = own.findLast(({ ticket }) => mayReopen(ticket, tools.now))
  if (one === undefined || !tellsOf(one.ticket, content)) return null
  const reason = tools.mask(content.text)
  const reply = say('callback.reopened', { number: one.ticket.opened.number })
  return ordered(dialogue, one.ticket, { type: 'reopen', reason }, reply)
}

function mayReopen(ticket: Ticket, now: number): boolean {
  const { closedAt, reopenings, status, handler } = ticket
  if (status !== 'closed' || closedAt === null || handler === null) return false
  return now - closedAt <= settings.reopenWithinMs && reopenings < settings.maxReopenings
}

function tellsOf(ticket: Ticket, { understanding, place }: TextContent): boolean {
  const { classification, acts, rating } = understanding
  const elsewhere = place.town !== null && place.town !== ticket.place.town
  if (elsewhere) return false
  if (!classification.abstain && opensTicket(classification.category)) {
    return classification.category === ticket.category
  }
  return acts[0] === 'urge' || rating.solved === 'unsolved'
}

/** Begins a complaint with its first words. */
function begin({ dialogue, tools, at }: Scene, content: TextContent): Turn {
  const { place, understanding } = content
  if (place.outside !== null && place.town === null) return outside(dialogue, place.outside)
  const draft = firstDraft(content, at)
  const started = { ...dialogue, asked: 0, question: null }
  const turn = nextStep(started, draft, understanding.clarification, tools)
  const onlySecrecy = draft.secrecy && draft.problems.every(({ category }) => category === null)
  return onlySecrecy && turn.orders.length === 0 ? preceded([say('secrecy')], turn) : turn
}

function firstDraft(content: TextContent, at: number): Draft {
  return withText(freshDraft(at), content, { correcting: false, answering: false })
}

/**
 * Names a nuisance that none of the open tickets is about, the same one somewhere else, or one of theirs all
 * over again: then it is asked whether it is the same (repeat.ts). Less than that adds to the ticket.
 */
function isNewComplaint({ own, tools, at }: Scene, content: TextContent): boolean {
  const { category, abstain } = content.understanding.classification
  if (abstain || !opensTicket(category)) return false
  const same = openOnes(own).filter(({ ticket }) => ticket.category === category)
  if (same.every(({ ticket }) => isElsewhere(content.place, ticket.place))) return true
  const one = repeatedIn(firstDraft(content, at), same, tools)
  return one !== null && tellsAgain(content, one.ticket)
}

/** Tells it once more, rather than something more of it. */
function tellsAgain({ text, understanding, place }: TextContent, { opened }: Ticket): boolean {
  const { acts, rating } = understanding
  if (!acts.includes('complain') || acts.includes('urge')) return false
  const again = place.town !== null || rating.solved === 'unsolved'
  return again || alike(text, opened.text) >= duplicateSettings.alikeText
}

function isElsewhere(named: Pick<Place, 'town' | 'village'>, { town, village }: Place): boolean {
  const apart = (a: string | null, b: string | null) => a !== null && b !== null && a !== b
  return (named.town !== null && named.town !== town) || apart(named.village, village)
}

/** What is answered with one sentence, whatever the tickets. */
const sentences: Readonly<Partial<Record<DialogueAct, ReplyKey>>> = {
  thank: 'thanks',
  abuse: 'patience',
  greet: 'greeting',
  confirm: 'nothing',
  deny: 'nothing',
  cancel: 'nothing',
}

function act(scene: Scene, { understanding, text }: TextContent): Turn | null {
  const { acts, ticketNumber } = understanding
  const first = acts.includes('thank') ? 'thank' : (acts[0] ?? 'other')
  if (first === 'handoff') return handoff(scene, text)
  if (first === 'status' || ticketNumber !== null) return tellStatus(scene, ticketNumber)
  if (first === 'urge' || first === 'withdraw') {
    return scene.own.length === 0
      ? tellStatus(scene, null)
      : onOwnTicket(scene, { act: first, text })
  }
  const key = sentences[first]
  return key === undefined ? null : speak(scene.dialogue, [say(key)])
}

/** Questions and matters of other desks; null when it may be for us. Words of a ticket's owner are rather about it. */
function notForUs(scene: Scene, understanding: Understanding): Turn | null {
  const { category, abstain } = understanding.classification
  if (abstain) return null
  if (category === 'env-inquiry') return inquiry(scene, understanding)
  const aboutTicket = openOnes(scene.own).length > 0 && understanding.outOfScopeTopic === null
  return category === 'out-of-scope' && !aboutTicket ? elsewhere(scene, understanding) : null
}

/** Not this desk's: kindly said, with where to go; nothing is opened (rule 6). */
function elsewhere({ dialogue }: Scene, { outOfScopeTopic }: Understanding): Turn {
  const key =
    outOfScopeTopic === null ? 'out-of-scope' : (`out-of-scope.${outOfScopeTopic}` as ReplyKey) // Safe because tests/data prove that the key exists.
  return speak(dialogue, [say(key)], { category: 'out-of-scope', outcome: 'out-of-scope' })
}

/** A question on policy is answered from the plan where it holds an answer, with the clause. */
function inquiry({ dialogue, tools }: Scene, understanding: Understanding): Turn {
  const topic = understanding.inquiryTopic
  const found = topic === null ? null : tools.inquiry(topic)
  const reply = found === null ? say('inquiry.none') : say('inquiry', found)
  return speak(dialogue, [reply], { category: 'env-inquiry', outcome: 'inquiry' })
}

/** Too short to hold a complaint, and no word of it is known. */
function saysNothing({ understanding, place }: TextContent): boolean {
  const { classification, clarification, text } = understanding
  const { secrecy } = understanding
  const known =
    secrecy || classification.evidence.length > 0 || (clarification?.family ?? null) !== null
  const placed = place.town !== null || place.candidates.length > 0
  return !known && !placed && text.trim().length < shortest
}
