import { event, step } from '../declare.ts'

export const accepted = event(
  'accepted',
  {},
  {
    change: (t, { at }) => ({ ...t, status: 'accepted', acceptedAt: at }),
    citizen: { told: 'told.accepted', step: 'step.accepted' },
  },
)

/** The unit signs for it: from now on it is its own. */
export const accept = step({
  command: 'accept',
  input: {},
  from: ['dispatched'],
  by: ['handler'],
  decide: () => [accepted({})],
})
