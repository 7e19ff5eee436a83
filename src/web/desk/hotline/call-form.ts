import { z } from 'zod'
import { factsOf, hearCall } from '#app/intake/call-draft.ts'
import type { CallFacts } from '#app/intake/call-draft.ts'
import { complaintCategoryId, townId, unitId } from '#app/tools/ids.ts'
import { phoneInput, phoneLine } from '#app/intake/open-by-phone.ts'
import type { CallQuestion } from '#app/intake/read-call.ts'
import { fill } from '#doors/labels.ts'
import { fieldLabels, stepTexts } from '#web/desk/steps/texts.ts'
import { hotlineTexts } from './texts.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { urgencies } from '#domain/ticket/shapes.ts'

/** Fields that the rules suggest, until the operator chooses. */
const suggestedFields = [
  'category',
  'also',
  'town',
  'village',
  'spot',
  'when',
  'urgency',
  'secrecy',
] as const satisfies readonly (keyof CallFacts)[]

type SuggestedField = (typeof suggestedFields)[number]

const words = z
  .string()
  .trim()
  .max(200)
  .transform((text) => (text === '' ? null : text))
const none = (value: unknown) => (value === '' ? null : value)
const optional = <T extends z.ZodType>(type: T) => z.preprocess(none, type.nullable())

const schemas = {
  category: optional(complaintCategoryId),
  also: z.array(complaintCategoryId),
  town: optional(townId),
  village: words,
  spot: words,
  when: words,
  urgency: z.enum(urgencies),
  secrecy: z.boolean(),
} satisfies Record<SuggestedField, z.ZodType>

/**
 * What the operator has chosen by hand. The page's script names it (`chosen`); without it, everything on a page
 * that was checked, else what was filled in. What cannot be read is left to the rules.
 */
function chosenIn(form: Form): Partial<CallFacts> {
  const named = form.get('chosen')?.[0]?.split(',')
  const isChecked = valueOf(form, 'checked') === 'yes'
  const chosen = suggestedFields.filter((name) =>
    named === undefined ? isChecked || isFilled(form, name) : named.includes(name),
  )
  const read = chosen.flatMap((name) => {
    const parsed = schemas[name].safeParse(rawOf(form, name))
    return parsed.success ? [[name, parsed.data]] : []
  })
  return Object.fromEntries(read) as Partial<CallFacts> // Safe because each was read by its own schema.
}

function isFilled(form: Form, name: SuggestedField): boolean {
  return (form.get(name) ?? []).some((value) => value !== '')
}

function rawOf(form: Form, name: SuggestedField): unknown {
  if (name === 'also') return form.get('also') ?? []
  return name === 'secrecy' ? valueOf(form, 'secrecy') === 'yes' : valueOf(form, name)
}

/** A form as it stands → what is asked of the rules. A number half typed looks nobody up. */
export function questionIn(form: Form): CallQuestion {
  const phone = phoneLine.safeParse(valueOf(form, 'phone'))
  const unit = unitId.safeParse(valueOf(form, 'unit'))
  const isAnonymous = valueOf(form, 'anonymous') === 'yes'
  return {
    text: valueOf(form, 'text').slice(0, 2000),
    phone: phone.success && !isAnonymous ? phone.data : null,
    chosen: chosenIn(form),
    unit: unit.success ? unit.data : null,
  }
}

/** A posted call → the use case's input, or what is wrong with it. `now`: UTC milliseconds. */
export function readCallForm(form: Form, now: number) {
  const value = (name: string) => valueOf(form, name)
  const facts = factsOf(hearCall(value('text'), now), chosenIn(form))
  return phoneInput.safeParse({
    ...facts,
    also: facts.also.slice(0, 5),
    entry: value('entry'),
    text: value('text'),
    phone: value('anonymous') === 'yes' ? '' : value('phone'),
    name: value('name'),
    anonymous: value('anonymous') === 'yes',
    callback: { ask: value('callback') !== 'no', hours: value('hours') },
    unit: value('unit') || null,
    mergeInto: value('do') === 'merge' ? value('into') : null,
  })
}

const labels: Readonly<Record<string, string>> = fieldLabels
const ownFaults: Readonly<Record<string, string>> = hotlineTexts.faults

/** Faults in words, each once; a field that is not shown is named as a whole. */
export function faultsOf(
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): readonly string[] {
  const names = [...new Set(issues.map(({ path }) => path.map(String).join('.')))]
  return names.map(
    (name) => ownFaults[name] ?? fill(stepTexts.checkFields, { fields: labels[name] ?? name }),
  )
}
