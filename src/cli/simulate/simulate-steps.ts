import { dayStart } from '#routing/calendar.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import { commandsFor } from '#app/dispatching/dispatch-ticket.ts'
import type { ClockName } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { dateTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import type { Dice } from '#cli/dice.ts'
import { familyOf, phrases } from './season-data.ts'
import { chances } from './season-shares.ts'
import type { Story } from './season-stories.ts'
import type { Crew } from './simulate-crew.ts'
import type { Life } from './simulate-life.ts'

/** One ticket being worked, and all that its work needs. */
export type Work = {
  readonly life: Life
  readonly story: Story
  readonly dice: Dice
  readonly crew: Crew
  readonly newId: () => string
  /** An earlier ticket on the same matter. */
  readonly earlier: { readonly id: TicketId; readonly number: string } | null
}

export const minute = 60_000
export const hour = 60 * minute
const day = 24 * hour
const opens = 8
const closes = 20

type Shares = readonly [from: number, to: number]

/** The officer of the unit that has the ticket. */
export function handlerOf({ life, crew }: Work): Actor {
  const { handler, dispatch } = life.ticket()
  return crew.officer(handler ?? dispatch?.handler ?? 'ecology-bureau')
}

/** Who speaks for the citizen: themselves where they wrote, the operator for callers. */
export function voiceOf({ life, crew }: Work): Actor {
  const { citizenId, dialogueId } = life.ticket().opened
  return citizenId === null || dialogueId === null
    ? crew.operator
    : { id: citizenId, role: 'citizen', unit: null, name: '' }
}

/** The same moment, or the next morning when people are not at work: 8 to 20 in Beijing. */
export function atWork({ dice, story }: Work, moment: number): number {
  if (story.halt !== null) return moment
  const ofDay = moment - dayStart(moment)
  if (ofDay >= opens * hour && ofDay < closes * hour) return moment
  const midnight = moment - ofDay + (ofDay >= closes * hour ? day : 0)
  return midnight + opens * hour + Math.floor(dice.between(0, 90 * minute))
}

/** Some time after the last thing done. */
export function after({ life, dice }: Work, from: number, to: number): number {
  return life.at() + Math.floor(dice.between(from, to))
}

/** A moment when so much of a clock has run; now and then it is late. Never before what was done last. */
export function whenClock(work: Work, clock: UnitClock, shares: Shares): number {
  const { dice, story } = work
  const { from, runs } = clockOf(work, clock)
  const late = story.halt === null && dice.chance(chances.late)
  const share = late ? dice.between(1.02, 1.4) : dice.between(...shares)
  const moment = Math.max(from + Math.floor(share * runs), after(work, 2 * minute, 15 * minute))
  return clock === 'accept' || runs <= 2 * hour ? moment : atWork(work, moment)
}

/** The same for what is refused once the clock has rung: in time by night too. */
export function inTime(work: Work, clock: UnitClock, shares: Shares): number {
  const { from, runs } = clockOf(work, clock)
  return Math.max(from + Math.floor(work.dice.between(...shares) * runs), after(work, 1, minute))
}

type UnitClock = Exclude<ClockName, 'dispatch'>

function clockOf({ life }: Work, clock: UnitClock) {
  const { deadlines, dispatchedAt, promisedFrom } = life.ticket()
  const from = (clock === 'solve' ? promisedFrom : dispatchedAt) ?? life.at()
  return { from, runs: (deadlines?.[clock] ?? from) - from }
}

/** The unit takes it. */
export function accept(work: Work, shares: Shares = [0.04, 0.85]): void {
  work.life.act(whenClock(work, 'accept', shares), handlerOf(work), { type: 'accept' })
}

/** The unit speaks with the citizen. */
export function contact(work: Work, shares: Shares = [0.02, 0.4]): void {
  const { dice } = work
  const method = dice.weighted([
    { method: 'phone', weight: 70 },
    { method: 'visit', weight: 18 },
    { method: 'message', weight: 12 },
  ] as const).method
  const note = dice.pick(phrases.contacts[method])
  work.life.act(whenClock(work, 'contact', shares), handlerOf(work), {
    type: 'contact',
    method,
    note,
  })
}

/** Something only the units read. */
export function note(work: Work): void {
  const { life, dice } = work
  if (!dice.chance(chances.internalNote)) return
  const text = dice.pick(phrases.notes)
  life.act(atWork(work, after(work, hour, 6 * hour)), handlerOf(work), { type: 'note', text })
}

/** The unit says it is done, to the citizen and for itself. */
export function resolve(work: Work, shares: Shares = [0.15, 0.85]): void {
  const { life, dice, story } = work
  const again = life.ticket().reopenings > 0
  const replies = phrases.replies[familyOf[story.category] ?? 'site']
  const reply = dice.pick(again ? phrases.again : replies)
  const internalNote = dice.chance(chances.internalNote) ? dice.pick(phrases.notes) : null
  const moment = whenClock(work, 'solve', story.halt === 'resolved' ? [0.1, 0.3] : shares)
  const pausedUntil = life.ticket().awaiting?.until ?? 0
  const at = Math.max(moment, pausedUntil + hour)
  const publicReply = fill(phrases.dated, { day: dateTime(at).slice(0, 10), reply })
  const { despite } = phrases
  life.act(at, handlerOf(work), { type: 'resolve', publicReply, internalNote, despite })
}

/** The desk classifies, places and dispatches what waits there; without `unit` to whom the rules name. */
export function dispatch(work: Work, unit: UnitId | null, said: string): void {
  const { life, story, crew, dice } = work
  const moment = after(work, 8 * minute, 95 * minute)
  const late = story.halt === null && dice.chance(chances.late) ? 2 * hour : 0
  life.act(moment + late, crew.dispatcher, (ticket, ctx) =>
    commandsFor(ctx, ticket, {
      ticketId: ticket.id,
      category: ticket.category ?? story.category,
      place: ticket.place.town === null ? story.place : ticket.place,
      ...(unit === null ? {} : { unit }),
      note: said,
    }),
  )
}
