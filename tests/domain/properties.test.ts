import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rates } from '#domain/rates.ts'
import { inOrder, settledBy, settledFromHistory } from '#domain/settled.ts'
import { rateGroups } from '#domain/tally.ts'
import type { SettledRow } from '#domain/settled.ts'
import { isRefusal } from '#domain/refusal.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import { nextTimer } from '#domain/ticket/alarms.ts'
import type { TicketCommandType } from '#domain/ticket/steps/index.ts'
import { runningClocks } from '#domain/ticket/deadlines.ts'
import { decide } from '#domain/ticket/decide.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import { isExcluded } from '#domain/ticket/excluding.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { statuses, unitStatuses } from '#domain/ticket/status.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import { day, due, start, theHouse, mattersIn, words } from '#tests/support/build.ts'
import { aCommand, everyone, live, moves } from '#tests/support/lives.ts'
import type { Life } from '#tests/support/lives.ts'

// Rulebook, "Life of a ticket": where a ticket may go from each status. To `closed` without `resolved`: the
// citizen was asked because the promise had passed, and says that it is solved. From
// `merged` back to the desk: the merging was wrong, or the main ticket's citizen gave up.
const leads: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  pending: ['dispatched', 'referred', 'merged', 'withdrawn'],
  dispatched: ['accepted', 'pending', 'conference', 'merged', 'withdrawn', 'closed'],
  accepted: ['in-progress', 'dispatched', 'pending', 'conference', 'merged', 'withdrawn', 'closed'],
  'in-progress': ['resolved', 'awaiting-citizen', 'suspended', 'dispatched', 'withdrawn', 'closed'],
  'awaiting-citizen': ['in-progress', 'reopened', 'withdrawn', 'closed'],
  suspended: ['in-progress', 'reopened', 'withdrawn', 'closed'],
  conference: ['dispatched', 'withdrawn'],
  resolved: ['closed', 'reopened', 'withdrawn'],
  reopened: ['resolved', 'awaiting-citizen', 'suspended', 'dispatched', 'withdrawn', 'closed'],
  closed: ['reopened'],
  withdrawn: [],
  merged: ['pending'],
  referred: [],
}

const runs = { numRuns: 60 }
const forEveryLife = (check: (life: Life) => void): void => {
  fc.assert(
    fc.property(moves, (all) => {
      check(live('ticket-1', all))
    }),
    runs,
  )
}

function stored(life: Life): StoredEvent[] {
  return life.events.map((event, index) => ({ ...event, ticketId: life.ticket.id, seq: index + 1 }))
}

/** The read model: rows as each change settles them, marked by what the ticket has become. */
function readModel(life: Life): SettledRow[] {
  const without: readonly TicketStatus[] = ['withdrawn', 'merged', 'referred']
  if (without.includes(life.ticket.status)) return []
  const excluded = isExcluded(life.ticket)
  const states = life.events.map((event, index) => ({
    event,
    ticket: fold(life.ticket.id, life.events.slice(0, index + 1)),
  }))
  const rows = states.flatMap(({ event, ticket }) => {
    const row = ticket === null ? null : settledBy(ticket, event)
    return row === null ? [] : [row]
  })
  return inOrder(rows).map((row) => (excluded ? { ...row, outcome: 'excluded' as const } : row))
}

