import { toHandler, toInspectors } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import { exclusionGrounds } from '../events.ts'
import * as k from '../kinds.ts'
import { countedStatuses } from '../status.ts'

const fields = {
  ground: k.choice('exclusion-ground', exclusionGrounds),
  evidence: k.words.ofStaff,
}

export const exclusionProposed = event('exclusion-proposed', fields, {
  change: (t, { by, data }) => ({
    ...t,
    exclusion: {
      ...data,
      state: 'proposed',
      proposedBy: by.id,
      approvedBy: null,
      appealed: false,
      heard: [],
    },
  }),
  tells: ({ after }) => [
    ...toInspectors('exclusion-proposed'),
    ...toHandler('exclusion-heard', after),
  ],
})

/** Out of the rates: proposed with evidence, heard, decided by a second person, appealed once (rulebook, Exclusion). */
export const proposeExclusion = step({
  command: 'propose-exclusion',
  input: fields,
  from: countedStatuses,
  by: ['inspector', 'handler'],
  moot: ({ exclusion }) => exclusion !== null && exclusion.state !== 'refused',
  decide: (ticket, { ground, evidence }) => {
    if (ticket.exclusion !== null && ticket.exclusion.state !== 'refused') {
      return refuse('already-done')
    }
    return isBlank(evidence) ? missing('evidence') : [exclusionProposed({ ground, evidence })]
  },
})
