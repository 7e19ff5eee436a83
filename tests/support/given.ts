import { expect } from 'vitest'
import type { Actor } from '#domain/roles.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { decide } from '#domain/ticket/decide.ts'
import type { TicketEvent, TicketEventType } from '#domain/ticket/events.ts'
import { evolve } from '#domain/ticket/evolve.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import type { Standing } from '#domain/ticket/declare.ts'
import {
  aCitizen,
  aDispatcher,
  anAdministrator,
  anInspector,
  anOfficer,
  anOperator,
  due,
  mattersIn,
  start,
  theHouse,
  words,
} from './build.ts'

export const ticketId = 'ticket-1'

/** Who and when; left out: whoever the rulebook names first, at the moment of the step before. */
export type Told = { readonly actor?: Actor; readonly now?: number }

/** What happened before: an event as it is, or a command that has to succeed. */
export type Step = TicketEvent | TicketCommand | (Told & { readonly command: TicketCommand })

type Expected =
  | TicketEventType
  | { readonly type: TicketEventType; readonly data: Readonly<Record<string, unknown>> }

type World = {
  readonly ticket: Ticket | null
  readonly events: readonly TicketEvent[]
  readonly now: number
}

/** A step with its time and, if it matters, its actor. */
export function at(now: number, command: TicketCommand, actor?: Actor): Step {
  return actor === undefined ? { command, now } : { command, now, actor }
}

/** The ticket after these steps; `when` gives it one more command. Every step has to succeed. */
export function given(...steps: readonly Step[]) {
  const world = steps.reduce<World>(advance, { ticket: null, events: [], now: start })
  return {
    events: world.events,
    get ticket(): Ticket {
      return present(world)
    },
    /** The same past with more steps. */
    and: (...more: readonly Step[]) => given(...steps, ...more),
    when: (command: TicketCommand, told: Told = {}) => when(world, command, told),
  }
}

function when(world: World, command: TicketCommand, told: Told) {
  const now = told.now ?? world.now
  const actor = told.actor ?? naturalActor(world.ticket, command)
  const decided = decide(world.ticket, command, { actor, now, due, words, mattersIn })
  return {
    decided,
    /** Exactly these events, in this order; data need only hold what is named. Gives the ticket after. */
    then: (...expected: readonly Expected[]): Ticket => {
      if (isRefusal(decided)) {
        throw new Error(`refused: ${decided.refused} ${JSON.stringify(decided.params)}`)
      }
      expect(decided.map((event) => event.type)).toEqual(
        expected.map((one) => (typeof one === 'string' ? one : one.type)),
      )
      expected.forEach((one, index) => {
        if (typeof one !== 'string') expect(decided[index]?.data).toMatchObject(one.data)
      })
      return present(decided.reduce(append, world))
    },
    refused: (code: RefusalCode): void => {
      expect(isRefusal(decided) ? decided.refused : decided.map((event) => event.type)).toBe(code)
    },
  }
}

function advance(world: World, step: Step): World {
  if ('at' in step) return append(world, step)
  const {
    command,
    actor,
    now = world.now,
  }: Told & { command: TicketCommand } = 'command' in step ? step : { command: step }
  const by = actor ?? naturalActor(world.ticket, command)
  const decided = decide(world.ticket, command, { actor: by, now, due, words, mattersIn })
  if (isRefusal(decided)) {
    throw new Error(
      `given: ${command.type} in ${world.ticket?.status ?? 'nothing'} was refused: ${decided.refused}`,
    )
  }
  return { ...decided.reduce(append, world), now }
}

function append(world: World, event: TicketEvent): World {
  const ticket = evolve(world.ticket, ticketId, event)
  return { ticket, events: [...world.events, event], now: event.at }
}

function present(world: World): Ticket {
  if (world.ticket === null) throw new Error('no ticket was opened')
  return world.ticket
}

const byStanding: Readonly<Record<Standing, (ticket: Ticket | null) => Actor>> = {
  'its-citizen': (ticket) => aCitizen({ id: ticket?.opened.citizenId ?? aCitizen().id }),
  handler: (ticket) => anOfficer(ticket?.handler ?? undefined),
  participant: (ticket) => anOfficer(ticket?.supporting[0]),
  'called-unit': (ticket) => anOfficer(ticket?.whistles.at(-1)?.units[0]),
  conferee: (ticket) => anOfficer(ticket?.conferenceUnits[0]),
  whistler: (ticket) => anOfficer(ticket?.whistles.at(-1)?.caller ?? undefined),
  dispatcher: () => aDispatcher(),
  operator: () => anOperator(),
  inspector: () => anInspector(),
  administrator: () => anAdministrator(),
  system: () => theHouse(),
}

/** Whoever the rulebook names first for a command on this ticket; a second inspector where it wants one. */
export function naturalActor(ticket: Ticket | null, command: TicketCommand): Actor {
  if (command.type === 'approve-exclusion') return anInspector({ id: 'inspector-2' })
  const { by }: { readonly by: readonly Standing[] } = stepsByCommand[command.type]
  const first = by[0]
  return first === undefined ? theHouse() : byStanding[first](ticket)
}
