import { rateBarred } from '../callback.ts'
import { completedStep, event } from '../declare.ts'
import { deadlinesFrom } from '../dispatching.ts'
import { channels, satisfiedAnswers, solvedAnswers } from '../events.ts'
import { settled } from '../folding.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { calledBackStatuses } from '../status.ts'
import { closed } from './give-up-callback.ts'
import { reopened } from './reopen.ts'

const answers = {
  contacted: k.yesNo,
  solved: k.choice('solved', solvedAnswers),
  satisfied: k.choice('satisfied', satisfiedAnswers),
  comment: k.maybe(k.words.ofCitizen),
}
const fields = { ...answers, via: k.choice('channel', channels) }

export const rated = event('rated', fields, {
  change: (t, { at, data: { via: _, ...given } }) => ({
    ...settled(t, at),
    rating: { ...given, at },
  }),
})

/**
 * The three answers (rulebook, Call-back). Solved and not unsatisfied closes it; anything else begins a second
 * handling. `via` is the door they came by: staff write down what was said on the telephone.
 */
export const rate = completedStep({
  command: 'rate',
  input: fields,
  asks: answers,
  completes: (asked) => ({ ...asked, via: 'hotline' }),
  from: calledBackStatuses,
  by: ['its-citizen', 'operator'],
  moot: (ticket) => rateBarred(ticket) !== null,
  decide: (ticket, { contacted, solved, satisfied, comment, via }, by) => {
    const barred = rateBarred(ticket)
    if (barred !== null) return barred
    const given = rated({ contacted, solved, satisfied, comment, via })
    if (solved === 'solved' && satisfied !== 'unsatisfied') {
      return [given, closed({ reason: 'solved' })]
    }
    // Asked because the promise had passed: the first handling is not over, so no second one begins.
    if (ticket.status !== 'resolved') return [given]
    // Handled again twice already: the house orders supervision (tick.ts), and its answer closes the ticket.
    if (ticket.reopenings >= settings.maxReopenings) return [given]
    const reason = solved === 'solved' ? 'unsatisfied' : solved
    const round = ticket.reopenings + 1
    return [given, reopened({ reason, round, deadlines: deadlinesFrom(by, ticket.urgency) })]
  },
})