describe('in every life of a ticket', () => {
  it('no sequence of allowed commands leaves the table of statuses', () => {
    forEveryLife((life) => {
      for (const { before, after } of life.turns) {
        if (before.status !== after.status) expect(leads[before.status]).toContain(after.status)
      }
    })
  })

  it('these lives reach every status, so that the other rules are put to the test', () => {
    const reached = new Set<TicketStatus>()
    fc.assert(
      fc.property(moves, (all) => {
        for (const { after } of live('ticket-1', all).turns) reached.add(after.status)
      }),
      { numRuns: 1200, seed: 7 },
    )
    expect([...reached].sort()).toEqual([...statuses].sort())
  })

  it('a redispatch moves no deadline earlier, and the promise not at all', () => {
    forEveryLife((life) => {
      const redispatches = life.turns.filter(
        ({ command, before }) =>
          (command === 'dispatch' || command === 'uphold-return') && before.deadlines !== null,
      )
      for (const { before, after } of redispatches) {
        expect(after.deadlines?.solve).toBe(before.deadlines?.solve)
        for (const clock of ['accept', 'contact', 'return'] as const) {
          expect(after.deadlines?.[clock]).toBeGreaterThanOrEqual(before.deadlines?.[clock] ?? 0)
        }
      }
    })
  })

  it('the promise moves only by urgency, an extension, a pause, a suspension or a second handling', () => {
    const movers: readonly string[] = [
      'set-urgency',
      'approve-extension',
      'approve-suspension',
      'review',
      'supplement',
      'tick',
      'rate',
      'reopen',
    ]
    forEveryLife((life) => {
      for (const { before, after, command } of life.turns) {
        if (before.deadlines === null) continue
        const moved = before.deadlines.solve !== after.deadlines?.solve
        expect(moved && !movers.includes(command)).toBe(false)
      }
    })
  })

  it('the history, written down and read again, gives the same ticket', () => {
    forEveryLife((life) => {
      // Safe because it is what was written a line ago.
      const read = JSON.parse(JSON.stringify(life.events)) as Life['events']
      expect(fold(life.ticket.id, read)).toEqual(life.ticket)
      expect(life.ticket.seq).toBe(life.events.length)
    })
  })

  it('has exactly one handler while a unit works on it, and none at the desk', () => {
    forEveryLife((life) => {
      for (const { after } of life.turns) {
        if (unitStatuses.some((status) => status === after.status)) {
          expect(after.handler).not.toBeNull()
        }
        if (after.status === 'pending' || after.status === 'conference') {
          expect(after.handler).toBeNull()
        }
      }
    })
  })

  it('no clock runs backwards: each rings after it began', () => {
    forEveryLife((life) => {
      for (const { after } of life.turns) {
        for (const { from, at } of runningClocks(after)) expect(at).toBeGreaterThanOrEqual(from)
      }
    })
  })

  it('waits for its citizen three days at most in each handling', () => {
    forEveryLife((life) => {
      for (const { after } of life.turns) {
        expect(after.pausedMs).toBeLessThanOrEqual(3 * day)
        const { awaiting, pausedMs } = after
        if (awaiting !== null) {
          expect(awaiting.until - awaiting.since + pausedMs).toBeLessThanOrEqual(3 * day)
        }
      }
    })
  })

  it('the timer rings when, and only when, there is something to do', () => {
    forEveryLife(({ ticket, events, now }) => {
      const tick = (of: typeof ticket, at: number) => {
        const rung = decide(
          of,
          { type: 'tick' },
          { actor: theHouse(), now: at, due, words, mattersIn },
        )
        if (isRefusal(rung)) throw new Error(rung.refused)
        return rung
      }
      const settled = fold(ticket.id, [...events, ...tick(ticket, now)]) ?? ticket
      expect(tick(settled, now)).toEqual([])
      const next = nextTimer(settled)
      if (next === null) {
        expect(tick(settled, now + 400 * day)).toEqual([])
      } else {
        expect(next).toBeGreaterThan(now)
        expect(tick(settled, next - 1)).toEqual([])
        expect(tick(settled, next)).not.toEqual([])
      }
    })
  })

  it('rates from events are the rates from settled rows', () => {
    fc.assert(
      fc.property(fc.array(moves, { minLength: 1, maxLength: 6 }), (all) => {
        const lives = all.map((one, n) => live(`ticket-${String(n)}`, one))
        const fromEvents = lives.flatMap((life) => settledFromHistory(life.ticket.id, stored(life)))
        for (const group of rateGroups) {
          expect(rates(fromEvents, group)).toEqual(rates(lives.flatMap(readModel), group))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('the commands offered', () => {
  // Safe because the table's keys are exactly the commands.
  const all = Object.keys(stepsByCommand) as TicketCommandType[]
  const unseen: readonly TicketCommandType[] = ['tick', 'start-callback', 'remind-callback']
  const barred: readonly string[] = ['wrong-status', 'not-allowed', 'not-your-unit']

  function outcomes(life: Life, variant: number) {
    const { ticket, now } = life
    return everyone.flatMap((actor) => {
      const offered = allowedCommands(ticket, actor)
      return all.map((type) => {
        const command = aCommand(type, { ticket, actor, now, variant })
        const decided = decide(ticket, command, { actor, now, due, words, mattersIn })
        const refused = isRefusal(decided) ? decided.refused : null
        return { type, role: actor.role, offered: offered.includes(type), refused }
      })
    })
  }

  it('are never refused for status or role', () => {
    fc.assert(
      fc.property(moves, fc.nat({ max: 11 }), (chosen, variant) => {
        const wrong = outcomes(live('ticket-1', chosen), variant).filter(
          ({ offered, refused }) => offered && refused !== null && barred.includes(refused),
        )
        expect(wrong).toEqual([])
      }),
      runs,
    )
  })

  it('are all there are: what is not offered is refused', () => {
    fc.assert(
      fc.property(moves, fc.nat({ max: 11 }), (chosen, variant) => {
        const wrong = outcomes(live('ticket-1', chosen), variant).filter(
          ({ type, offered, refused }) => !offered && refused === null && !unseen.includes(type),
        )
        expect(wrong).toEqual([])
      }),
      runs,
    )
  })

  it('never throw, whoever gives them at whatever time', () => {
    fc.assert(
      fc.property(moves, fc.nat({ max: 400 }), (chosen, days) => {
        const { ticket } = live('ticket-1', chosen)
        const now = start + days * day
        for (const actor of everyone) {
          for (const type of all) {
            const command = aCommand(type, { ticket, actor, now, variant: days % 12 })
            expect(() =>
              decide(ticket, command, { actor, now, due, words, mattersIn }),
            ).not.toThrow()
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
