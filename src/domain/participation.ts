import type { UnitId } from '#routing/units.ts'
import { judgedDue } from './outages.ts'
import type { Outage } from './outages.ts'
import type { StoredEvent } from './ticket/events.ts'
import { fold } from './ticket/evolve.ts'
import type { Ticket } from './ticket/ticket.ts'

/** Asked of a unit, and what came of it; `open`: neither done nor given up yet. */
export type Asked = {
  readonly asked: number
  readonly inTime: number
  readonly late: number
  readonly open: number
}

/**
 * What a unit did on tickets beside being scored for those it resolved: when called by a whistle, added to
 * support, ordered to reply. Who counts for what: the handler at the time of resolving carries the three rates
 * (src/domain/rates.ts), everybody else only what is here.
 */
export type ParticipationRow = {
  readonly unit: UnitId
  /** Called by whistles: `open` have not come, and the whistle is still open. */
  readonly whistles: Asked & { readonly absent: number; readonly notDone: number }
  readonly parts: Asked
  readonly supervisions: Asked
  readonly returned: number
  /** Returns the desk held the clause against. */
  readonly upheld: number
}

type Period = { readonly from: number; readonly to: number }

const nothingAsked: Asked = { asked: 0, inTime: 0, late: 0, open: 0 }
const blankRow = (unit: UnitId): ParticipationRow => ({
  unit,
  whistles: { ...nothingAsked, absent: 0, notDone: 0 },
  parts: nothingAsked,
  supervisions: nothingAsked,
  returned: 0,
  upheld: 0,
})

/** One fact of a unit: adds itself to the unit's row. */
type Mark = { readonly unit: UnitId; readonly add: (row: ParticipationRow) => ParticipationRow }

/**
 * Participation per unit, from histories alone: what was asked in [from, to), UTC milliseconds, and what came of
 * it whenever. Most absences first.
 */
export function participation(
  histories: Iterable<readonly StoredEvent[]>,
  period: Period,
  outages: readonly Outage[] = [],
): readonly ParticipationRow[] {
  const rows = new Map<UnitId, ParticipationRow>()
  for (const events of histories) {
    for (const { unit, add } of marksOf(inOrder(events), period, outages)) {
      rows.set(unit, add(rows.get(unit) ?? blankRow(unit)))
    }
  }
  return [...rows.values()].sort(
    (a, b) => b.whistles.absent - a.whistles.absent || (a.unit < b.unit ? -1 : 1),
  )
}

/** What happened later is not earlier, whatever the clock said meanwhile: in time is judged by the order of facts. */
function inOrder(events: readonly StoredEvent[]): readonly StoredEvent[] {
  let latest = 0
  return events.map((event) => ({ ...event, at: (latest = Math.max(latest, event.at)) }))
}

type JudgedDue = (from: number, due: number) => number

function marksOf(
  events: readonly StoredEvent[],
  { from, to }: Period,
  outages: readonly Outage[],
): readonly Mark[] {
  const ticket = fold(events[0]?.ticketId ?? '', events)
  if (ticket === null) return []
  const judged: JudgedDue = (asked, due) => judgedDue(outages, asked, due)
  const within = (at: number): boolean => at >= from && at < to
  return [
    ...whistleMarks(ticket, within, judged),
    ...partMarks(ticket, within, judged),
    ...events.filter(({ at }) => within(at)).flatMap((event) => eventMarks(event, events, judged)),
  ]
}

type Within = (at: number) => boolean

function whistleMarks({ whistles }: Ticket, within: Within, judged: JudgedDue): readonly Mark[] {
  return whistles
    .filter(({ openedAt }) => within(openedAt))
    .flatMap(({ units, reports, absent, openedAt, due }) =>
      units.map((unit): Mark => {
        const report = reports.find((one) => one.unit === unit)
        const gone = absent.includes(unit)
        const came = gone ? null : outcomeOf(report?.at ?? null, judged(openedAt, due))
        return {
          unit,
          add: (row) => ({
            ...row,
            whistles: {
              ...(came === null ? onlyAsked(row.whistles) : counted(row.whistles, came)),
              absent: row.whistles.absent + (gone ? 1 : 0),
              notDone: row.whistles.notDone + (report?.done === false ? 1 : 0),
            },
          }),
        }
      }),
    )
}

function partMarks({ parts }: Ticket, within: Within, judged: JudgedDue): readonly Mark[] {
  return parts
    .filter(({ addedAt }) => within(addedAt))
    .map(({ unit, addedAt, due, doneAt }) => {
      const came = outcomeOf(doneAt, due === null ? null : judged(addedAt, due))
      return { unit, add: (row) => ({ ...row, parts: counted(row.parts, came) }) }
    })
}

function eventMarks(
  event: StoredEvent,
  events: readonly StoredEvent[],
  judged: JudgedDue,
): readonly Mark[] {
  switch (event.type) {
    case 'supervised':
      return supervisionMarks(event, events, judged)
    case 'returned': {
      const { unit } = event.by
      const add: Mark['add'] = (row) => ({ ...row, returned: row.returned + 1 })
      return unit === null ? [] : [{ unit, add }]
    }
    case 'return-upheld':
      return [{ unit: event.data.handler, add: (row) => ({ ...row, upheld: row.upheld + 1 }) }]
    default:
      return []
  }
}

/** An order is for whoever has the ticket when it is given. */
function supervisionMarks(
  order: Extract<StoredEvent, { readonly type: 'supervised' }>,
  events: readonly StoredEvent[],
  judged: JudgedDue,
): readonly Mark[] {
  const unit = fold(order.ticketId, events.slice(0, events.indexOf(order)))?.handler ?? null
  if (unit === null) return []
  const reply = events.find(({ seq, type }) => seq > order.seq && type === 'supervision-answered')
  const came = outcomeOf(reply?.at ?? null, judged(order.at, order.data.replyDue))
  return [{ unit, add: (row) => ({ ...row, supervisions: counted(row.supervisions, came) }) }]
}

type Outcome = 'inTime' | 'late' | 'open'

function outcomeOf(doneAt: number | null, due: number | null): Outcome {
  if (doneAt === null) return 'open'
  return due === null || doneAt <= due ? 'inTime' : 'late'
}

function onlyAsked(row: Asked): Asked {
  return { ...row, asked: row.asked + 1 }
}

function counted(row: Asked, outcome: Outcome): Asked {
  return { ...onlyAsked(row), [outcome]: row[outcome] + 1 }
}
