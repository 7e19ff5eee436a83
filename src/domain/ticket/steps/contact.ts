import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import { contactMethods } from '../events.ts'
import * as k from '../kinds.ts'
import { workingStatuses } from '../status.ts'

const fields = {
  method: k.choice('contact-method', contactMethods),
  note: k.words.ofStaff,
}

export const contacted = event('contacted', fields, {
  change: (t, { at }) => ({
    ...t,
    status: t.status === 'accepted' ? 'in-progress' : t.status,
    contactedAt: t.contactedAt ?? at,
    unansweredAt: null,
  }),
  citizen: { told: 'told.contacted', step: 'step.contacted' },
})

export const contact = step({
  command: 'contact',
  input: fields,
  from: workingStatuses,
  by: ['handler'],
  decide: (_ticket, { method, note }) =>
    isBlank(note) ? missing('note') : [contacted({ method, note })],
})
