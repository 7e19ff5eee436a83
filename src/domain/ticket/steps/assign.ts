import { refuse } from '../../refusal.ts'
import { event, lookedUpStep } from '../declare.ts'
import * as k from '../kinds.ts'
import { heldStatuses } from '../status.ts'

const fields = { to: k.colleague, toName: k.staffName, note: k.maybe(k.words.ofStaff) }

export const assigned = event('assigned', fields, {
  change: (t, { data: { to, toName } }) => ({ ...t, assignee: { id: to, name: toName } }),
  tells: (_, { data }) => [{ matter: 'assigned', audience: `person:${data.to}` }],
})

/**
 * 交办: somebody of the handling unit gives it to a colleague by name, who has it on their worklist. Its unit
 * answers for it as before, and the citizen is not told. That the account is of the unit and in use is looked up
 * before.
 */
export const assign = lookedUpStep({
  command: 'assign',
  input: fields,
  asks: { to: k.colleague, note: k.maybe(k.words.ofStaff) },
  from: heldStatuses,
  by: ['handler'],
  decide: ({ assignee }, { to, toName, note }) =>
    assignee?.id === to
      ? refuse('already-done', { command: 'assign' })
      : [assigned({ to, toName, note })],
})
