import { toHandler } from '../../notices/audiences.ts'
import { isBlank, missing } from '../checks.ts'
import { completedStep, event } from '../declare.ts'
import { resumed } from '../folding.ts'
import * as k from '../kinds.ts'
import { attachments } from '../shapes.ts'
import { openStatuses } from '../status.ts'

/** `sourceNumber`: its number in the system it was written in; absent when it was written here. */
const fields = {
  text: k.words.ofCitizen,
  attachments,
  place: k.maybe(k.place),
  sourceNumber: k.optional(k.identity),
}

export const supplemented = event('supplemented', fields, {
  change: (t, { at, data }) =>
    resumed({ ...t, place: data.place ?? t.place, unansweredAt: t.unansweredAt ?? at }, at),
  tells: ({ after }) => toHandler('supplemented', after),
})

/** What the citizen adds. */
export const supplement = completedStep({
  command: 'supplement',
  input: fields,
  asks: { text: k.words.ofCitizen },
  completes: ({ text }) => ({ text, attachments: [], place: null }),
  from: [...openStatuses, 'resolved'],
  by: ['its-citizen', 'operator'],
  decide: (_ticket, { text, attachments, place, sourceNumber }) => {
    const number = sourceNumber === undefined ? {} : { sourceNumber }
    if (isBlank(text) && attachments.length === 0 && place === null) return missing('text')
    return [supplemented({ text, attachments, place, ...number })]
  },
})
