import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import { joined } from '../folding.ts'
import * as k from '../kinds.ts'
import { openStatuses } from '../status.ts'

const fields = { text: k.words.ofStaff }

export const noted = event('noted', fields, {
  // In a conference a note of a unit concerned is its word; what the citizen said has been dealt with by the handler's.
  change: (t, { by: { unit } }) => ({
    ...t,
    conferenceHeard:
      t.status === 'conference' && unit !== null
        ? joined(t.conferenceHeard, [unit])
        : t.conferenceHeard,
    unansweredAt: unit !== null && unit === t.handler ? null : t.unansweredAt,
  }),
  citizen: { step: 'step.noted' },
})

/** Kept in history, for staff alone. */
export const note = step({
  command: 'note',
  input: fields,
  from: [...openStatuses, 'resolved', 'closed'],
  by: ['handler', 'participant', 'conferee', 'dispatcher', 'inspector', 'operator', 'system'],
  decide: (_ticket, { text }) => (isBlank(text) ? missing('text') : [noted({ text })]),
})
