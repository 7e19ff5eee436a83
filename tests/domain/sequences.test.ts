import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { StepDeclaration } from '#domain/ticket/declare.ts'
import type { TicketCommandType } from '#domain/ticket/steps/index.ts'
import { runningClocks } from '#domain/ticket/deadlines.ts'
import { decide } from '#domain/ticket/decide.ts'
import type { TicketEvent } from '#domain/ticket/events.ts'
import { evolve, fold } from '#domain/ticket/evolve.ts'
import { statuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { isTown } from '#domain/ticket/whistling.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import {
  aCitizen,
  anOpenCommand,
  day,
  due,
  hour,
  minute,
  start,
  mattersIn,
  words,
} from '#tests/support/build.ts'
import { naturalActor } from '#tests/support/given.ts'
import { aCommand, everyone } from '#tests/support/lives.ts'

// Ten thousand in the suite, a million at night: npm run test:nightly.
const sequences = Number(process.env['HUIYING_SEQUENCES'] ?? 10_000)
const waits = [0, minute, hour, 12 * hour, day, 3 * day, 8 * day] as const

// Safe because the table's keys are exactly the commands.
const types = Object.keys(stepsByCommand) as TicketCommandType[]
const fits = new Map<TicketStatus, readonly TicketCommandType[]>(
  statuses.map((status) => [
    status,
    types.filter((type) => {
      const rule: Pick<StepDeclaration, 'from' | 'by'> = stepsByCommand[type]
      return rule.from.includes(status)
    }),
  ]),
)

type Turn = {
  readonly before: Ticket
  readonly after: Ticket
  readonly type: TicketCommandType
  readonly actor: Actor
  readonly events: readonly TicketEvent[]
}

type Sequence = { readonly turns: readonly Turn[]; readonly events: readonly TicketEvent[] }

/** A sequence of commands, most of them fitting the status and given by whom the rulebook names, some by anybody. */
function run(numbers: readonly number[]): Sequence {
  const [first = 0, ...rest] = numbers
  const urgency = (['general', 'fast', 'urgent', 'complex'] as const)[first % 4] ?? 'general'
  const whom = [{}, { citizenId: null }, { citizenId: null, dialogueId: null }][first % 3]
  const open = anOpenCommand({ urgency, ...whom }, first % 5 === 0 ? { routing: null } : {})
  const opened = decide(null, open, { actor: aCitizen(), now: start, due, words, mattersIn })
  if (isRefusal(opened)) throw new Error(opened.refused)
  const events = [...opened]
  let ticket = fold('ticket-1', events)
  if (ticket === null) throw new Error('not opened')
  const turns: Turn[] = []
  let now = start
  for (const number of rest) {
    now += waits[number % waits.length] ?? 0
    const turn = oneTurn(ticket, number, now)
    if (turn === null) continue
    turns.push(turn)
    events.push(...turn.events)
    ticket = turn.after
  }
  return { turns, events }
}

function oneTurn(before: Ticket, number: number, now: number): Turn | null {
  const choice = Math.floor(number / 7)
  const fitting = choice % 10 === 0 ? types : (fits.get(before.status) ?? types)
  const type = fitting[Math.floor(choice / 10) % fitting.length] ?? 'tick'
  const variant = number % 12
  const stranger = everyone[choice % everyone.length]
  const shaped = (actor: Actor) => aCommand(type, { ticket: before, actor, now, variant })
  const named = naturalActor(before, shaped(aCitizen()))
  const actor = choice % 4 === 0 && stranger !== undefined ? stranger : named
  const decided = decide(before, shaped(actor), { actor, now, due, words, mattersIn })
  if (isRefusal(decided)) return null
  const after = decided.reduce((state, event) => evolve(state, state.id, event), before)
  return { before, after, type, actor, events: decided }
}

type May = (turn: Turn) => boolean
const isHandler: May = ({ before, actor }) => actor.unit !== null && actor.unit === before.handler
const isDispatcher: May = ({ actor }) => actor.role === 'dispatcher'
const isInspector: May = ({ actor }) => actor.role === 'inspector'
const isCalled: May = ({ before, actor }) =>
  before.whistles.some((one) => one.units.some((unit) => unit === actor.unit))
const isItsCitizen: May = ({ before, actor }) =>
  actor.role === 'operator' || actor.id === (before.opened.citizenId ?? before.id)

