import type { ClockName } from '#routing/types.ts'
import type { Actor } from '#domain/roles.ts'
import type { StoredEvent, TicketEventType } from '#domain/ticket/events.ts'
import { isUndecided } from '#domain/ticket/excluding.ts'
import type { Ticket, Whistle } from '#domain/ticket/ticket.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import type { WaitingQuery } from '#app/ports.ts'

export type InboxKind =
  | 'escalation'
  | 'extension'
  | 'suspension'
  | 'exclusion'
  | 'supervision'
  | 'whistle'
  | 'whistle-late'
  | 'part'
  | 'part-late'
  | 'conference'
  | 'reopened'
  | 'assigned'
  | 'left-behind'
  | 'warning'
  | 'dispatch'

/** What is known of one piece of waiting work beyond its ticket. Times are UTC milliseconds. */
export type InboxFacts = {
  readonly since: number
  readonly due: number | null
  readonly clock: ClockName | null
  readonly whistle: Whistle | null
}

/** Whoever reads the inbox, and the accounts that may sign in. */
export type Reader = {
  readonly actor: Actor
  readonly staff: ReadonlySet<string>
}

export type Seen = Reader & {
  readonly ticket: Ticket
  readonly events: readonly StoredEvent[]
  readonly now: number
}

/** A kind of waiting work: where to look, and whether a ticket found there still waits. */
export type InboxSource = {
  readonly kind: InboxKind
  readonly queries: readonly Pick<WaitingQuery, 'asked' | 'answered' | 'statuses'>[]
  /** Which of what was asked concerns whoever reads; left out: all of it. */
  readonly narrow?: (reader: Reader) => Pick<WaitingQuery['asked'], 'where' | 'except'>
  /** Only tickets the unit handles, or all it takes part in; left out: of everybody. */
  readonly scope?: 'handler' | 'unit'
  readonly waits: (seen: Seen) => InboxFacts | null
}

/** Facts of work without any. */
export const none = { due: null, clock: null, whistle: null } as const

/** When an event of a type happened last; 0 when never. */
export function lastOf(events: readonly StoredEvent[], type: TicketEventType): number {
  return events.findLast((event) => event.type === type)?.at ?? 0
}

export const extensions: InboxSource = {
  kind: 'extension',
  queries: [
    {
      asked: { type: 'extension-requested' },
      answered: ['extension-approved', 'extension-refused'],
      statuses: stepsByCommand['approve-extension'].from,
    },
  ],
  waits: ({ ticket, events }) =>
    ticket.extension?.state === 'requested'
      ? {
          ...none,
          since: lastOf(events, 'extension-requested'),
          due: ticket.deadlines?.solve ?? null,
        }
      : null,
}

export const suspensions: InboxSource = {
  kind: 'suspension',
  queries: [
    {
      asked: { type: 'suspension-requested' },
      answered: ['suspension-approved', 'suspension-refused'],
      statuses: stepsByCommand['approve-suspension'].from,
    },
  ],
  waits: ({ ticket, events }) =>
    ticket.suspension?.state === 'requested'
      ? {
          ...none,
          since: lastOf(events, 'suspension-requested'),
          due: ticket.deadlines?.solve ?? null,
        }
      : null,
}

export const exclusions: InboxSource = {
  kind: 'exclusion',
  queries: [
    {
      asked: { type: 'exclusion-proposed' },
      answered: ['exclusion-approved', 'exclusion-refused'],
      statuses: stepsByCommand['approve-exclusion'].from,
    },
    {
      asked: { type: 'exclusion-answered' },
      answered: ['exclusion-approved', 'exclusion-refused'],
      statuses: stepsByCommand['approve-exclusion'].from,
    },
  ],
  waits: ({ ticket, events }) => {
    if (!isUndecided(ticket.exclusion)) return null
    const appeal = ticket.exclusion.state === 'appealed'
    const since = lastOf(events, appeal ? 'exclusion-answered' : 'exclusion-proposed')
    return { ...none, since }
  },
}

/** Orders not answered: to be answered by the handler, watched by the inspector. */
export const supervisions = (scope?: 'handler'): InboxSource => ({
  kind: 'supervision',
  queries: [
    {
      asked: { type: 'supervised' },
      answered: ['supervision-answered'],
      statuses: stepsByCommand['answer-supervision'].from,
    },
  ],
  ...(scope === undefined ? {} : { scope }),
  waits: ({ ticket, events }) =>
    ticket.supervision?.repliedAt === null
      ? { ...none, since: lastOf(events, 'supervised'), due: ticket.supervision.replyDue }
      : null,
})

export const reopened: InboxSource = {
  kind: 'reopened',
  queries: [{ asked: { type: 'reopened' }, answered: ['resolved'], statuses: ['reopened'] }],
  scope: 'handler',
  waits: ({ ticket, events }) => ({
    ...none,
    since: lastOf(events, 'reopened'),
    due: ticket.deadlines?.solve ?? null,
  }),
}

