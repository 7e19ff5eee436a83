import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsFor, matters } from '#domain/notices/matters.ts'
import { noticesOf } from '#domain/notices/notices.ts'
import type { Notice } from '#domain/notices/notices.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import {
  aDispatcher,
  anInspector,
  anOfficer,
  anOpenCommand,
  aRouting,
  commands,
  day,
  hour,
  start,
  theHouse,
} from '#tests/support/build.ts'
import { at, given } from '#tests/support/given.ts'
import type { Step } from '#tests/support/given.ts'
import { live, moves } from '#tests/support/lives.ts'
import { aTicketIn } from '#tests/support/status.ts'

const guoyuan = 'unit:110118002'
type Past = ReturnType<typeof given>

/** What a step tells whom, after a past that has been told already. */
function told(past: Past, ...steps: readonly Step[]): readonly Notice[] {
  const { events } = past.and(...steps)
  return noticesOf('ticket-1', past.ticket, events.slice(past.events.length))
}

function toWhom(notices: readonly Notice[]): readonly string[] {
  return notices.map(({ audience, matter }) => `${audience} ${matter}`)
}

/** What the opening itself tells. */
function toldOfOpening(open: Step): readonly Notice[] {
  return noticesOf('ticket-1', null, given(open).events)
}

describe('who hears what', () => {
  it('a unit hears of a ticket dispatched to it, and those who support it of their part', () => {
    expect(toWhom(toldOfOpening(commands.open))).toEqual([
      `${guoyuan} dispatched`,
      'unit:city-enforcement supporting',
      'unit:ecology-bureau supporting',
    ])
  })

  it('the dispatch desk hears of what waits there, with the time it has', () => {
    const [notice, ...others] = toldOfOpening(
      anOpenCommand({}, { routing: null, queueReason: 'unsure' }),
    )
    expect(others).toEqual([])
    expect(notice).toMatchObject({ audience: 'dispatchers', matter: 'queued' })
    expect(notice?.facts.due).toEqual({ clock: 'dispatch', at: start + 2 * hour })
  })

  it('the unit in charge hears that the citizen urges, adds, withdraws, and is not solved', () => {
    const working = aTicketIn('in-progress')
    expect(toWhom(told(working, commands.urge))).toEqual([`${guoyuan} urged`])
    expect(toWhom(told(working, commands.supplement))).toEqual([`${guoyuan} supplemented`])
    expect(toWhom(told(working, commands.withdraw))).toEqual([`${guoyuan} withdrawn`])
    const unsolved = { ...commands.rate, solved: 'unsolved', satisfied: 'unsatisfied' } as const
    expect(toWhom(told(aTicketIn('resolved'), unsolved))).toEqual([`${guoyuan} reopened`])
  })

  it('a return goes to the desk; upheld it goes back to the unit, redispatched to the other and the first', () => {
    const returned = aTicketIn('dispatched', commands.return)
    expect(toWhom(told(aTicketIn('dispatched'), commands.return))).toEqual(['dispatchers queued'])
    expect(toWhom(told(returned, commands['uphold-return']))).toEqual([`${guoyuan} return-upheld`])
    expect(toWhom(told(returned, commands.dispatch))).toEqual([
      'unit:city-enforcement dispatched',
      `${guoyuan} supporting`,
    ])
    const elsewhere = {
      ...commands.dispatch,
      routing: aRouting({ handler: 'water-bureau', supporting: [] }),
    }
    expect(toWhom(told(returned, elsewhere))).toEqual([
      'unit:water-bureau dispatched',
      `${guoyuan} taken-away`,
    ])
  })

  it('a conference is told to every unit concerned and to those who decide', () => {
    const again = aTicketIn('dispatched', commands.return, commands['uphold-return'])
    expect(toWhom(told(again, commands.return))).toEqual([
      'unit:city-enforcement conference',
      'dispatchers conferring',
      'inspectors conferring',
    ])
  })

  it('units called by a whistle hear until when; the caller hears that one is late', () => {
    const blow = { ...commands.whistle, units: ['city-enforcement' as const], due: start + day }
    const working = aTicketIn('in-progress')
    const called = told(working, blow)
    expect(toWhom(called)).toEqual(['unit:city-enforcement whistle'])
    expect(called[0]?.facts.due).toEqual({ clock: 'report-in', at: start + day })
    const late = told(working.and(blow), at(start + day, commands.tick, theHouse()))
    const ofWhistle = late.filter(({ facts }) => facts.due?.clock === 'report-in')
    expect(toWhom(ofWhistle)).toEqual(['unit:city-enforcement red', `${guoyuan} report-late`])
  })

  it('the caller hears once that one is late, also after a stop of the house', () => {
    const blow = { ...commands.whistle, units: ['city-enforcement' as const], due: start + hour }
    const called = aTicketIn('in-progress').and(blow)
    const late = (past: Past, now: number) =>
      toWhom(told(past, at(now, commands.tick, theHouse()))).filter((one) =>
        one.endsWith('report-late'),
      )
    const slept = start + hour + 3 * day
    expect(late(called, slept)).toEqual([`${guoyuan} report-late`])
    const heard = called.and(at(start + hour, commands.tick, theHouse()))
    expect(late(heard, slept)).toEqual([])
  })

  it('a part and an order come with their own deadlines', () => {
    const working = aTicketIn('in-progress')
    const asked = told(working, { ...commands['add-units'], due: start + 2 * day })
    expect(toWhom(asked)).toEqual(['unit:market-regulation part'])
    expect(asked[0]?.facts.due).toEqual({ clock: 'part', at: start + 2 * day })
    const ordered = told(working, commands.supervise)
    expect(toWhom(ordered)).toEqual([`${guoyuan} supervised`])
    expect(ordered[0]?.facts.due).toEqual({ clock: 'supervision', at: start + 60 * day })
  })

  it('an order the house gives after the last second handling is told to the inspectors too', () => {
    const unsolved = { ...commands.rate, solved: 'unsolved', satisfied: 'unsatisfied' } as const
    const { contact, resolve, tick } = commands
    const last = aTicketIn('reopened', contact, resolve, unsolved, contact, resolve, tick, unsolved)
    expect(toWhom(told(last, tick))).toEqual([`${guoyuan} supervised`, 'inspectors supervised'])
  })

  it('what a unit asks for goes to who may approve it, the answer to the unit', () => {
    const working = aTicketIn('in-progress')
    const asked = working.and(commands['request-extension'])
    expect(toWhom(told(working, commands['request-extension']))).toEqual([
      'dispatchers extension-requested',
      'inspectors extension-requested',
    ])
    const approved = { command: commands['approve-extension'], actor: aDispatcher() }
    expect(toWhom(told(asked, approved))).toEqual([`${guoyuan} extension-approved`])
    const suspending = working.and(commands['request-suspension'])
    const refused = { command: commands['refuse-suspension'], actor: anInspector() }
    expect(toWhom(told(suspending, refused))).toEqual([`${guoyuan} suspension-refused`])
  })

  it('an exclusion goes to the inspectors and, for its word, to the unit, which also hears the decision', () => {
    const working = aTicketIn('in-progress')
    const proposed = { command: commands['propose-exclusion'], actor: anInspector() }
    expect(toWhom(told(working, proposed))).toEqual([
      'inspectors exclusion-proposed',
      `${guoyuan} exclusion-heard`,
    ])
    const second = {
      command: commands['refuse-exclusion'],
      actor: anInspector({ id: 'inspector-2' }),
    }
    expect(toWhom(told(working.and(proposed), second))).toEqual([`${guoyuan} exclusion-refused`])
  })

  it('warnings go to the unit, a day later to its lead, then to the inspectors', () => {
    const dispatched = given(commands.open)
    const accepting = dispatched.ticket.deadlines?.accept ?? 0
    const looks = [1.7, 2, 27, 51].map((after) =>
      at(start + after * hour, commands.tick, theHouse()),
    )
    const rung = told(dispatched, ...looks).filter(({ facts }) => facts.due?.clock === 'accept')
    expect(toWhom(rung)).toEqual([
      `${guoyuan} yellow`,
      `${guoyuan} red`,
      'lead:110118002 escalated',
      'inspectors escalated',
    ])
    expect(rung.every(({ facts }) => facts.due?.at === accepting)).toBe(true)
  })

  it('what nobody has yet is rung for at the desk', () => {
    const queued = given(anOpenCommand({}, { routing: null, queueReason: 'unsure' }))
    const looks = [1.6, 2].map((after) => at(start + after * hour, commands.tick, theHouse()))
    expect(toWhom(told(queued, ...looks))).toEqual(['dispatchers yellow', 'dispatchers red'])
  })

  it('a unit hears nothing of what its own people did', () => {
    const working = aTicketIn('in-progress')
    const own = { command: commands['propose-exclusion'], actor: anOfficer() }
    expect(toWhom(told(working, own))).toEqual(['inspectors exclusion-proposed'])
  })
})

