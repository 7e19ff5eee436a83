import { toInspectors } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { awaitsSupervision } from '../deadlines.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { answerableStatuses } from '../status.ts'
import { closed } from './give-up-callback.ts'

const fields = { reply: k.words.ofStaff }

export const supervisionAnswered = event('supervision-answered', fields, {
  change: (t, { at }) => ({
    ...t,
    supervision: t.supervision && { ...t.supervision, repliedAt: at },
  }),
  tells: () => toInspectors('supervision-answered'),
})

/** The handler answers the order; after the last second handling that ends the ticket. */
export const answerSupervision = step({
  command: 'answer-supervision',
  input: fields,
  from: answerableStatuses,
  by: ['handler'],
  moot: ({ supervision }) => supervision === null || supervision.repliedAt !== null,
  decide: (ticket, { reply }) => {
    if (ticket.supervision === null || ticket.supervision.repliedAt !== null) {
      return refuse('nothing-pending')
    }
    const answered = supervisionAnswered({ reply })
    return awaitsSupervision(ticket) ? [answered, closed({ reason: 'final' })] : [answered]
  },
})