/** The rulebook's "Commands and who may", written out once more. */
const may: { readonly [T in TicketCommandType]?: May } = {
  accept: isHandler,
  contact: isHandler,
  return: isHandler,
  'ask-citizen': isHandler,
  'request-extension': isHandler,
  'request-suspension': isHandler,
  resolve: isHandler,
  'answer-supervision': isHandler,
  whistle: (turn) => isHandler(turn) && isTown(turn.actor.unit),
  classify: isDispatcher,
  place: isDispatcher,
  dispatch: isDispatcher,
  refer: isDispatcher,
  merge: isDispatcher,
  'uphold-return': isDispatcher,
  supervise: isInspector,
  'approve-exclusion': (turn) =>
    isInspector(turn) &&
    turn.before.exclusion?.proposedBy !== turn.actor.id &&
    turn.before.exclusion?.approvedBy !== turn.actor.id,
  'refuse-exclusion': isInspector,
  'answer-exclusion': (turn) => isHandler(turn) || isItsCitizen(turn),
  'report-in': isCalled,
  'finish-whistle-part': isCalled,
  urge: isItsCitizen,
  supplement: isItsCitizen,
  withdraw: isItsCitizen,
  reopen: isItsCitizen,
  erase: ({ actor }) => actor.role === 'administrator',
}

const atWork: ReadonlySet<TicketStatus> = new Set([
  'dispatched',
  'accepted',
  'in-progress',
  'awaiting-citizen',
  'suspended',
  'reopened',
])

const reroutes: readonly TicketCommandType[] = ['dispatch', 'uphold-return', 'return']

/** What no turn may do, each by the rule it would break. */
const broken: Readonly<Record<string, (turn: Turn) => boolean>> = {
  'history is appended to': ({ before, after, events }) => after.seq !== before.seq + events.length,
  'time goes on': ({ before, events }) => events.some(({ at }) => at < before.lastEventAt),
  'exactly one unit has it': ({ after }) =>
    (atWork.has(after.status) && after.handler === null) ||
    after.supporting.some((unit) => unit === after.handler),
  'no clock runs backwards': ({ after }) => runningClocks(after).some(({ from, at }) => at < from),
  'a re-route keeps the promise': ({ before, after, type }) =>
    reroutes.includes(type) &&
    before.deadlines !== null &&
    before.deadlines.solve !== after.deadlines?.solve,
  'closed means called back, or counted as unreachable': closedUncalled,
  'nobody acts beyond their role and unit': (turn) => may[turn.type]?.(turn) === false,
}

const rules = Object.entries(broken)

function wrongIn(turn: Turn): string | null {
  const found = rules.find(([, isBroken]) => isBroken(turn))
  return found === undefined ? null : `${found[0]}: ${turn.type} by ${turn.actor.role}`
}

function closedUncalled({ before, after, events }: Turn): boolean {
  if (after.status !== 'closed' || before.status === 'closed') return false
  const told = events.some(({ type }) => type === 'rated' || type === 'unreachable')
  const supervised = after.closedBecause === 'final' && before.rating !== null
  const nobody = after.closedBecause === 'anonymous' && after.opened.citizenId === null
  return !told && !nobody && !supervised && !after.unreachable
}

const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 10, maxLength: 40, size: 'max' })

describe('in any sequence of commands', () => {
  it(
    `the rulebook holds (${String(sequences)} sequences)`,
    () => {
      const reached = new Set<TicketStatus>()
      const given = new Set<TicketCommandType>()
      fc.assert(
        fc.property(numbers, (all) => {
          const { turns, events } = run(all)
          for (const turn of turns) {
            reached.add(turn.after.status)
            given.add(turn.type)
            const wrong = wrongIn(turn)
            if (wrong !== null) throw new Error(wrong)
          }
          const last = turns.at(-1)?.after
          if (last !== undefined && fold(last.id, events)?.seq !== last.seq) {
            throw new Error('history tells another story')
          }
        }),
        // The same lives every time in the suite; new ones every night.
        sequences > 10_000 ? { numRuns: sequences } : { numRuns: sequences, seed: 7 },
      )
      // Or the rules were never put to the test.
      expect([...reached].sort()).toEqual([...statuses].sort())
      // Ten thousand lives leave a few of the rarest steps out; a night's million gives them all.
      const missed = types.filter((type) => type !== 'open' && !given.has(type))
      expect(missed.length).toBeLessThanOrEqual(sequences > 10_000 ? 0 : 3)
    },
    60 * minute,
  )
})