describe('what a notice carries', () => {
  it('number, category, place to the village, urgency: not the spot, not the words', () => {
    const [notice] = toldOfOpening(commands.open)
    expect(notice?.facts).toEqual({
      number: ticketNumber('20261123', 42),
      category: 'open-air-barbecue',
      town: '110118002',
      village: '果园西里',
      urgency: 'general',
      secrecy: false,
      due: { clock: 'accept', at: expect.any(Number) as number }, // safe because it is a matcher
    })
  })

  it('of a secret report nothing but the number and the deadline', () => {
    const [notice] = toldOfOpening(anOpenCommand({ secrecy: true }))
    expect(notice?.facts).toMatchObject({
      category: null,
      town: null,
      village: null,
      secrecy: true,
    })
    expect(notice?.facts.due).not.toBeNull()
  })

  it('in no life of a ticket anything of the citizen', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const { ticket, events } = live('ticket-1', all)
        const written = JSON.stringify(
          noticesOf('ticket-1', null, events).map(({ facts }) => facts),
        )
        for (const secret of [ticket.opened.text, ticket.place.spot, ticket.opened.dialogueId]) {
          if (secret !== null && secret !== '') expect(written).not.toContain(secret)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('in no life two of one event for the same people, and all in the order of events', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const notices = noticesOf('ticket-1', null, live('ticket-1', all).events)
        const keys = notices.map(({ seq, audience }) => `${String(seq)} ${audience}`)
        expect(new Set(keys).size).toBe(keys.length)
        const seqs = notices.map(({ seq }) => seq)
        expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  it('in no life a kind its audience has no choice about', () => {
    fc.assert(
      fc.property(moves, (all) => {
        for (const { audience, matter } of noticesOf(
          'ticket-1',
          null,
          live('ticket-1', all).events,
        )) {
          const whose = audience === 'dispatchers' || audience === 'inspectors' ? audience : 'unit'
          expect(kindsFor(whose)).toContain(matters[matter].kind)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is the same whether events come one by one or all at once', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const { turns, events } = live('ticket-1', all)
        const first = events.length - turns.reduce((sum, turn) => sum + turn.events.length, 0)
        const piecewise = [
          ...noticesOf('ticket-1', null, events.slice(0, first)),
          ...turns.flatMap((turn) => noticesOf('ticket-1', turn.before, turn.events)),
        ]
        expect(piecewise).toEqual(noticesOf('ticket-1', null, events))
      }),
      { numRuns: 60 },
    )
  })
})
