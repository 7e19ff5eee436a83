import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { endedStatuses, openStatuses } from '../status.ts'
import { hasReported, mayClose, onWhistle } from '../whistling.ts'

export const whistleClosed = event(
  'whistle-closed',
  { whistleId: k.id, absent: k.units, note: k.words.ofStaff },
  {
    change: (t, { at, data: { whistleId, absent } }) =>
      onWhistle(t, whistleId, (one) => ({ ...one, closedAt: at, absent })),
  },
)

/** Who has not come by then was absent. */
export const closeWhistle = step({
  command: 'close-whistle',
  input: { whistleId: k.whistleId, note: k.words.ofStaff },
  from: [...openStatuses, 'resolved', ...endedStatuses],
  by: ['whistler', 'inspector'],
  moot: (ticket, actor) =>
    !ticket.whistles.some((one) => one.closedAt === null && mayClose(actor, one)),
  decide: (ticket, { whistleId, note }, { actor }) => {
    const whistle = ticket.whistles.find((one) => one.id === whistleId)
    if (whistle === undefined) return refuse('not-found')
    if (!mayClose(actor, whistle)) return refuse('not-your-unit')
    if (whistle.closedAt !== null) return refuse('already-done')
    const absent = whistle.units.filter((unit) => !hasReported(whistle, unit))
    return [whistleClosed({ whistleId, absent, note })]
  },
})
