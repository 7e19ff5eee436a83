import { toHandler } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { handledStatuses } from '../status.ts'

const fields = { note: k.words.ofStaff }

export const suspensionRefused = event('suspension-refused', fields, {
  change: (t) => ({ ...t, suspension: t.suspension && { ...t.suspension, state: 'refused' } }),
  tells: ({ after }) => toHandler('suspension-refused', after),
})

export const refuseSuspension = step({
  command: 'refuse-suspension',
  input: fields,
  from: handledStatuses,
  by: ['dispatcher', 'inspector'],
  moot: ({ suspension }) => suspension?.state !== 'requested',
  decide: ({ suspension }, { note }) =>
    suspension?.state === 'requested' ? [suspensionRefused({ note })] : refuse('nothing-pending'),
})
