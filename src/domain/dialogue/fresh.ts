import type { DialogueAct, Understanding } from '#intents/types.ts'
import type { ReplyKey } from '#intents/replies/types.ts'
import type { Place } from '#routing/types.ts'
import { alike, duplicateSettings } from '../duplicates.ts'
import { settings } from '../ticket/settings.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { meaningOf } from './acts.ts'
import type { Acts, Meaning } from './acts.ts'
import { answered } from './answers.ts'
import { asides } from './aside.ts'
import { noDraft, say } from './dialogue.ts'
import { freshDraft, withText } from './draft.ts'
import { opensTicket } from '#intents/opens-ticket.ts'
import { ask, become, goOn, serve, tell } from './move.ts'
import type { Moves } from './move.ts'
import { handedOver, openOnes, ordered } from './own-tickets.ts'
import { toldOf } from './place.ts'
import { handoff } from './questions/handoff.ts'
import { meant } from './questions/meant.ts'
import { declared } from './questions/index.ts'
import { repeatedIn } from './repeat.ts'
import { isOnlyPhone, names, saysNothing } from './said.ts'
import type { Draft, Errand, Scene, TextContent } from './types.ts'

/** What an act means while nothing is being gathered, whatever the tickets. */
const acts: Acts = {
  ...asides,
  // Whose ticket is not known here is asked for its number before it is told why it takes so long.
  ask: (scene, content) =>
    scene.own.length === 0 && content.understanding.acts.includes('urge')
      ? statusAsked(scene, content)
      : answered(scene, content),
  handoff: (scene, { text }) => [handedOver(scene, text)],
  status: statusAsked,
  urge: onTicket('urge'),
  withdraw: onTicket('withdraw'),
  greet: sentence('greeting'),
  chatter: (scene) =>
    scene.own.length === 0 && declared(scene.dialogue.question)?.awaited !== true
      ? notUnderstood(scene)
      : [tell([say('heard')])],
  keep: ({ own }) => [tell([say(openOnes(own).length > 0 ? 'kept' : 'nothing')])],
  'rate-again': ({ own }) => (own.length === 0 ? null : [tell([say('rate-again')])]),
  secrecy: ({ own }) => (openOnes(own).length === 0 ? null : [tell([say('secrecy.after')])]),
  confirm: sentence('nothing'),
  deny: sentence('nothing'),
  cancel: sentence('nothing'),
}

/** What an act means before anything else while a ticket of theirs is open. */
const openActs: Acts = { supplement: (_, { text }) => [serve({ act: 'supplement', text })] }

function sentence(key: ReplyKey): Meaning {
  return () => [tell([say(key)])]
}

/** Where the tickets are not known here, which one it is about is asked for. */
function onTicket(act: Errand['act']): Meaning {
  return ({ own }, { text }) =>
    own.length === 0 ? [{ do: 'status', number: null }] : [serve({ act, text })]
}

function statusAsked(_: Scene, { understanding: { ticketNumber } }: TextContent): Moves {
  return [{ do: 'status', number: ticketNumber }]
}

/** Words while nothing is being gathered: a new complaint, something about a ticket, or neither. */
export function hearWithoutDraft(scene: Scene, content: TextContent): Moves {
  const moves = [...secrecyAsked(scene, content), ...respond(scene, content)]
  const { phone } = content.understanding
  const begins = moves.some((move) => move.do === 'go-on')
  if (phone === null || begins || scene.own.length === 0) return moves
  const noted = [say('phone.noted')]
  return isOnlyPhone(content)
    ? [tell(noted, { phone, outcome: 'record' })]
    : [...moves, tell(noted, { phone })]
}

/** Asked for after the ticket it holds for every open one, from now on and for what is there already. */
function secrecyAsked({ own }: Scene, { understanding }: TextContent): Moves {
  if (!understanding.secrecy) return []
  return openOnes(own)
    .filter(({ ticket }) => !ticket.opened.secrecy)
    .map(({ ticket }) => ordered(ticket, { type: 'keep-secret' }, say('secrecy')))
}

