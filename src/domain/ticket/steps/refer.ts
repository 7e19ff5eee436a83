import { toHandler } from '../../notices/audiences.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'

const fields = { to: k.line.ofStaff, note: k.words.ofStaff }

export const referred = event('referred', fields, {
  change: (t) => ({ ...t, status: 'referred', queuedFor: null }),
  tells: ({ before }) => toHandler('referred', before, null),
  citizen: { told: 'told.referred', slots: (_, { to }) => ({ to }) },
})

/** Not this desk's: to another office, which ends it here. */
export const refer = step({
  command: 'refer',
  input: fields,
  from: ['pending'],
  by: ['dispatcher'],
  decide: (_ticket, { to, note }) => [referred({ to, note })],
})
