import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import { endedStatuses, openStatuses } from '../status.ts'

export const secrecyAsked = event(
  'secrecy-asked',
  {},
  { change: (t) => ({ ...t, opened: { ...t.opened, secrecy: true } }) },
)

/**
 * The citizen asks for secrecy, at any time (rulebook, Privacy): from now on, and for the words already there, no unit
 * reads who they are. There is no way back: what was asked for in fear is not undone by a click.
 */
export const keepSecret = step({
  command: 'keep-secret',
  input: {},
  from: [...openStatuses, 'resolved', ...endedStatuses],
  by: ['its-citizen', 'operator', 'dispatcher'],
  moot: ({ opened }) => opened.secrecy,
  decide: ({ opened }) => (opened.secrecy ? refuse('already-done') : [secrecyAsked({})]),
})
