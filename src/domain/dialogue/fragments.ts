import type { DialogueAct, Understanding } from '#intents/types.ts'
import type { FoundPlace } from '#routing/types.ts'
import { opensTicket } from '#intents/opens-ticket.ts'
import { declared } from './questions/index.ts'
import type { Dialogue } from './types.ts'

/**
 * Several short messages in a row are one (how the bot talks, rule 11). Settings, in milliseconds: how long a
 * fragment waits for the next one, how far apart two that belong together were sent, how long a row of them
 * may keep the citizen waiting.
 */
export const fragmentSettings = {
  settleMs: 2_500,
  apartMs: 6_000,
  longestMs: 12_000,
  /** Longer words stand by themselves, in characters. */
  atMost: 20,
} as const

/** Words and what they tell. */
export type Words = {
  readonly text: string
  readonly understanding: Understanding
  readonly place: FoundPlace
}

/** What is asked of the bot, or answers it: nothing is to be added to it. */
const complete: ReadonlySet<DialogueAct> = new Set([
  'confirm',
  'deny',
  'cancel',
  'correct',
  'status',
  'urge',
  'withdraw',
  'handoff',
  'thank',
  'abuse',
  'none-of-these',
  'keep',
  'ask',
  'praise',
  'suggest',
  'rate-again',
])

/**
 * Words that may go on in the next message: free, short, and without what a complaint needs. Never the answer
 * to a question, and never danger.
 */
export function isFragment(dialogue: Dialogue | null, words: Words): boolean {
  const { text, understanding, place } = words
  if (!mayFollow(dialogue, words) || text.trim().length > fragmentSettings.atMost) return false
  const { classification, danger, ticketNumber, phone } = understanding
  if (danger !== null || ticketNumber !== null || phone !== null) return false
  const named = !classification.abstain && opensTicket(classification.category)
  return !(named && place.town !== null)
}

/** Words that may be the rest of the fragment before them. */
export function mayFollow(dialogue: Dialogue | null, { understanding }: Words): boolean {
  const [act = 'other'] = understanding.acts
  // An offer asks nothing: what comes may still be the beginning.
  const asked = declared(dialogue?.question ?? null)?.awaited === true
  return !asked && !complete.has(act)
}
