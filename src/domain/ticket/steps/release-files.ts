import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import { endedStatuses, openStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'

export const filesReleased = event(
  'files-released',
  {},
  { change: (t, { at }) => ({ ...t, filesReleasedAt: at }) },
)

/**
 * On a ticket of secrecy units see the reporter's photos, voices and files only once a person of the desk has looked
 * at them and found that they do not tell who it was (rulebook, Privacy). What comes later is looked at anew.
 */
export const releaseFiles = step({
  command: 'release-files',
  input: {},
  from: [...openStatuses, 'resolved', ...endedStatuses],
  by: ['dispatcher', 'inspector'],
  moot: isOpen,
  decide: (ticket) => (isOpen(ticket) ? refuse('nothing-pending') : [filesReleased({})]),
})

/** Nothing is held back: it is no ticket of secrecy. */
function isOpen({ opened }: Ticket): boolean {
  return !opened.secrecy
}
