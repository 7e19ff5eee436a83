import { readCommand } from '#app/tickets/command-input.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { KindName } from '#domain/ticket/kinds.ts'
import type { StaffCommand } from '#domain/ticket/steps/index.ts'
import { readFieldTime } from '#doors/format.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { fieldsOf, stepOf } from './steps.ts'
import type { Field } from './steps.ts'

/** A posted step and the last event its sender had seen. */
export type PostedStep = { readonly command: StaffCommand; readonly seen: number }

/** A posted form → a command; refuses 'invalid-input' naming the fields at fault. */
export function readStep(form: Form): PostedStep | Refusal {
  const step = stepOf(valueOf(form, 'type'))
  const seen = readSeen(form)
  if (step === undefined || seen === null) return refuse('invalid-input', { fields: '' })
  const values = fieldsOf(step).map((field) => [field.name, valueFor(field, form)] as const)
  const command = readCommand({ type: step, ...Object.fromEntries(values) })
  return 'refused' in command ? command : { command, seen }
}

/** The number of the last event seen, as the form carries it; null when it is none. */
export function readSeen(form: Form): number | null {
  const seen = Number(valueOf(form, 'seq'))
  return Number.isInteger(seen) && seen > 0 ? seen : null
}

type Reader = (form: Form, name: string) => unknown

const booleans: Readonly<Record<string, boolean>> = { yes: true, no: false }
const readers: Readonly<Partial<Record<KindName, Reader>>> = {
  unit: (form, name) => valueOf(form, name) || null,
  units: (form, name) => (form.get(name) ?? []).filter((unit) => unit !== ''),
  moment: (form, name) => readFieldTime(valueOf(form, name)),
  'yes-no': (form, name) => booleans[valueOf(form, name)],
}

function valueFor({ name, kind }: Field, form: Form): unknown {
  const text = valueOf(form, name)
  // An empty optional time is none; one that cannot be read is a fault, not none.
  if (kind.is === 'moment' && kind.nullable && text !== '') return readFieldTime(text) ?? text
  return (readers[kind.is] ?? valueOf)(form, name)
}
