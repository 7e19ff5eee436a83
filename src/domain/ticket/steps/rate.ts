import { refuse } from '../../refusal.ts'
import type { Refusal } from '../../refusal.ts'
import { rateBarred } from '../callback.ts'
import { missing } from '../checks.ts'
import { completedStep, event } from '../declare.ts'
import { deadlinesFrom } from '../dispatching.ts'
import { callWays, channels, satisfiedAnswers, solvedAnswers, whoAnswered } from '../events.ts'
import type { Satisfied, Solved } from '../events.ts'
import { settled } from '../folding.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { calledBackStatuses } from '../status.ts'
import type { Ticket } from '../ticket.ts'
import { closed } from './give-up-callback.ts'
import { reopened } from './reopen.ts'

const answers = {
  contacted: k.yesNo,
  solved: k.choice('solved', solvedAnswers),
  satisfied: k.choice('satisfied', satisfiedAnswers),
  comment: k.maybe(k.words.ofCitizen),
}
const answeredBy = k.choice('who-answered', whoAnswered)
const how = k.choice('call-way', callWays)
/** `answeredBy`, `how`: of a telephone call an operator wrote down; a citizen's own answer has neither. */
const fields = {
  ...answers,
  via: k.choice('channel', channels),
  answeredBy: k.optional(answeredBy),
  how: k.optional(how),
}

/** `overrules`: the citizen's own word in place of what an operator had written down for her. */
export const rated = event(
  'rated',
  { ...fields, overrules: k.optional(k.yesNo) },
  {
    change: (t, { at, by, data: { contacted, solved, satisfied, comment } }) => {
      const byStaff = by.role !== 'citizen'
      const rating = { contacted, solved, satisfied, comment, at, byStaff }
      const after = { ...settled(t, at), rating }
      return t.closedBecause === 'solved' && !isGood({ solved, satisfied })
        ? { ...after, status: 'resolved', closedAt: null, closedBecause: null }
        : after
    },
    citizen: {
      told: ({ how: call }) => (call === undefined ? null : 'told.rated'),
      slots: (_, { solved, satisfied }, { say }) => ({
        solved: say(`choice.${solved}`),
        satisfied: say(`choice.${satisfied}`),
      }),
      plain: true,
    },
  },
)

/**
 * The three answers (rulebook, Call-back). Solved and not unsatisfied closes it; anything else begins a second
 * handling. Staff write down what was said on the telephone: only after a call that was answered, and who spoke.
 * `via` is the door the citizen came by.
 */
export const rate = completedStep({
  command: 'rate',
  input: fields,
  asks: { answeredBy, how, ...answers },
  completes: (asked) => ({ ...asked, via: 'hotline' }),
  from: [...calledBackStatuses, 'closed'],
  by: ['its-citizen', 'operator'],
  moot: (ticket, actor) => rateBarred(ticket, actor) !== null,
  decide: (ticket, command, by) => {
    const isOwn = by.actor.role === 'citizen'
    const barred = rateBarred(ticket, by.actor) ?? late(ticket, by.now)
    if (barred !== null) return barred
    const heard = isOwn ? { via: command.via } : calledIn(ticket, command)
    if ('refused' in heard) return heard
    const { contacted, solved, satisfied, comment } = command
    const overrules = isOwn && ticket.rating?.byStaff === true ? { overrules: true } : {}
    const given = rated({ contacted, solved, satisfied, comment, ...heard, ...overrules })
    if (isGood(command)) {
      return ticket.status === 'closed' ? [given] : [given, closed({ reason: 'solved' })]
    }
    if (!beginsAnew(ticket)) return [given]
    const reason = solved === 'solved' ? 'unsatisfied' : solved
    const round = ticket.reopenings + 1
    return [given, reopened({ reason, round, deadlines: deadlinesFrom(by, ticket.urgency) })]
  },
})

function isGood({
  solved,
  satisfied,
}: {
  readonly solved: Solved
  readonly satisfied: Satisfied
}): boolean {
  return solved === 'solved' && satisfied !== 'unsatisfied'
}

/**
 * Not when it was asked because the promise had passed: the first handling is not over. Nor when it was handled again
 * twice already: the house orders supervision (tick.ts), and its answer closes the ticket for good.
 */
function beginsAnew({ status, closedBecause, reopenings }: Ticket): boolean {
  const isOver = status === 'resolved' || closedBecause === 'solved'
  return isOver && reopenings < settings.maxReopenings
}

/** What is closed may be spoken to as long as it may be reopened. */
function late({ closedAt }: Ticket, now: number): Refusal | null {
  const until = (closedAt ?? now) + settings.reopenWithinMs
  return now > until ? refuse('too-late', { until }) : null
}

type Called = Pick<Parameters<typeof rated>[0], 'answeredBy' | 'how'>

/** What an operator has to say of the call; refused while none is on record that somebody answered. */
function calledIn({ callback }: Ticket, { answeredBy: who, how: call }: Called) {
  if (callback === null || callback.reachedAt === null) return refuse('missing-call')
  if (who === undefined) return missing('answeredBy')
  if (call === undefined) return missing('how')
  return { via: 'hotline', answeredBy: who, how: call } as const
}
