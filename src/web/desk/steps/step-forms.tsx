import { commandLabels, stepHint } from './step-words.ts'
import { fieldHints, stepTexts } from './texts.ts'
import { Control, fieldId } from './controls.tsx'
import type { FieldProps } from './controls.tsx'
import type { Back } from './back.tsx'
import { fieldsOf } from './steps.ts'
import type { Step } from './steps.ts'

/** What a field of this step is called, and how to fill it in. */
function Words({ field }: Pick<FieldProps, 'field'>) {
  const hint = fieldHints[field.name]
  return (
    <>
      {field.label}
      {field.kind.nullable ? stepTexts.optionalMark : ''}
      {hint === undefined ? null : <span class="hint">{hint}</span>}
    </>
  )
}

function LabelledField(props: FieldProps) {
  const { field } = props
  if (field.kind.is === 'units') {
    return (
      <fieldset>
        <legend>
          <Words field={field} />
        </legend>
        <Control {...props} />
      </fieldset>
    )
  }
  return (
    <div class="field">
      <label for={fieldId(props)}>
        <Words field={field} />
      </label>
      <Control {...props} />
    </div>
  )
}

export type StepFormProps = Omit<FieldProps, 'field'> & {
  /** The list one came from and returns to; left out: the ticket. */
  readonly back?: Back
  /** The list the ticket was opened from, which its page goes on leading to. */
  readonly list?: Back | null
}

// These end something or say no: the button does not invite.
const grave: ReadonlySet<Step> = new Set(['return', 'withdraw', 'merge', 'erase'])

/** The form of one step. It carries the last event seen, so that a second person is told of the first. */
export function StepForm(props: StepFormProps) {
  const { step, ticket, back, list = null } = props
  return (
    <form method="post" action={`/desk/tickets/${ticket.opened.number}/steps`}>
      <input type="hidden" name="type" value={step} />
      <input type="hidden" name="seq" value={String(ticket.seq)} />
      {back === undefined ? null : <input type="hidden" name="back" value={back} />}
      {list === null ? null : <input type="hidden" name="list" value={list} />}
      <p class="soft">{stepHint(step)}</p>
      {fieldsOf(step).map((field) => (
        <LabelledField {...props} field={field} />
      ))}
      <button class={grave.has(step) || step.startsWith('refuse') ? 'plain' : undefined}>
        {commandLabels[step]}
      </button>
    </form>
  )
}
