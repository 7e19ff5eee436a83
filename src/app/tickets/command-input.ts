import { z } from 'zod'
import type { StepDeclaration } from '#domain/ticket/declare.ts'
import type { Fields, Kind, KindName } from '#domain/ticket/kinds.ts'
import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { steps } from '#domain/ticket/steps/index.ts'
import type { StaffCommand } from '#domain/ticket/steps/index.ts'
import { complaintCategoryId, unitId } from '#app/tools/ids.ts'

const longest = 2000
const words = z.string().trim().min(1).max(longest)
const id = z.string().min(1).max(100)

/** Kinds a person can fill in, and how each is read. Times are UTC milliseconds. */
const schemas = {
  text: () => words,
  line: () => words,
  choice: ({ options }) => z.enum((options ?? []) as [string, ...string[]]),
  'yes-no': () => z.boolean(),
  unit: () => unitId,
  units: () => z.array(unitId).min(1),
  moment: () => z.number().int().positive(),
  count: () => z.number().int(),
  id: () => id,
  'ticket-number': () => z.string().trim().toUpperCase().min(1).max(40),
  'half-day': () => z.string().regex(/^\d{8}-(am|pm)$/),
  whistle: () => id,
  colleague: () => id,
  category: () => complaintCategoryId,
  coordinates: never,
  place: never,
  object: never,
  list: never,
  rules: never,
} as const satisfies Record<KindName, (kind: Kind) => z.ZodType>

/** Only the house makes such values: asking a person for one is a fault of the declaration. */
function never({ is }: Kind): never {
  throw new Error(`a person cannot fill in a field of kind ${is}`)
}

function schemaOf(kind: Kind): z.ZodType {
  const schema = presentSchemaOf(kind)
  return kind.optional ? schema.optional() : schema
}

function presentSchemaOf(kind: Kind): z.ZodType {
  const plain = schemas[kind.is](kind)
  if (!kind.nullable) return plain
  return kind.is === 'text' || kind.is === 'line'
    ? z.string().trim().max(longest).transform(emptyToNull).nullable()
    : plain.nullable()
}

function emptyToNull(text: string): string | null {
  return text === '' ? null : text
}

function formOf(command: string, asks: Fields) {
  const fields = Object.entries(asks).map(([name, kind]) => [name, schemaOf(kind)] as const)
  return z.object({ type: z.literal(command), ...Object.fromEntries(fields) })
}

const forms = (steps as readonly StepDeclaration[]).flatMap(({ command, asks }) =>
  asks === null ? [] : [formOf(command, asks)],
)
const [first, ...others] = forms
if (first === undefined) throw new Error('no step has a form')

/** What staff may ask of a ticket, as forms and the JSON API send it: one shape for each declared step. */
// Safe because the shapes are made from the declarations the type is derived from.
export const commandInput = z.discriminatedUnion('type', [
  first,
  ...others,
]) as unknown as z.ZodType<StaffCommand>

/** Unknown input → what a person asks, or 'invalid-input' naming the fields at fault. */
export function readCommand(input: unknown): StaffCommand | Refusal {
  const parsed = commandInput.safeParse(input)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ')
  return refuse('invalid-input', { fields })
}
