import type { Classification } from '#intents/types.ts'
import { toDesk } from '../../notices/audiences.ts'
import { event, innerStep, recorded } from '../declare.ts'
import { deadlinesFrom, dispatchData } from '../dispatching.ts'
import { channels, queueReasons } from '../events.ts'
import type { CallbackWish, Opened, SourceOrder } from '../events.ts'
import * as k from '../kinds.ts'
import { attachments, routing, urgency } from '../shapes.ts'
import { dispatched } from './dispatch.ts'

const first = {
  number: k.ticketNumber,
  caseId: k.id,
  kind: k.choice('ticket-kind', ['complaint', 'alarm']),
  channel: k.choice('channel', channels),
  sourceNumber: k.maybe(k.identity),
  citizenId: k.maybe(k.identity),
  dialogueId: k.maybe(k.identity),
  text: k.words.ofCitizen,
  category: k.maybe(k.category),
  classification: k.maybe(k.rules<Classification>()),
  secondary: k.rules<Opened['secondary']>(),
  urgency,
  place: k.place,
  when: k.maybe(k.line.ofCitizen),
  attachments,
  secrecy: k.yesNo,
  callbackWish: k.object<CallbackWish>({ ask: k.yesNo, hours: k.maybe(k.line.ofCitizen) }),
  sourceOrder: k.object<SourceOrder>({
    acceptBy: k.maybe(k.moment),
    solveBy: k.maybe(k.moment),
    unit: k.maybe(k.line.ofStaff),
  }),
  receivedAt: k.moment,
} as const

type Given = Omit<Opened, 'dispatchDue'>

/** Where history begins. */
export const opened = recorded<Opened>()(
  'opened',
  { ...first, dispatchDue: k.moment },
  {
    citizen: { step: 'step.opened' },
  },
)

/** Waits at the dispatch desk, and why. `note`: with 'same-matter' the number its citizen says it is. */
export const queued = event(
  'queued',
  { reason: k.choice('queue-reason', queueReasons), note: k.maybe(k.words.ofStaff) },
  {
    change: (t, { data }) => ({ ...t, status: 'pending', queuedFor: data.reason }),
    tells: () => toDesk('queued'),
    citizen: { step: 'step.queued' },
  },
)

/** Opens a ticket: dispatched at once when the rules named a unit, else it waits at the desk for the reason given. */
export const open = innerStep({
  command: 'open',
  input: {
    opened: k.object<Given>(first),
    routing: k.maybe(routing),
    queueReason: k.maybe(
      k.choice(
        'queue-reason',
        queueReasons.filter((reason) => reason !== 'returned'),
      ),
    ),
    note: k.maybe(k.words.ofStaff),
  },
  from: [],
  by: ['its-citizen', 'operator', 'dispatcher', 'system'],
  quiet: true,
  decide: (_ticket, command, by) => {
    const { urgency, category } = command.opened
    const began = opened({ ...command.opened, dispatchDue: by.due('dispatch', urgency, by.now) })
    if (command.routing === null || category === null) {
      return [began, queued({ reason: command.queueReason ?? 'unsure', note: command.note })]
    }
    const deadlines = deadlinesFrom(by, urgency)
    return [began, dispatched(dispatchData(command.routing, 'rules', command.note, deadlines))]
  },
})
