import type { ClockName } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { inPhoneQueue } from './callback.ts'
import { nextDue, runningClocks } from './deadlines.ts'
import { isUndecided } from './excluding.ts'
import { workingStatuses } from './status.ts'
import type { TicketStatus } from './status.ts'
import { stepsByCommand } from './steps/index.ts'
import type { TicketCommandType } from './steps/index.ts'
import type { Ticket, Whistle } from './ticket.ts'

/** For whom work waits: the people of a unit, the dispatch desk, the bureau's inspectors, the operators. */
export type Whose = `unit:${UnitId}` | 'dispatchers' | 'inspectors' | 'operators'

/** One thing that waits for somebody. Times are UTC milliseconds. */
type Waits = {
  readonly whose: Whose
  /** null: the rulebook knows no clock for it. */
  readonly due: number | null
  readonly clock?: ClockName
  /** It waits only from then on; left out: at once. */
  readonly from?: number
  /** Since when it waits, where no clock says when it is due; left out: since the ticket last moved. */
  readonly since?: number
  /** Who of the unit has it; left out: nobody in particular. */
  readonly assignee?: string | null
}

type Source = (ticket: Ticket) => readonly Waits[]

const nobody: readonly Waits[] = []

const toUnit = (unit: UnitId): Whose => `unit:${unit}`

function isIn(statuses: readonly TicketStatus[], { status }: Ticket): boolean {
  return statuses.includes(status)
}

/** What is next due on the ticket, for the unit that has it. */
function forHandler(ticket: Ticket, waits: boolean): readonly Waits[] {
  const { handler, assignee } = ticket
  if (!waits || handler === null) return nobody
  const next = nextDue(ticket)
  return [
    {
      whose: toUnit(handler),
      due: next?.at ?? null,
      ...(next === null ? {} : { clock: next.clock }),
      assignee: assignee?.id ?? null,
    },
  ]
}

/** What is next due on the ticket, for the dispatch desk. */
function forDesk(ticket: Ticket, waits: boolean): readonly Waits[] {
  if (!waits) return nobody
  const next = nextDue(ticket)
  return [
    {
      whose: 'dispatchers',
      due: next?.at ?? ticket.dispatchDue,
      clock: next?.clock ?? 'dispatch',
    },
  ]
}

/** Either may approve what a unit asks for (rulebook, People). */
function forDeciders(ticket: Ticket, waits: boolean): readonly Waits[] {
  const due = ticket.deadlines?.solve ?? null
  return waits
    ? [
        { whose: 'dispatchers', due },
        { whose: 'inspectors', due },
      ]
    : nobody
}

const forInspectors = (due: number | null, from?: number): Waits => ({
  whose: 'inspectors',
  due,
  ...(from === undefined ? {} : { from }),
})

/** Units a whistle has called that have not reported in. */
export function missingUnits({ units, reports }: Whistle): Whistle['units'] {
  return units.filter((unit) => !reports.some((report) => report.unit === unit))
}

/** Open whistles, while they may still be answered. */
function openWhistles(ticket: Ticket): readonly Whistle[] {
  if (!isIn(stepsByCommand['report-in'].from, ticket)) return []
  return ticket.whistles.filter(({ closedAt }) => closedAt === null)
}

/** Parts not done, while they may still be. */
function openParts(ticket: Ticket): Ticket['parts'] {
  if (!isIn(stepsByCommand['finish-part'].from, ticket)) return []
  return ticket.parts.filter(({ doneAt }) => doneAt === null)
}

/** An order not answered, while it may still be. */
function openOrder(ticket: Ticket): Ticket['supervision'] {
  const { supervision } = ticket
  const isOpen =
    supervision?.repliedAt === null && isIn(stepsByCommand['answer-supervision'].from, ticket)
  return isOpen ? supervision : null
}

const isNew = ({ status, contactedAt }: Ticket): boolean =>
  (status === 'accepted' || status === 'in-progress') && contactedAt === null

const isContacted = ({ status, contactedAt }: Ticket): boolean =>
  (status === 'accepted' || status === 'in-progress') && contactedAt !== null

/**
 * Every kind of work that waits for somebody and when a ticket brings it. The handler's own work on a ticket is of one
 * kind at a time, so that nothing stands in a list twice.
 */
