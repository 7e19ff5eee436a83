import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { handledStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'

export const citizenAsked = event(
  'citizen-asked',
  { question: k.words.ofStaff, until: k.moment },
  {
    change: (t, { at, data: { question, until } }) => ({
      ...t,
      status: 'awaiting-citizen',
      unansweredAt: null,
      awaiting: { question, since: at, until, from: t.status },
    }),
    citizen: {
      told: 'told.asked',
      slots: (_, { question }) => ({ question }),
      step: 'step.asked',
    },
  },
)

/** The unit needs to know more; the promise rests meanwhile, over all questions of a handling so long at most. */
export const askCitizen = step({
  command: 'ask-citizen',
  input: { question: k.words.ofStaff },
  from: handledStatuses,
  by: ['handler'],
  moot: (ticket) => pauseLeft(ticket) <= 0,
  decide: (ticket, { question }, { now }) => {
    if (isBlank(question)) return missing('question')
    const left = pauseLeft(ticket)
    return left <= 0
      ? refuse('limit-reached', { limit: settings.maxPauseMs })
      : [citizenAsked({ question, until: now + left })]
  },
})

/** Milliseconds a handling may still wait for its citizen. */
function pauseLeft(ticket: Ticket): number {
  return settings.maxPauseMs - ticket.pausedMs
}
