import { toDesk } from '../../notices/audiences.ts'
import { isBlank, missing } from '../checks.ts'
import { completedStep, event } from '../declare.ts'
import { backAtDesk } from '../dispatching.ts'
import { joined } from '../folding.ts'
import * as k from '../kinds.ts'

/** On its own again, at the desk: the merging was wrong, or the other complainant gave up. */
export const unmerged = event(
  'unmerged',
  { note: k.maybe(k.words.ofStaff), fromNumber: k.ticketNumber, dispatchDue: k.moment },
  {
    change: (t, { at, data }) => ({
      ...backAtDesk(t, at, data.dispatchDue),
      status: 'pending',
      queuedFor: 'unmerged',
      mergedInto: null,
      involved: t.handler === null ? t.involved : joined(t.involved, [t.handler]),
      handler: null,
      acceptedAt: null,
    }),
    tells: () => toDesk('unmerged'),
    citizen: {
      told: 'told.unmerged',
      slots: (_, { fromNumber }) => ({ into: fromNumber }),
      step: 'step.queued',
    },
  },
)

/** `note`: null when the house does it, for the main ticket was withdrawn. */
export const unmerge = completedStep({
  command: 'unmerge',
  input: { note: k.maybe(k.words.ofStaff) },
  asks: { note: k.words.ofStaff },
  completes: (asked) => asked,
  from: ['merged'],
  by: ['dispatcher', 'system'],
  decide: ({ mergedInto, urgency }, { note }, by) => {
    if (isBlank(note) && by.actor.role !== 'system') return missing('note')
    const dispatchDue = by.due('dispatch', urgency, by.now)
    return [unmerged({ note, fromNumber: mergedInto?.number ?? '', dispatchDue })]
  },
})
