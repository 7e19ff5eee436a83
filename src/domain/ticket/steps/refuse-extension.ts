import { toHandler } from '../../notices/audiences.ts'
import { refuse } from '../../refusal.ts'
import { event, step } from '../declare.ts'
import * as k from '../kinds.ts'
import { handledStatuses } from '../status.ts'

const fields = { note: k.words.ofStaff }

export const extensionRefused = event('extension-refused', fields, {
  change: (t) => ({ ...t, extension: t.extension && { ...t.extension, state: 'refused' } }),
  tells: ({ after }) => toHandler('extension-refused', after),
})

export const refuseExtension = step({
  command: 'refuse-extension',
  input: fields,
  from: [...handledStatuses, 'awaiting-citizen'],
  by: ['dispatcher', 'inspector'],
  moot: ({ extension }) => extension?.state !== 'requested',
  decide: ({ extension }, { note }) =>
    extension?.state === 'requested' ? [extensionRefused({ note })] : refuse('nothing-pending'),
})
