import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Actor } from './roles.ts'
import { settings } from './ticket/settings.ts'
import type { Ticket } from './ticket/ticket.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * One person who opens or writes very much is pointed out to the dispatch desk by rule; what follows is a
 * person's decision. Nothing is dropped, and danger is never held up.
 */
export const floodSettings = settings.flooding

/** What is on record about one person, in order; never changed. */
export type FloodFact =
  /** By the rule: complaints in a day and messages in an hour at that moment. */
  | {
      readonly type: 'suspected'
      readonly data: { readonly cases: number; readonly messages: number }
    }
  | { readonly type: 'kept'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'folded'
      readonly data: {
        readonly reason: string
        readonly into: string
        readonly numbers: readonly string[]
      }
    }
  /** `until`: UTC milliseconds. New complaints wait at the desk meanwhile, in one ticket. */
  | { readonly type: 'blocked'; readonly data: { readonly reason: string; readonly until: number } }
  | { readonly type: 'lifted'; readonly data: { readonly reason: string } }

export type FloodRecord = FloodFact & {
  readonly personId: string
  /** 1 for the first about a person; two at once are a conflict. */
  readonly seq: number
  readonly at: number
  readonly by: Pick<Actor, 'id' | 'role' | 'name'>
}

export type FloodState = 'none' | 'suspected' | 'blocked'

/** Where a person stands by what is on record. */
export function floodState(records: readonly FloodRecord[], now: number): FloodState {
  if (heldUntil(records, now) !== null) return 'blocked'
  return records.at(-1)?.type === 'suspected' ? 'suspected' : 'none'
}

/** Until when a person's new complaints wait at the desk; null: they do not. */
export function heldUntil(records: readonly FloodRecord[], now: number): number | null {
  const block = records.findLast(({ type }) => type === 'blocked' || type === 'lifted')
  return block?.type === 'blocked' && now < block.data.until ? block.data.until : null
}

/** Complaints a person has opened in the day before `now`, each case once. */
export function casesInDay(tickets: readonly Ticket[], now: number): number {
  const counted = tickets.filter(
    ({ openedAt, urgency }) => now - openedAt < day && urgency !== 'urgent',
  )
  return new Set(counted.map(({ opened }) => opened.caseId)).size
}

/** The rule: too much, and nobody has decided on it lately. null: nothing to point out. */
export function suspicion(
  records: readonly FloodRecord[],
  counted: { readonly cases: number; readonly messages: number },
  now: number,
): FloodFact | null {
  const { casesADay, messagesAnHour, quietMs } = floodSettings
  const { cases, messages } = counted
  if (cases < casesADay && messages < messagesAnHour) return null
  const last = records.at(-1)
  const waits = floodState(records, now) !== 'none'
  const decided = last !== undefined && now - last.at < quietMs
  return waits || decided ? null : { type: 'suspected', data: { cases, messages } }
}

export type FloodCommand =
  | { readonly type: 'keep'; readonly reason: string }
  | {
      readonly type: 'fold'
      readonly reason: string
      readonly into: string
      readonly numbers: readonly string[]
    }
  | { readonly type: 'block'; readonly reason: string; readonly days: number }
  | { readonly type: 'lift'; readonly reason: string }

/** In which state a decision fits. */
const fitting: { readonly [T in FloodCommand['type']]: readonly FloodState[] } = {
  keep: ['suspected'],
  fold: ['suspected', 'blocked'],
  block: ['suspected', 'blocked'],
  lift: ['blocked'],
}

/**
 * A dispatcher's decision, always with its reason. Refuses: 'not-allowed' to anybody else, 'nothing-pending'
 * where the rule has pointed out nothing (lifting: where nothing is blocked), 'invalid-input'.
 */
export function decideFlood(
  records: readonly FloodRecord[],
  command: FloodCommand,
  { actor, now }: { readonly actor: Actor; readonly now: number },
): FloodFact | Refusal {
  if (actor.role !== 'dispatcher') return refuse('not-allowed', { command: command.type })
  const state = floodState(records, now)
  if (!fitting[command.type].includes(state))
    return refuse('nothing-pending', { command: command.type })
  const reason = command.reason.trim()
  if (reason === '') return refuse('invalid-input', { fields: 'reason' })
  switch (command.type) {
    case 'keep':
      return { type: 'kept', data: { reason } }
    case 'lift':
      return { type: 'lifted', data: { reason } }
    case 'fold':
      return fold(reason, command)
    case 'block':
      return block(reason, command.days, now)
  }
}

function fold(
  reason: string,
  { into, numbers }: Pick<Extract<FloodCommand, { readonly type: 'fold' }>, 'into' | 'numbers'>,
): FloodFact | Refusal {
  const others = numbers.filter((number) => number !== into)
  if (into === '') return refuse('invalid-input', { fields: 'into' })
  if (others.length === 0) return refuse('invalid-input', { fields: 'numbers' })
  return { type: 'folded', data: { reason, into, numbers: others } }
}

function block(reason: string, days: number, now: number): FloodFact | Refusal {
  const fits = Number.isInteger(days) && days >= 1 && days <= floodSettings.blockDaysAtMost
  if (!fits) return refuse('invalid-input', { fields: 'days' })
  return { type: 'blocked', data: { reason, until: now + days * day } }
}