function respond(scene: Scene, content: TextContent): Moves {
  return (
    takenUp(scene, content) ??
    comesBack(scene, content) ??
    addedOnPurpose(scene, content) ??
    correctedOn(scene, content) ??
    (isAside(content) ? meaningOf(acts, scene, content) : null) ??
    (isNewComplaint(scene, content) ? begin(scene, content) : null) ??
    (isAside(content) ||
    content.understanding.ticketNumber !== null ||
    !before.has(actIn(content.understanding))
      ? meaningOf(acts, scene, content, actIn(content.understanding))
      : null) ??
    (isDanger(content) ? begin(scene, content) : null) ??
    whatever(scene, content)
  )
}

/** What was put aside is told after all: it goes on where it was. */
function takenUp({ dialogue: { shelved } }: Scene, { understanding }: TextContent): Moves | null {
  if (!shelved || !understanding.resumes) return null
  return [become({ shelved: null, asked: 0 }), goOn(shelved)]
}

/** What it is foremost: not a complaint, whatever nuisance it names. */
const before: ReadonlySet<DialogueAct | undefined> = new Set([
  'ask',
  'praise',
  'suggest',
  'handoff',
  'thank',
  'abuse',
  'chatter',
  'status',
  'keep',
  'rate-again',
])

function isAside(content: TextContent): boolean {
  const { acts: read, danger, secrecy } = content.understanding
  if (secrecy && read[0] === 'ask') return false
  return (
    danger === null && before.has(read[0]) && !(light.has(read[0]) && isNamed(content, read[0]))
  )
}

/** Abuse names things too; only a family of nuisances by itself is none: 垃圾. */
function isNamed(content: TextContent, act: DialogueAct | undefined): boolean {
  return act === 'abuse'
    ? (content.understanding.clarification?.family ?? null) !== null
    : names(content)
}

/** Small talk, in words that may as well name a nuisance: 垃圾. */
const light: ReadonlySet<DialogueAct | undefined> = new Set(['thank', 'abuse', 'chatter'])

function addedOnPurpose(scene: Scene, content: TextContent): Moves | null {
  return openOnes(scene.own).length > 0 ? meaningOf(openActs, scene, content) : null
}

/** What a ticket says is put right: its place at once, anything else as the citizen's word for those who handle it. */
function correctedOn({ own }: Scene, { understanding, place, text }: TextContent): Moves | null {
  const open = openOnes(own).length > 0
  const corrects = understanding.acts.slice(0, 2).includes('correct')
  if (!open || !corrects || understanding.danger !== null) return null
  const told = toldOf(place)
  const placed = Object.keys(told.stated).length > 0 || told.candidates.length > 0
  return [serve({ act: 'supplement', text, ...(placed ? { place: told } : {}) })]
}

/** Danger that is this desk's matter too; of the rest the right number has been told, which is all there is to say. */
function isDanger({ understanding: { urgency } }: TextContent): boolean {
  return urgency === 'urgent'
}

/** Words that are none of these: of another desk, of the open ticket, of a new complaint, or not understood. */
function whatever(scene: Scene, content: TextContent): Moves {
  const { understanding, text } = content
  const open = openOnes(scene.own).length > 0
  if (understanding.danger !== null) return []
  if (!open && saysNothing(content)) return notUnderstood(scene)
  const elsewhere = notForUs(scene, content)
  if (elsewhere !== null) return elsewhere
  if (!open) return begin(scene, content)
  const errand = { act: 'supplement', text } as const
  return tellsSomething(content)
    ? [serve(errand)]
    : [become({ waitingAct: errand }), ask(meant.put(scene.tools))]
}

/** It is known what it is, or what it names. */
function tellsSomething(content: TextContent): boolean {
  const [act] = content.understanding.acts
  return names(content) || (act !== 'other' && act !== 'unclear' && act !== 'none-of-these')
}

/** A yes with thanks is thanks; a ticket's number asks after it. */
function actIn({
  acts: [first],
  acts: read,
  ticketNumber,
}: Understanding): DialogueAct | undefined {
  const act = first === 'confirm' && read.includes('thank') ? 'thank' : first
  return ticketNumber === null || act === 'handoff' ? act : 'status'
}

/** The same sentence over and over helps nobody: from the second time on a person is offered. */
function notUnderstood({ dialogue, tools }: Scene): Moves {
  const missed = (dialogue.missed ?? 0) + 1
  const awaited = declared(dialogue.question)?.awaited === true
  return missed === 1 || awaited
    ? [tell([say('not-understood')], { becomes: { missed } })]
    : [become({ missed }), ask(handoff.put(tools))]
}

