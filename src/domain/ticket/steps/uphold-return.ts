import { toUnits } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, missing } from '../checks.ts'
import { completedStep, event } from '../declare.ts'
import { deadlinesFrom, keepPromise } from '../dispatching.ts'
import { withDeadlines } from '../folding.ts'
import * as k from '../kinds.ts'
import { deadlines } from '../shapes.ts'

const fields = { note: k.words.ofStaff, clause: k.maybe(k.line.ofStaff) }

/** `deadlines`: fresh clocks for the unit; the citizen's promise stays. */
export const returnUpheld = event(
  'return-upheld',
  { ...fields, handler: k.unit, deadlines },
  {
    change: (t, { at, data }) => ({
      ...withDeadlines({ ...t, dispatchedAt: at, deskDoneAt: at }, data.deadlines, at),
      status: 'dispatched',
      queuedFor: null,
      handler: data.handler,
      returnProposal: null,
    }),
    tells: (_, { data }) => toUnits('return-upheld', [data.handler]),
  },
)

/** The return is not granted: back to the same unit, with the clause that makes it responsible. */
export const upholdReturn = completedStep({
  command: 'uphold-return',
  input: fields,
  asks: { note: k.words.ofStaff, clause: k.line.ofStaff },
  completes: (asked) => asked,
  from: ['pending'],
  by: ['dispatcher'],
  moot: ({ queuedFor }) => queuedFor !== 'returned',
  decide: (ticket, { note, clause }, by) => {
    const handler = ticket.returnProposal?.from
    if (ticket.queuedFor !== 'returned' || handler === undefined) return refuse('nothing-pending')
    if (isBlank(clause)) return missing('clause')
    const clocks = keepPromise(ticket, deadlinesFrom(by, ticket.urgency))
    return [returnUpheld({ note, clause, handler, deadlines: clocks })]
  },
})
