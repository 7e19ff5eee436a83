import { describe, expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { noChange, planTicket } from '#app/tickets/plan-change.ts'
import type { Actor } from '#domain/roles.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketCommand, TicketCommandType } from '#domain/ticket/steps/index.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import {
  aCitizen,
  aDispatcher,
  anAdministrator,
  anInspector,
  anOfficer,
  anOpenCommand,
  anOperator,
  aUnitLead,
  byPhone,
  commands,
  hour,
  theHouse,
} from '#tests/support/build.ts'
import { openWebWorld } from '#tests/web/web-world.ts'
import type { WebWorld } from '#tests/web/web-world.ts'

const people = {
  'its citizen': aCitizen(),
  'another citizen': aCitizen({ id: 'citizen-2' }),
  'officer of the handler': anOfficer(),
  'lead of the handler': aUnitLead(),
  'officer of a supporting unit': anOfficer('ecology-bureau'),
  'officer of a called unit': anOfficer('market-regulation'),
  'officer of another unit': anOfficer('water-bureau'),
  dispatcher: aDispatcher(),
  operator: anOperator(),
  inspector: anInspector({ id: 'inspector-2' }),
  administrator: anAdministrator(),
  'the house': theHouse(),
} as const satisfies Readonly<Record<string, Actor>>

type Person = keyof typeof people

const unit = ['officer of the handler', 'lead of the handler'] as const
const bureau = ['dispatcher', 'inspector'] as const
const caller = ['its citizen', 'operator'] as const

/** Who gives which command, and how long after the one before it (milliseconds). */
type Step = readonly [actor: Actor, command: TicketCommand, wait?: number]

const officer = people['officer of the handler']
const accepted: readonly Step[] = [[officer, commands.accept]]
const working: readonly Step[] = [...accepted, [officer, commands.contact]]
const resolved: readonly Step[] = [...working, [officer, commands.resolve]]
const closed: readonly Step[] = [...resolved, [people['its citizen'], commands.rate]]
const whistled: readonly Step[] = [...working, [officer, commands.whistle]]
const called = people['officer of a called unit']
const reportedIn: readonly Step[] = [...whistled, [called, commands['report-in']]]
const asked = (command: TicketCommand): readonly Step[] => [...working, [officer, command]]
const atDesk = anOpenCommand({}, { routing: null, queueReason: 'unsure' })
const firstInspector = anInspector()

/** Spoken to three times without an answer to the questions. */
const tried: readonly Step[] = [
  ...resolved,
  [people.operator, commands['start-callback']],
  ...(['20261123-am', '20261123-pm', '20261124-am'] as const).map((halfDay): Step => [
    people.operator,
    { ...commands['attempt-callback'], halfDay, reached: true },
    halfDay === '20261123-am' ? 0 : 12 * hour,
  ]),
]

/** Somebody answered the telephone. */
const reached: readonly Step[] = [
  ...resolved,
  [people.operator, commands['start-callback']],
  [people.operator, { ...commands['attempt-callback'], reached: true }],
]

type Row = {
  readonly may: readonly Person[]
  readonly life: readonly Step[]
  readonly opening?: TicketCommand
}

