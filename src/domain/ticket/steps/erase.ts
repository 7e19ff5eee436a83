import { event, step } from '../declare.ts'
import { emptied } from '../personal.ts'
import { endedStatuses } from '../status.ts'
import { opened } from './open.ts'

/** The marker that stays in history when all that anybody wrote has gone. */
export const erased = event(
  'erased',
  {},
  {
    change: (t) => ({
      ...t,
      opened: emptied(opened.fields, t.opened),
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
