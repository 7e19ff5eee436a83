import { toDeciders } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { handledStatuses } from '../status.ts'

const fields = { reason: k.words.ofStaff, plan: k.words.ofStaff, reviewAt: k.moment }

export const suspensionRequested = event('suspension-requested', fields, {
  change: (t, { data }) => ({
    ...t,
    suspension: { state: 'requested', from: t.status, since: null, ...data },
  }),
  tells: () => toDeciders('suspension-requested'),
})

/** It cannot be solved for now: why, what is planned, and when it is looked at again. */
export const requestSuspension = step({
  command: 'request-suspension',
  input: fields,
  from: handledStatuses,
  by: ['handler'],
  moot: ({ suspension }) => suspension?.state === 'requested',
  decide: (ticket, { reason, plan, reviewAt }, { now }) => {
    if (ticket.suspension?.state === 'requested') return refuse('already-done')
    if (isBlank(reason)) return missing('reason')
    if (isBlank(plan)) return missing('plan')
    return reviewAt <= now ? missing('reviewAt') : [suspensionRequested({ reason, plan, reviewAt })]
  },
})
