import { event, step } from '../declare.ts'
import { endedStatuses } from '../status.ts'

/** The marker that stays in history when all that anybody wrote has gone. */
export const erased = event(
  'erased',
  {},
  {
    change: (t) => ({
      ...t,
      opened: { ...t.opened, citizenId: null, dialogueId: null, text: '' },
      place: { ...t.place, spot: null, told: null, coordinates: null },
    }),
  },
)

/** Replaces the person and everybody's words by nothing (rulebook, Privacy). */
export const erase = step({
  command: 'erase',
  input: {},
  from: endedStatuses,
  by: ['administrator'],
  decide: () => [erased({})],
})