// Rulebook, "Commands and who may". `open` makes tickets and is asked for elsewhere; the house ticks by itself
// after every change, so that a person's tick is neither carried out nor refused.
const table: Readonly<Record<Exclude<TicketCommandType, 'open' | 'tick'>, Row>> = {
  classify: { may: ['dispatcher'], life: [], opening: atDesk },
  place: { may: ['dispatcher'], life: [], opening: atDesk },
  'set-urgency': { may: bureau, life: [] },
  dispatch: { may: ['dispatcher'], life: working },
  refer: { may: ['dispatcher'], life: [], opening: atDesk },
  merge: { may: ['dispatcher'], life: accepted },
  unmerge: { may: ['dispatcher', 'the house'], life: [[people.dispatcher, commands.merge]] },
  accept: { may: unit, life: [] },
  assign: { may: unit, life: accepted },
  contact: { may: unit, life: accepted },
  note: {
    may: [...unit, 'officer of a supporting unit', ...bureau, 'operator', 'the house'],
    life: working,
  },
  return: { may: unit, life: accepted },
  'uphold-return': { may: ['dispatcher'], life: [[officer, commands.return]] },
  'add-units': { may: [...unit, ...bureau], life: working },
  'finish-part': { may: ['officer of a supporting unit'], life: working },
  'ask-citizen': { may: unit, life: working },
  supplement: { may: caller, life: working },
  'request-extension': { may: unit, life: working },
  'approve-extension': { may: bureau, life: asked(commands['request-extension']) },
  'refuse-extension': { may: bureau, life: asked(commands['request-extension']) },
  'request-suspension': { may: unit, life: working },
  'approve-suspension': { may: bureau, life: asked(commands['request-suspension']) },
  'refuse-suspension': { may: bureau, life: asked(commands['request-suspension']) },
  review: {
    may: [...unit, ...bureau, 'the house'],
    life: [
      ...asked(commands['request-suspension']),
      [people.dispatcher, commands['approve-suspension']],
    ],
  },
  urge: { may: caller, life: working },
  supervise: { may: ['inspector'], life: working },
  'answer-supervision': {
    may: unit,
    life: [...working, [people.inspector, commands.supervise]],
  },
  whistle: { may: unit, life: working },
  'report-in': { may: ['officer of a called unit'], life: whistled },
  'finish-whistle-part': { may: ['officer of a called unit'], life: reportedIn },
  'close-whistle': { may: [...unit, 'inspector'], life: whistled },
  resolve: { may: unit, life: working },
  'start-callback': { may: ['operator', 'the house'], life: resolved },
  'remind-callback': { may: ['operator', 'the house'], life: resolved },
  'attempt-callback': {
    may: ['operator'],
    life: [...resolved, [people.operator, commands['start-callback']]],
  },
  rate: { may: caller, life: reached },
  'mark-false-callback': {
    may: ['inspector'],
    life: [...reached, [people.operator, commands.rate]],
  },
  'give-up-callback': {
    may: [...bureau, 'the house'],
    life: tried,
  },
  reopen: { may: caller, life: closed },
  withdraw: { may: caller, life: working },
  'propose-exclusion': { may: [...unit, 'inspector'], life: working },
  'answer-exclusion': {
    may: [...unit, ...caller],
    life: [...working, [firstInspector, commands['propose-exclusion']]],
  },
  'approve-exclusion': {
    may: ['inspector'],
    life: [...working, [firstInspector, commands['propose-exclusion']]],
  },
  'refuse-exclusion': {
    may: ['inspector'],
    life: [...working, [firstInspector, commands['propose-exclusion']]],
  },
  erase: { may: ['administrator'], life: closed },
  'keep-secret': { may: ['dispatcher', ...caller], life: working },
  'release-files': { may: bureau, life: [], opening: anOpenCommand({ secrecy: true }) },
  publish: { may: bureau, life: working },
}

const id = 'ticket-1'
const as = (world: WebWorld, actor: Actor): Ctx => world.deps.ctxFor(actor)

/** As an operator writes it down; of a citizen's own answer that says nothing. */
const heard = (command: TicketCommand): TicketCommand =>
  command.type === 'rate' ? { ...command, ...byPhone } : command

async function asks(type: keyof typeof table, person: Person): Promise<Ticket | Refusal> {
  const { life, opening = anOpenCommand() } = table[type]
  const world = await openWebWorld()
  const planned = planTicket(as(world, theHouse()), id, null, [opening])
  if (isRefusal(planned)) throw new Error(planned.refused)
  await world.commit({ ...noChange, tickets: [planned] })
  for (const [actor, command, wait = 0] of life) {
    world.clock.now += wait
    const done = await changeTicket(as(world, actor), id, heard(command))
    if (isRefusal(done)) throw new Error(`${command.type}: ${done.refused}`)
  }
  return changeTicket(as(world, people[person]), id, heard(commands[type]))
}

// Safe because the keys of both literal tables are exactly these.
const types = Object.keys(table) as (keyof typeof table)[]
const persons = Object.keys(people) as Person[]
const barred: readonly string[] = ['not-allowed', 'not-your-unit', 'not-found']

describe.each(types)('%s', (type) => {
  it.each(persons)('%s', async (person) => {
    const answered = await asks(type, person)
    const refused = isRefusal(answered) ? answered.refused : 'carried out'
    if (table[type].may.includes(person)) expect(refused).toBe('carried out')
    else expect(barred).toContain(refused)
  })
})

it('Nobody sees by its refusal that a ticket exists which is none of their business', async () => {
  const refused = await asks('accept', 'officer of another unit')
  const other = await asks('withdraw', 'another citizen')
  expect([refused, other]).toMatchObject([{ refused: 'not-found' }, { refused: 'not-found' }])
})
