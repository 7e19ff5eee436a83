import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Urgency } from '#intents/types.ts'
import type { TownId } from '#routing/types.ts'
import type { Actor } from '../roles.ts'
import { nextDue } from '../ticket/deadlines.ts'
import type { Scene } from '../ticket/declare.ts'
import type { TicketEvent, TicketId } from '../ticket/events.ts'
import { evolve } from '../ticket/evolve.ts'
import { eventsByType } from '../ticket/steps/index.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Audience, NoticeDue, Told } from './audiences.ts'
import type { NoticeMatter } from './matters.ts'

/** What a notice may carry out of the house: never the citizen, never their words, no place below the village. */
export type NoticeFacts = {
  readonly number: string
  /** With secrecy neither category nor place. */
  readonly category: ComplaintCategoryId | null
  readonly town: TownId | null
  readonly village: string | null
  readonly urgency: Urgency
  readonly secrecy: boolean
  readonly due: NoticeDue
}

export type Notice = {
  readonly matter: NoticeMatter
  readonly audience: Audience
  /** Of the event that tells it. */
  readonly seq: number
  /** UTC milliseconds. */
  readonly at: number
  /** Who of the staff did it: nobody is told of their own deeds. Empty when it was the citizen. */
  readonly by: string
  readonly facts: NoticeFacts
}

/**
 * What new events of a ticket tell units, the desk and the bureau, each audience once per event. `before` is
 * the ticket without them. What a unit's own people did is no news to that unit.
 */
export function noticesOf(
  ticketId: TicketId,
  before: Ticket | null,
  events: readonly TicketEvent[],
): readonly Notice[] {
  const notices: Notice[] = []
  let ticket = before
  for (const event of events) {
    const after = evolve(ticket, ticketId, event)
    notices.push(...noticesOfEvent({ before: ticket ?? after, after }, event))
    ticket = after
  }
  return notices
}

type Telling = (scene: Scene, event: TicketEvent) => readonly Told[]

function noticesOfEvent(scene: Scene, event: TicketEvent): readonly Notice[] {
  // Safe because the table has each declaration under its own event's type.
  const telling = eventsByType[event.type].meaning.tells as Telling | undefined
  const told = new Map<Audience, Told>()
  for (const one of telling?.(scene, event) ?? []) {
    const own = event.by.unit !== null && unitOf(one.audience) === event.by.unit
    if (!own && !told.has(one.audience)) told.set(one.audience, one)
  }
  return [...told.values()].map(({ matter, audience, due }) => ({
    matter,
    audience,
    seq: scene.after.seq,
    at: event.at,
    by: event.by.role === 'citizen' ? '' : event.by.id,
    facts: factsOf(scene.after, due === undefined ? nextDue(scene.after) : due),
  }))
}

function factsOf(ticket: Ticket, due: NoticeDue): NoticeFacts {
  const { opened, category, place, urgency } = ticket
  const { number, secrecy } = opened
  const open = secrecy
    ? { category: null, town: null, village: null }
    : { category, town: place.town, village: place.village }
  return { number, ...open, urgency, secrecy, due }
}

function unitOf(audience: Audience): string | null {
  const at = audience.indexOf(':')
  return at === -1 ? null : audience.slice(at + 1)
}

/** The audiences a person belongs to; none for whoever has no part in handling. */
export function audiencesOf({
  id,
  role,
  unit,
}: Pick<Actor, 'id' | 'role' | 'unit'>): readonly Audience[] {
  switch (role) {
    case 'officer':
      return unit === null ? [] : [`unit:${unit}`, `person:${id}`]
    case 'unit-lead':
      return unit === null ? [] : [`unit:${unit}`, `lead:${unit}`, `person:${id}`]
    case 'dispatcher':
      return ['dispatchers']
    case 'inspector':
      return ['inspectors']
    default:
      return []
  }
}
