import fc from 'fast-check'
import type { Actor } from '#domain/roles.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import type { TicketCommand, TicketCommandType } from '#domain/ticket/steps/index.ts'
import { decide } from '#domain/ticket/decide.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { evolve, fold } from '#domain/ticket/evolve.ts'
import { halfDayOf } from '#domain/ticket/half-day.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import {
  aCitizen,
  aDispatcher,
  anAdministrator,
  anInspector,
  anOfficer,
  anOpenCommand,
  byPhone,
  anOperator,
  aRouting,
  commands,
  day,
  due,
  mattersIn,
  hour,
  minute,
  start,
  theHouse,
  words,
} from './build.ts'

const handlers = ['110118002', '110118100', 'ecology-bureau', 'city-enforcement'] as const

/** Everyone who may ever touch the tickets of these lives. */
export const everyone: readonly Actor[] = [
  aCitizen(),
  aCitizen({ id: 'citizen-2' }),
  ...handlers.map((unit) => anOfficer(unit)),
  anOfficer('market-regulation'),
  anOperator(),
  aDispatcher(),
  anInspector(),
  anInspector({ id: 'inspector-2' }),
  anInspector({ id: 'inspector-3' }),
  anAdministrator(),
  theHouse(),
]

const waits = [0, 0, minute, hour, 12 * hour, day, 3 * day, 8 * day] as const

/** One turn of a life: after which wait, and which of all that is open to anybody. */
export type Move = { readonly pick: number; readonly variant: number; readonly wait: number }

/** A whole life as numbers, so that a failing one shrinks. */
export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    pick: fc.nat({ max: 1000 }),
    variant: fc.nat({ max: 11 }),
    wait: fc.constantFrom(...waits),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
)

/** What one command did: the states around it, and when. */
type Turn = {
  readonly before: Ticket
  readonly after: Ticket
  readonly command: TicketCommandType
  readonly events: readonly TicketEvent[]
  readonly now: number
}

export type Life = {
  readonly ticket: Ticket
  readonly events: readonly TicketEvent[]
  readonly turns: readonly Turn[]
  readonly now: number
}

/** Lives one life: opened by one of several doors, then moved on by commands its people may give. */
export function live(id: string, all: readonly Move[]): Life {
  const first = all[0] ?? { pick: 0, variant: 0, wait: 0 }
  const opened = opening(first.variant)
  const events = settle(
    decide(null, opened, { actor: aCitizen(), now: start, due, words, mattersIn }),
  )
  const ticket = fold(id, events)
  if (ticket === null) throw new Error('not opened')
  return all.reduce<Life>(turn, { ticket, events, turns: [], now: start })
}

function turn(life: Life, move: Move): Life {
  const now = life.now + move.wait
  const { ticket } = life
  const open = openTo(ticket, move.variant)
  const { actor, type } = open[move.pick % open.length] ?? tick
  const command = aCommand(type, { ticket, actor, now, variant: move.variant })
  const decided = decide(ticket, command, { actor, now, due, words, mattersIn })
  if (isRefusal(decided)) return { ...life, now }
  const after = decided.reduce((state, event) => evolve(state, state.id, event), ticket)
  const made = { before: ticket, after, command: type, events: decided, now }
  return {
    ticket: after,
    events: [...life.events, ...decided],
    turns: [...life.turns, made],
    now,
  }
}

const tick = { actor: theHouse(), type: 'tick' } as const
// Rare, or every life would end before it began; what changes nothing would fill it.
const endings: readonly TicketCommandType[] = ['withdraw', 'merge', 'refer', 'erase']
const idle: readonly TicketCommandType[] = ['note', 'finish-part', 'supervise', 'place', 'classify']

function openTo(ticket: Ticket, variant: number) {
  const rare = variant === 0
  const offers = everyone.flatMap((actor) =>
    allowedCommands(ticket, actor)
      .filter((type) => rare || !(endings.includes(type) || idle.includes(type)))
      .map((type) => ({ actor, type })),
  )
  return [...offers, tick]
}

function settle(decided: readonly TicketEvent[] | Refusal): readonly TicketEvent[] {
  if (isRefusal(decided)) throw new Error(`refused: ${decided.refused}`)
  return decided
}

