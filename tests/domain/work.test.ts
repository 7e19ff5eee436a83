import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#domain/roles.ts'
import { maySee } from '#domain/roles.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import { nextDue } from '#domain/ticket/deadlines.ts'
import { endedStatuses, unitStatuses } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { handlerKinds, workAnswers, workKinds, worksOf } from '#domain/ticket/work.ts'
import type { Whose, Work } from '#domain/ticket/work.ts'
import type { UnitId } from '#routing/units.ts'
import {
  aDispatcher,
  anInspector,
  anOfficer,
  anOperator,
  commands,
  hour,
  start,
} from '#tests/support/build.ts'
import { live, moves } from '#tests/support/lives.ts'
import { aTicketIn } from '#tests/support/status.ts'

/** Every state of a life. */
function statesOf(all: Parameters<typeof live>[1]): readonly Ticket[] {
  const life = live('ticket-1', all)
  return [...life.turns.map(({ after }) => after), life.ticket]
}

function somebodyOf(whose: Whose): Actor {
  switch (whose) {
    case 'dispatchers':
      return aDispatcher()
    case 'inspectors':
      return anInspector({ id: 'inspector-9' })
    case 'operators':
      return anOperator()
    default:
      // Safe because whatever else work waits for is `unit:` and the unit.
      return anOfficer(whose.slice('unit:'.length) as UnitId)
  }
}

const isHandlers = ({ kind }: Work): boolean => handlerKinds.some((one) => one === kind)

/** In every state of every life. */
function always(rule: (ticket: Ticket, works: readonly Work[]) => void): void {
  fc.assert(
    fc.property(moves, (all) => {
      for (const ticket of statesOf(all)) rule(ticket, worksOf(ticket))
    }),
    { numRuns: 150 },
  )
}

describe('What waits for somebody', () => {
  it('can be seen by them, and done by one of its steps', () => {
    always((ticket, works) => {
      for (const { kind, whose } of works) {
        const actor = somebodyOf(whose)
        expect(maySee(actor, ticket)).toBe(true)
        const steps: readonly string[] = workAnswers[kind]
        const allowed = allowedCommands(ticket, actor)
        if (steps.length > 0 && kind !== 'whistle-late') {
          expect({ kind, whose, can: allowed.some((step) => steps.includes(step)) }).toEqual({
            kind,
            whose,
            can: true,
          })
        }
      }
    })
  })

  it('is one thing at a time for the unit that handles a ticket, due when the ticket is', () => {
    always((ticket, works) => {
      const own = works.filter(isHandlers)
      const isWorking = unitStatuses.some((one) => one === ticket.status)
      expect(own.length).toBe(isWorking ? 1 : 0)
      const [only] = own
      if (only !== undefined) {
        expect(only.whose).toBe(`unit:${String(ticket.handler)}`)
        expect(only.due).toBe(nextDue(ticket)?.at)
      }
    })
  })

  it('stands once for each of them and kind', () => {
    always((_ticket, works) => {
      const keys = works.map(({ kind, whose }) => `${kind} ${whose}`)
      expect(new Set(keys).size).toBe(keys.length)
    })
  })

  it('is nothing of the unit’s once a ticket is over, but what it asked the bureau', () => {
    always((ticket, works) => {
      if (!endedStatuses.some((one) => one === ticket.status)) return
      expect(works.filter(({ whose }) => whose.startsWith('unit:'))).toEqual([])
    })
  })

  it('covers every kind there is in some life', () => {
    const found = new Set<string>()
    for (let seed = 1; seed < 12 && found.size < workKinds.length; seed += 1) {
      for (const all of fc.sample(moves, { numRuns: 200, seed })) {
        for (const ticket of statesOf(all)) for (const { kind } of worksOf(ticket)) found.add(kind)
      }
    }
    expect([...found].sort()).toEqual([...workKinds].sort())
  })
})

it('What the citizen says waits for an answer from the unit, and no longer once it has contacted them', () => {
  const said = aTicketIn('in-progress', commands.urge)
  const citizens = (ticket: Ticket) => worksOf(ticket).filter(({ kind }) => kind === 'citizen')
  expect(citizens(said.ticket)).toMatchObject([{ whose: 'unit:110118002' }])
  expect(citizens(said.and(commands.contact).ticket)).toEqual([])
})

it('A late whistle or part waits for whoever called only from its deadline on', () => {
  const due = start + 24 * hour
  const { ticket } = aTicketIn('in-progress', { ...commands.whistle, due })
  const late = worksOf(ticket).filter(({ kind }) => kind === 'whistle-late')
  expect(late).toMatchObject([
    { whose: 'unit:110118002', from: due },
    { whose: 'inspectors', from: due },
  ])
})
