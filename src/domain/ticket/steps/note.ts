import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { openStatuses } from '../status.ts'

const fields = { text: k.words.ofStaff }

export const noted = event('noted', fields, { citizen: { step: 'step.noted' } })

/** Kept in history, for staff alone. */
export const note = step({
  command: 'note',
  input: fields,
  from: [...openStatuses, 'resolved', 'closed'],
  by: ['handler', 'participant', 'conferee', 'dispatcher', 'inspector', 'operator', 'system'],
  decide: (_ticket, { text }) => (isBlank(text) ? missing('text') : [noted({ text })]),
})
