import type { UnitId } from '#routing/units.ts'
import type { AlarmLevel, TicketEvent, TicketEventType } from '../ticket/events.ts'
import { sideClocks } from '../ticket/side-clocks.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { NoticeMatter } from './matters.ts'
import type { Audience, NoticeFacts } from './notices.ts'

/** The ticket just before an event and just after it. */
export type Scene = { readonly before: Ticket; readonly after: Ticket }

/** `due` left out: whatever has to be done next on the ticket. */
export type Told = {
  readonly matter: NoticeMatter
  readonly audience: Audience
  readonly due?: NoticeFacts['due']
}

export type Telling<T extends TicketEvent = TicketEvent> = (
  scene: Scene,
  event: T,
) => readonly Told[]

type Tellings = {
  readonly [T in TicketEventType]?: Telling<Extract<TicketEvent, { readonly type: T }>>
}

/** Who hears what of each event; of those left out nobody is told. */
export const tellings: Tellings = {
  queued: () => toDesk('queued'),
  unmerged: () => toDesk('unmerged'),
  dispatched: (_, { data }) => dispatch(data),
  redispatched: (_, { data }) => [...dispatch(data), ...toUnits('taken-away', [data.from], null)],
  referred: ({ before }) => toHandler('referred', before, null),
  merged: ({ before }) => toHandler('merged', before, null),
  withdrawn: ({ before }) => toHandler('withdrawn', before, null),
  'return-upheld': (_, { data }) => toUnits('return-upheld', [data.handler]),
  'conference-called': (_, { data }) => [
    ...toUnits('conference', data.units),
    { matter: 'conferring', audience: 'dispatchers' },
    { matter: 'conferring', audience: 'inspectors' },
  ],
  'units-added': (_, { data }) =>
    toUnits('part', data.units, data.due === null ? null : { clock: 'part', at: data.due }),
  supplemented: ({ after }) => toHandler('supplemented', after),
  'answer-overdue': ({ after }) => toHandler('answer-overdue', after),
  urged: ({ after }) => toHandler('urged', after),
  'extension-requested': () => toDeciders('extension-requested'),
  'extension-approved': ({ after }) => toHandler('extension-approved', after),
  'extension-refused': ({ after }) => toHandler('extension-refused', after),
  'suspension-requested': () => toDeciders('suspension-requested'),
  'suspension-approved': ({ after }) => toHandler('suspension-approved', after),
  'suspension-refused': ({ after }) => toHandler('suspension-refused', after),
  reviewed: ({ after }) => toHandler('reviewed', after),
  supervised: ({ after }, { data, by }) => {
    const due = { clock: 'supervision', at: data.replyDue } as const
    const told = toHandler('supervised', after, due)
    // The house's own order: whoever watches over the answer has not given it.
    return by.role === 'system'
      ? [...told, { matter: 'supervised', audience: 'inspectors', due }]
      : told
  },
  'supervision-answered': () => toInspectors('supervision-answered'),
  'whistle-opened': (_, { data }) =>
    toUnits('whistle', data.units, { clock: 'report-in', at: data.due }),
  reopened: ({ after }) => toHandler('reopened', after),
  'exclusion-proposed': ({ after }) => [
    ...toInspectors('exclusion-proposed'),
    ...toHandler('exclusion-heard', after),
  ],
  'exclusion-answered': ({ after }) =>
    after.exclusion?.state === 'appealed' ? toInspectors('exclusion-appealed') : [],
  'exclusion-approved': ({ after }) => toHandler('exclusion-approved', after),
  'exclusion-refused': ({ after }) => toHandler('exclusion-refused', after),
  warned: ({ after }, { data }) => {
    const { clock, level, unit } = data
    const due = { clock, at: clock === 'dispatch' ? after.dispatchDue : deadline(after, clock) }
    return unit === null
      ? [{ matter: level, audience: 'dispatchers', due }]
      : toUnits(level, [unit], due)
  },
  escalated: ({ after }, { data }) => {
    const { clock, to } = data
    const due = { clock, at: clock === 'dispatch' ? after.dispatchDue : deadline(after, clock) }
    return [...toLevel(to, after.handler, due)]
  },
  reminded: ({ after }, { data }) => {
    const { clock, level, unit } = data
    const running = sideClocks(after).find(
      (one) => one.clock === clock && one.unit === unit && one.from === data.from,
    )
    const due = running === undefined ? null : { clock, at: running.at }
    const late = clock === 'report-in' && level === 'red'
    return [...toLevel(level, unit, due), ...(late ? toCallers(after, data.from, due) : [])]
  },
}

type Due = NoticeFacts['due']
type UnitOrNone = UnitId | null

function dispatch(data: { readonly handler: UnitId; readonly supporting: readonly UnitId[] }) {
  return [...toUnits('dispatched', [data.handler]), ...toUnits('supporting', data.supporting)]
}

function toUnits(matter: NoticeMatter, units: readonly UnitOrNone[], due?: Due): readonly Told[] {
  return units
    .filter((unit) => unit !== null)
    .map((unit) => ({
      matter,
      audience: `unit:${unit}`,
      ...(due === undefined ? {} : { due }),
    }))
}

function toHandler(matter: NoticeMatter, { handler }: Ticket, due?: Due): readonly Told[] {
  return toUnits(matter, [handler], due)
}

function toDesk(matter: NoticeMatter): readonly Told[] {
  return [{ matter, audience: 'dispatchers' }]
}

function toInspectors(matter: NoticeMatter): readonly Told[] {
  return [{ matter, audience: 'inspectors' }]
}

/** Either may approve what a unit asks for (rulebook, People). */
function toDeciders(matter: NoticeMatter): readonly Told[] {
  return [...toDesk(matter), ...toInspectors(matter)]
}

/** An alarm goes to the unit twice, then to its lead, then to the inspectors (rulebook, Clocks). */
function toLevel(level: AlarmLevel, unit: UnitOrNone, due: Due): readonly Told[] {
  if (level === 'yellow' || level === 'red') return toUnits(level, [unit], due)
  if (level === 'inspector') return [{ matter: 'escalated', audience: 'inspectors', due }]
  return unit === null ? [] : [{ matter: 'escalated', audience: `lead:${unit}`, due }]
}

/** The township that called hears that somebody has not come. */
function toCallers({ whistles }: Ticket, openedAt: number, due: Due): readonly Told[] {
  const callers = whistles.filter((one) => one.openedAt === openedAt).map(({ caller }) => caller)
  return toUnits('report-late', callers, due)
}

function deadline(ticket: Ticket, clock: keyof NonNullable<Ticket['deadlines']>): number {
  return ticket.deadlines?.[clock] ?? ticket.dispatchDue
}
