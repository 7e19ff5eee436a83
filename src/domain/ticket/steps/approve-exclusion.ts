import { toHandler } from '../../notices/audiences.ts'
import { event, step } from '../declare.ts'
import { decisionBarred } from '../excluding.ts'
import * as k from '../kinds.ts'
import { countedStatuses } from '../status.ts'

const fields = { note: k.words.ofStaff }

export const exclusionApproved = event('exclusion-approved', fields, {
  change: (t, { by }) => ({
    ...t,
    exclusion: t.exclusion && { ...t.exclusion, state: 'approved', approvedBy: by.id },
  }),
  tells: ({ after }) => toHandler('exclusion-approved', after),
})

export const approveExclusion = step({
  command: 'approve-exclusion',
  input: fields,
  from: countedStatuses,
  by: ['inspector'],
  moot: (ticket, actor) => decisionBarred(ticket, actor) !== null,
  decide: (ticket, { note }, { actor }) =>
    decisionBarred(ticket, actor) ?? [exclusionApproved({ note })],
})
