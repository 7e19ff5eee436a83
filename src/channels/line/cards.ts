import type { messagingApi } from '@line/bot-sdk'
import type { ReplyKey } from '#intents/replies/types.ts'
import type { OutboundMessage } from '#app/messages.ts'
import { sayIn } from '#app/tools/render.ts'
import { timeInWords } from '#app/tools/time.ts'
import { answerAction } from './actions.ts'
import { bubbleOf, colours } from './bubble.ts'
import type { Card, Colour, Row } from './bubble.ts'
import { clip, limits } from './limits.ts'

type Facts = NonNullable<OutboundMessage['card']>
type Of<T extends Facts['type']> = Extract<Facts, { readonly type: T }>
type Drawn = Omit<Card, 'buttons'>
type Say = (key: ReplyKey, slots?: Readonly<Record<string, string | number>>) => string

/** Buttons at the foot of a card; more go below the message. */
const mostButtons = 4

/**
 * A message with facts as a card, its choices as buttons at the foot; null when it has none, and when its words
 * or buttons would not fit, so that nothing is cut away.
 */
export function cardMessage(message: OutboundMessage): messagingApi.FlexMessage | null {
  const { card, choices, language, text } = message
  if (card === null || choices.length > mostButtons) return null
  if (text.trim() === '' || text.length > limits.flexText) return null
  const say: Say = (key, slots) => sayIn(language, key, slots)
  const buttons = choices.map((choice) => answerAction(message, choice, limits.buttonLabel))
  const contents = bubbleOf({ ...draw(card, text, say), buttons })
  const bytes = new TextEncoder().encode(JSON.stringify(contents)).length
  if (bytes > limits.bubbleBytes) return null
  return { type: 'flex', altText: clip(text, limits.altText), contents }
}

function draw(card: Facts, text: string, say: Say): Drawn {
  switch (card.type) {
    case 'summary':
      return summary(card, say)
    case 'receipt':
      return receipt(card, text, say)
    case 'progress':
      return progress(card, text, say)
    case 'callback':
      return callback(card, text, say)
  }
}

function summary({ items, place, when }: Of<'summary'>, say: Say): Drawn {
  const where = [
    { label: say('card.place'), value: place },
    { label: say('card.when'), value: when ?? '' },
  ]
  const problems = items.map(({ category, handler, clause, sentence, due, place: own }) => [
    ...kindAndUnit({ category, handler }, say),
    { label: say('card.place'), value: own ?? '' },
    { label: say('card.clause'), value: say('card.clause-of', { clause, sentence }) },
    dueRow(due, say),
  ])
  return {
    colour: colours.check,
    title: say('card.summary'),
    subtitle: '',
    groups: [...problems, where],
    intro: '',
    outro: say('card.hint'),
  }
}

/** A ticket that waits at the desk has no unit yet; then the words say what happens to it. */
function receipt({ tickets, code }: Of<'receipt'>, text: string, say: Say): Drawn {
  const atDesk = code !== null || tickets.some(({ handler }) => handler === '')
  const groups = tickets.map(({ number, category, place, handler, clause, due }) => [
    { label: say('card.number'), value: number },
    ...kindAndUnit({ category, handler }, say),
    { label: say('card.place'), value: place },
    { label: say('card.clause'), value: clause },
    dueRow(due, say),
  ])
  return {
    colour: atDesk ? colours.waiting : colours.done,
    title: say('card.receipt'),
    subtitle: '',
    groups,
    intro: atDesk ? text : '',
    outro: atDesk ? '' : say('card.follow'),
  }
}

type State = Of<'progress'>['state']

/** What a state looks like: under way, waiting for somebody, done, begun again, or at an end. */
const colourOf: Readonly<Record<State, Colour>> = {
  pending: colours.waiting,
  dispatched: colours.moving,
  accepted: colours.moving,
  'in-progress': colours.moving,
  'awaiting-citizen': colours.waiting,
  suspended: colours.waiting,
  conference: colours.waiting,
  resolved: colours.done,
  reopened: colours.again,
  closed: colours.ended,
  withdrawn: colours.ended,
  merged: colours.ended,
  referred: colours.ended,
}

/** The last step stands among the facts when the words are only a list of them. */
function progress(card: Of<'progress'>, text: string, say: Say): Drawn {
  const { state, status, number, category, handler, due, text: step } = card
  const rows = [
    { label: say('card.number'), value: number },
    ...kindAndUnit({ category, handler }, say),
    { label: say('card.step'), value: step },
    dueRow(due, say),
  ]
  const outro = ''
  const intro = step === '' ? text : ''
  return { colour: colourOf[state], title: status, subtitle: '', groups: [rows], intro, outro }
}

function callback(card: Of<'callback'>, text: string, say: Say): Drawn {
  const { number, category, handler, step } = card
  return {
    colour: colours.asking,
    title: say('card.callback'),
    subtitle: `${String(step)} / 3`,
    groups: [
      [{ label: say('card.number'), value: number }, ...kindAndUnit({ category, handler }, say)],
    ],
    intro: text,
    outro: '',
  }
}

function kindAndUnit(
  { category, handler }: { readonly category: string; readonly handler: string },
  say: Say,
): Row[] {
  return [
    { label: say('card.category'), value: category },
    { label: say('card.handler'), value: handler },
  ]
}

function dueRow(due: number | null, say: Say): Row {
  const value = due === null ? '' : say('card.due-by', { due: timeInWords(due) })
  return { label: say('card.due'), value }
}
