import { toHandler } from '../../notices/audiences.ts'
import { event, step } from '../declare.ts'
import { decisionBarred } from '../excluding.ts'
import * as k from '../kinds.ts'
import { countedStatuses } from '../status.ts'

const fields = { note: k.words.ofStaff }

export const exclusionRefused = event('exclusion-refused', fields, {
  change: (t) => ({ ...t, exclusion: t.exclusion && { ...t.exclusion, state: 'refused' } }),
  tells: ({ after }) => toHandler('exclusion-refused', after),
})

/** Whoever proposed it may take it back; an appeal is for somebody new. */
export const refuseExclusion = step({
  command: 'refuse-exclusion',
  input: fields,
  from: countedStatuses,
  by: ['inspector'],
  moot: (ticket, actor) =>
    ticket.exclusion?.state !== 'proposed' && decisionBarred(ticket, actor) !== null,
  decide: (ticket, { note }, { actor }) => {
    const barred = ticket.exclusion?.state === 'proposed' ? null : decisionBarred(ticket, actor)
    return barred ?? [exclusionRefused({ note })]
  },
})