function opening(variant: number): TicketCommand {
  const urgencies = ['general', 'fast', 'urgent', 'complex'] as const
  const urgency = urgencies[variant % 4] ?? 'general'
  const opened = [
    { urgency },
    { urgency, citizenId: null },
    { urgency, citizenId: null, dialogueId: null },
  ][variant % 3]
  return variant % 2 === 0
    ? anOpenCommand(opened)
    : anOpenCommand(opened, { routing: null, queueReason: 'unsure' })
}

type Scene = {
  readonly ticket: Ticket
  readonly actor: Actor
  readonly now: number
  readonly variant: number
}

/** A command of a type that makes sense on this ticket now. */
export function aCommand(type: TicketCommandType, scene: Scene): TicketCommand {
  return shaped[type]?.(scene) ?? commands[type]
}

const unitFor = ({ variant }: Scene) => handlers[variant % handlers.length] ?? '110118002'
const whistleId = ({ ticket, actor, variant }: Scene, fits: (reported: boolean) => boolean) => {
  const found = ticket.whistles.find(
    (one) =>
      one.closedAt === null &&
      (actor.unit === null || one.units.includes(actor.unit)) &&
      fits(one.reports.some((report) => report.unit === actor.unit)),
  )
  return found?.id ?? `whistle-${String(variant)}`
}

const shaped: { readonly [T in TicketCommandType]?: (scene: Scene) => TicketCommand } = {
  classify: ({ variant }) => ({
    type: 'classify',
    category: variant % 2 === 0 ? 'catering-fumes' : 'odor',
    note: null,
  }),
  'set-urgency': ({ variant }) => ({
    type: 'set-urgency',
    urgency: (['urgent', 'fast', 'general', 'complex'] as const)[variant % 4] ?? 'fast',
    note: null,
  }),
  dispatch: (scene) => ({
    type: 'dispatch',
    routing: aRouting({ handler: unitFor(scene), supporting: ['market-regulation'] }),
    note: '按职责改派',
  }),
  return: () => ({ ...commands.return, proposedUnit: null, clause: '大气 19' }),
  'request-extension': ({ ticket, variant }) => ({
    ...commands['request-extension'],
    until: (ticket.deadlines?.solve ?? start) + (variant + 1) * 10 * minute,
  }),
  'add-units': ({ now, variant }) => ({
    ...commands['add-units'],
    due: variant % 2 === 0 ? now + day : null,
  }),
  'request-suspension': ({ now, variant }) => ({
    ...commands['request-suspension'],
    reviewAt: now + (variant + 1) * day,
  }),
  supervise: ({ now }) => ({ ...commands.supervise, replyDue: now + day }),
  whistle: ({ ticket, now }) => ({
    ...commands.whistle,
    whistleId: `whistle-${String(ticket.whistles.length + 1)}`,
    units: ['city-enforcement', 'market-regulation'],
    due: now + day,
  }),
  'report-in': (scene) => ({
    ...commands['report-in'],
    whistleId: whistleId(scene, (reported) => !reported),
  }),
  'finish-whistle-part': (scene) => ({
    ...commands['finish-whistle-part'],
    whistleId: whistleId(scene, (reported) => reported),
  }),
  'close-whistle': ({ ticket, actor }) => ({
    ...commands['close-whistle'],
    whistleId:
      ticket.whistles.find(
        (one) => one.closedAt === null && (actor.role === 'inspector' || one.caller === actor.unit),
      )?.id ?? 'whistle-1',
  }),
  'attempt-callback': ({ now, variant }) => ({
    ...commands['attempt-callback'],
    halfDay: halfDayOf(now),
    reached: variant === 0,
  }),
  rate: ({ variant }) => ({
    ...commands.rate,
    ...byPhone,
    contacted: variant % 4 !== 0,
    solved: (['solved', 'partly', 'unsolved'] as const)[variant % 3] ?? 'solved',
    satisfied: (['satisfied', 'basically', 'unsatisfied'] as const)[variant % 3] ?? 'satisfied',
  }),
  'give-up-callback': ({ ticket }) => ({
    type: 'give-up-callback',
    because: ticket.opened.citizenId === null ? 'anonymous' : 'unreachable',
  }),
}