const whistleQueries: InboxSource['queries'] = [
  { asked: { type: 'whistle-opened' }, answered: [], statuses: stepsByCommand['report-in'].from },
]

function openedAt(events: readonly StoredEvent[], { id }: Whistle): number {
  const opened = events.find(
    (event) => event.type === 'whistle-opened' && event.data.whistleId === id,
  )
  return opened?.at ?? 0
}

/** Units a whistle has called that have not reported in. */
export function missingUnits({ units, reports }: Whistle): Whistle['units'] {
  return units.filter((unit) => !reports.some((report) => report.unit === unit))
}

export const whistled: InboxSource = {
  kind: 'whistle',
  queries: whistleQueries,
  scope: 'unit',
  waits: ({ ticket, events, actor: { unit } }) => {
    const calling = ticket.whistles.find(
      (one) => one.closedAt === null && unit !== null && missingUnits(one).includes(unit),
    )
    if (calling === undefined) return null
    return { ...none, since: openedAt(events, calling), due: calling.due, whistle: calling }
  },
}

/** Open whistles past their time with somebody missing: for the bureau, and for the township that called. */
export const whistlesLate = (scope?: 'unit'): InboxSource => ({
  kind: 'whistle-late',
  queries: whistleQueries,
  ...(scope === undefined ? {} : { scope }),
  waits: ({ ticket, events, now, actor: { unit } }) => {
    const late = ticket.whistles.find(
      (one) =>
        one.closedAt === null &&
        one.due < now &&
        missingUnits(one).length > 0 &&
        (scope === undefined || one.caller === unit),
    )
    if (late === undefined) return null
    return { ...none, since: openedAt(events, late), due: late.due, whistle: late }
  },
})

/** A conference waits for the word of each unit concerned; nobody is asked twice. */
export const conferences: InboxSource = {
  kind: 'conference',
  queries: [
    {
      asked: { type: 'conference-called' },
      answered: ['redispatched'],
      statuses: ['conference'],
    },
  ],
  scope: 'unit',
  waits: ({ ticket, events, actor: { unit } }) => {
    if (unit === null || !ticket.conferenceUnits.includes(unit)) return null
    const since = lastOf(events, 'conference-called')
    const spoken = events.some(
      ({ at, type, by }) => type === 'noted' && by.unit === unit && at >= since,
    )
    return spoken ? null : { ...none, since, due: ticket.deadlines?.solve ?? null }
  },
}

const partQueries: InboxSource['queries'] = [
  { asked: { type: 'units-added' }, answered: [], statuses: stepsByCommand['finish-part'].from },
]

export const parts: InboxSource = {
  kind: 'part',
  queries: partQueries,
  scope: 'unit',
  waits: ({ ticket, actor: { unit } }) => {
    const part = ticket.parts.find((one) => one.unit === unit && one.doneAt === null)
    return part === undefined ? null : { ...none, since: part.addedAt, due: part.due }
  },
}

/** Parts past their date: for the handler that leads, and for the bureau. */
export const partsLate = (scope?: 'handler'): InboxSource => ({
  kind: 'part-late',
  queries: partQueries,
  ...(scope === undefined ? {} : { scope }),
  waits: ({ ticket, now }) => {
    const late = ticket.parts.find(
      ({ due, doneAt }) => due !== null && due < now && doneAt === null,
    )
    return late === undefined ? null : { ...none, since: late.addedAt, due: late.due }
  },
})

const assignedQueries: InboxSource['queries'] = [
  {
    asked: { type: 'assigned' },
    answered: ['assigned'],
    statuses: stepsByCommand.assign.from,
  },
]

const assignedFacts = ({ ticket, events }: Seen): InboxFacts => ({
  ...none,
  since: lastOf(events, 'assigned'),
  due: ticket.deadlines?.solve ?? null,
})

/** What a colleague has given to the person. */
export const assigned: InboxSource = {
  kind: 'assigned',
  queries: assignedQueries,
  narrow: ({ actor }) => ({ where: { to: actor.id } }),
  scope: 'handler',
  waits: (seen) => (seen.ticket.assignee?.id === seen.actor.id ? assignedFacts(seen) : null),
}

/** What was given to somebody who no longer signs in: for the lead to give to another. */
export const leftBehind: InboxSource = {
  kind: 'left-behind',
  queries: assignedQueries,
  narrow: ({ staff }) => ({ except: { to: [...staff] } }),
  scope: 'handler',
  waits: (seen) => {
    const { assignee } = seen.ticket
    return assignee !== null && !seen.staff.has(assignee.id) ? assignedFacts(seen) : null
  },
}