/** The trouble of a ticket closed within thirty days is back: it is handled again, not anew (second handling). */
function comesBack({ own, tools }: Scene, content: TextContent): Moves | null {
  if (openOnes(own).length > 0) return null
  const one = own.findLast(({ ticket }) => mayReopen(ticket, tools.now))
  if (one === undefined || !tellsOf(one.ticket, content)) return null
  const reason = tools.mask(content.text)
  const reply = say('callback.reopened', { number: one.ticket.opened.number })
  return [ordered(one.ticket, { type: 'reopen', reason }, reply)]
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
  return acts[0] === 'urge' || acts.includes('recurred') || rating.solved === 'unsolved'
}

/** Begins a complaint with its first words. */
function begin({ at, dialogue, own }: Scene, content: TextContent): Moves {
  const { place, understanding } = content
  if (place.outside !== null && place.town === null) return outside(place.outside)
  const told = firstDraft(content, at, waitingWords(dialogue))
  const draft = understanding.samePlace ? whereBefore(told, own) : told
  return [
    become({ asked: 0, question: null, waitingAct: null }),
    ...(asksSecrecyOnly(draft) ? [tell([say('secrecy')])] : []),
    goOn(draft, understanding.clarification),
  ]
}

/** Nothing but secrecy has been told; where danger opens a ticket at once, its receipt says it. */
function asksSecrecyOnly({ secrecy, problems, urgency, place }: Draft): boolean {
  const opens = urgency === 'urgent' && place.town !== null
  return secrecy && !opens && problems.every(({ category }) => category === null)
}

/** Outside the district: kindly elsewhere, nothing is opened. `name`: of the place. */
function outside(name: string): Moves {
  return [tell([say('outside', { name })], { becomes: noDraft, outcome: 'out-of-scope' })]
}

/** Told of the same place as the newest ticket, by no name: it is there. */
function whereBefore(draft: Draft, own: Scene['own']): Draft {
  const known = own.at(-1)?.ticket.place ?? null
  const names = draft.place.town !== null || draft.candidates.length > 0
  if (known === null || names) return draft
  return {
    ...draft,
    place: { ...known, spot: draft.place.spot ?? known.spot, told: draft.place.told },
  }
}

function firstDraft(content: TextContent, at: number, before: readonly string[] = []): Draft {
  const taking = { correcting: false, answering: false } as const
  return withText({ ...freshDraft(at), texts: before }, content, taking)
}

/** Words of no ticket that wait for what they belong to. */
function waitingWords({ waitingAct }: Scene['dialogue']): readonly string[] {
  const waits = waitingAct?.act === 'supplement' && waitingAct.ticketId === undefined
  return waits && waitingAct.text !== '' ? [waitingAct.text] : []
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

/** Questions and matters of other desks; null when it may be for us. Words of a ticket's owner are rather about it. */
function notForUs(scene: Scene, content: TextContent): Moves | null {
  const { understanding } = content
  const { category, abstain } = understanding.classification
  if (abstain) return null
  if (category === 'env-inquiry') return inquiry(scene, understanding)
  const aboutTicket = openOnes(scene.own).length > 0 && understanding.outOfScopeTopic === null
  return category === 'out-of-scope' && !aboutTicket ? elsewhere(scene, content) : null
}

/** Not this desk's: kindly said, with where to go; nothing is opened (rule 6). */
function elsewhere({ dialogue }: Scene, { understanding, text }: TextContent): Moves {
  const { outOfScopeTopic } = understanding
  const key =
    outOfScopeTopic === null ? 'out-of-scope' : (`out-of-scope.${outOfScopeTopic}` as ReplyKey) // Safe because tests/data prove that the key exists.
  const said = tell([say(key)], { category: 'out-of-scope', outcome: 'out-of-scope' })
  // Said while something was offered, it may have been meant for that: it waits for what is told next.
  return dialogue.question === null
    ? [said]
    : [become({ waitingAct: { act: 'supplement', text } }), said]
}

/** A question on policy is answered from the plan where it holds an answer, with the clause. */
function inquiry({ tools }: Scene, understanding: Understanding): Moves {
  const topic = understanding.inquiryTopic
  const found = topic === null ? null : tools.inquiry(topic)
  const reply = found === null ? say('inquiry.none') : say('inquiry', found)
  return [tell([reply], { category: 'env-inquiry', outcome: 'inquiry' })]
}
