import type { Fields, Kind } from '#domain/ticket/kinds.ts'
import { stepsByCommand } from '#domain/ticket/steps/index.ts'
import type { StaffCommand } from '#domain/ticket/steps/index.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { fieldLabel } from './step-words.ts'

export type Step = StaffCommand['type']

/** A field of a step's form, as its declaration says it. */
export type Field = { readonly name: string; readonly kind: Kind; readonly label: string }

/** The form of a step: what a person fills in, in order. */
export function fieldsOf(step: Step): readonly Field[] {
  const asks: Fields = stepsByCommand[step].asks
  return Object.entries(asks).map(([name, kind]) => ({ name, kind, label: fieldLabel(step, name) }))
}

/** Sentences, which nobody likes to write twice. */
export function isWords({ kind }: Pick<Field, 'kind'>): boolean {
  return kind.is === 'text' || kind.is === 'line'
}

/** The step a form names; undefined for what the desk has no form for. */
export function stepOf(name: string): Step | undefined {
  const step = Object.values(stepsByCommand).find(({ command }) => command === name)
  // Safe because staff steps are those that ask for something.
  return step === undefined || step.asks === null ? undefined : (step.command as Step)
}

/** Steps that carry a ticket on, in their order. */
const mainSteps: readonly Step[] = [
  'accept',
  'contact',
  'report-in',
  'finish-whistle-part',
  'resolve',
  'finish-part',
]

/** The step to offer first: the first of these that is allowed; a contact only until there was one. */
export function mainStep(ticket: Ticket, offered: readonly Step[]): Step | undefined {
  const done = ticket.contactedAt === null ? null : 'contact'
  return mainSteps.find((step) => step !== done && offered.includes(step))
}
