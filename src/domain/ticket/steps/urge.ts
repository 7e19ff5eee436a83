import { toHandler } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { settings } from '../settings.ts'
import { openStatuses } from '../status.ts'

const fields = { text: k.words.ofCitizen }

export const urged = event('urged', fields, {
  change: (t, { at }) => ({
    ...t,
    urgedAt: [...t.urgedAt, at],
    unansweredAt: t.unansweredAt ?? at,
  }),
  tells: ({ after }) => toHandler('urged', after),
})

/** Recorded at most once a day. */
export const urge = step({
  command: 'urge',
  input: fields,
  from: openStatuses,
  by: ['its-citizen', 'operator'],
  decide: (ticket, { text }, { now }) => {
    const last = ticket.urgedAt.at(-1)
    return last !== undefined && now - last < settings.urgeEveryMs
      ? refuse('too-often', { next: last + settings.urgeEveryMs })
      : [urged({ text })]
  },
})