const sources = {
  sign: (t) => forHandler(t, t.status === 'dispatched'),
  contact: (t) => forHandler(t, isNew(t)),
  close: (t) => forHandler(t, isContacted(t)),
  reopened: (t) => forHandler(t, t.status === 'reopened'),
  citizen: (t) => forHandler(t, t.unansweredAt !== null && isIn(workingStatuses, t)),
  review: ({ status, handler, suspension, assignee }) =>
    status === 'suspended' && handler !== null && suspension !== null
      ? [{ whose: toUnit(handler), due: suspension.reviewAt, assignee: assignee?.id ?? null }]
      : nobody,
  supervision: (t) => {
    const order = openOrder(t)
    if (order === null) return nobody
    return t.handler === null ? nobody : [{ whose: toUnit(t.handler), due: order.replyDue }]
  },
  'supervision-open': (t) => {
    const order = openOrder(t)
    return order === null ? nobody : [forInspectors(order.replyDue)]
  },
  whistle: (t) =>
    openWhistles(t).flatMap((one) =>
      missingUnits(one).map((unit) => ({ whose: toUnit(unit), due: one.due })),
    ),
  'whistle-part': (t) =>
    openWhistles(t).flatMap(({ reports }) =>
      reports
        .filter(({ done }) => done === null)
        .map(({ unit }) => ({ whose: toUnit(unit), due: null })),
    ),
  'whistle-late': (t) =>
    openWhistles(t)
      .filter((one) => missingUnits(one).length > 0)
      .flatMap(({ due, caller }) => [
        ...(caller === null ? [] : [{ whose: toUnit(caller), due, from: due }]),
        forInspectors(due, due),
      ]),
  part: (t) => openParts(t).map(({ unit, due }) => ({ whose: toUnit(unit), due })),
  'part-late': (t) =>
    openParts(t).flatMap(({ due }) => {
      if (due === null) return []
      const late = forInspectors(due, due)
      return t.handler === null ? [late] : [{ whose: toUnit(t.handler), due, from: due }, late]
    }),
  conference: (t) =>
    t.status === 'conference'
      ? t.conferenceUnits
          .filter((unit) => !t.conferenceHeard.includes(unit))
          .map((unit) => ({ whose: toUnit(unit), due: t.deadlines?.solve ?? null }))
      : nobody,
  dispatch: (t) => forDesk(t, t.status === 'pending' && t.queuedFor !== 'returned'),
  returned: (t) => forDesk(t, t.status === 'pending' && t.queuedFor === 'returned'),
  decide: (t) => forDesk(t, t.status === 'conference'),
  extension: (t) =>
    forDeciders(
      t,
      t.extension?.state === 'requested' && isIn(stepsByCommand['approve-extension'].from, t),
    ),
  suspension: (t) =>
    forDeciders(
      t,
      t.suspension?.state === 'requested' && isIn(stepsByCommand['approve-suspension'].from, t),
    ),
  exclusion: (t) =>
    isUndecided(t.exclusion) && isIn(stepsByCommand['approve-exclusion'].from, t)
      ? [forInspectors(null)]
      : nobody,
  escalation: (t) => {
    const late = runningClocks(t).find(({ clock }) =>
      t.escalations.some((given) => given.clock === clock && given.to === 'inspector'),
    )
    return late === undefined ? nobody : [{ ...forInspectors(late.at), clock: late.clock }]
  },
  callback: (t) =>
    inPhoneQueue(t) && isIn(stepsByCommand['attempt-callback'].from, t)
      ? [{ whose: 'operators', due: null, since: t.callback?.startedAt ?? t.lastEventAt }]
      : nobody,
} as const satisfies Readonly<Record<string, Source>>

export type WorkKind = keyof typeof sources

// Safe because exactly the keys of `sources` are its kinds.
export const workKinds = Object.keys(sources) as readonly WorkKind[]

/** By which steps work of a kind is done, the likeliest first; none: by going after whoever owes it. */
export const workAnswers = {
  sign: ['accept'],
  contact: ['contact'],
  close: ['resolve'],
  reopened: ['contact', 'resolve'],
  citizen: ['contact'],
  review: ['review'],
  supervision: ['answer-supervision'],
  'supervision-open': [],
  whistle: ['report-in'],
  'whistle-part': ['finish-whistle-part'],
  'whistle-late': ['close-whistle'],
  part: ['finish-part'],
  'part-late': [],
  conference: ['note'],
  dispatch: ['dispatch'],
  returned: ['dispatch', 'uphold-return'],
  decide: ['dispatch'],
  extension: ['approve-extension', 'refuse-extension'],
  suspension: ['approve-suspension', 'refuse-suspension'],
  exclusion: ['approve-exclusion', 'refuse-exclusion'],
  escalation: [],
  callback: ['attempt-callback', 'rate', 'give-up-callback'],
} as const satisfies Readonly<Record<WorkKind, readonly TicketCommandType[]>>

/** Work of the unit that handles a ticket: one of them at a time. */
export const handlerKinds = ['sign', 'contact', 'close', 'reopened'] as const

/** One thing that waits for somebody, once for each of them. Times are UTC milliseconds. */
export type Work = {
  readonly kind: WorkKind
  readonly whose: Whose
  readonly due: number | null
  readonly clock: ClockName | null
  /** It waits only from then on. */
  readonly from: number
  /** Account of whoever of the unit has it; null: nobody in particular. */
  readonly assignee: string | null
  /** By what it is sorted: when it is due, or since when its ticket lies. */
  readonly order: number
}

/** Everything that waits for somebody on a ticket as it stands; of several of a kind for the same people the most pressing. */
export function worksOf(ticket: Ticket): readonly Work[] {
  const found = new Map<string, Work>()
  for (const kind of workKinds) {
    for (const one of sources[kind](ticket)) {
      const work = workOf(kind, one, ticket)
      const key = `${kind} ${work.whose}`
      const known = found.get(key)
      if (known === undefined || work.order < known.order) found.set(key, work)
    }
  }
  return [...found.values()]
}

function workOf(kind: WorkKind, waits: Waits, ticket: Ticket): Work {
  const { whose, due, clock = null, from = 0, assignee = null } = waits
  const order = due ?? waits.since ?? ticket.lastEventAt
  return { kind, whose, due, clock, from, assignee, order }
}
