import type { Context } from 'hono'
import type { StaffEnv } from '#doors/deps.ts'
import { fill } from '#doors/labels.ts'
import { commandLabels } from './step-words.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Notice } from '#web/components/pieces.tsx'
import { stepTexts } from './texts.ts'

const lists = ['inbox', 'callbacks'] as const

/** A list of work from which a step may be taken. */
export type Back = (typeof lists)[number]

/** Where a step that was carried out leads: to the list it was taken from, or to its ticket. */
export function afterStep(number: string, form: Form, step: string): string {
  const back = lists.find((list) => list === valueOf(form, 'back'))
  return `/desk/${back ?? `tickets/${number}`}?done=${step}`
}

/** Says above a list what has just been done from it. */
export function JustDone({ c }: { readonly c: Context<StaffEnv> }) {
  const labels: Readonly<Record<string, string>> = commandLabels
  const what = labels[c.req.query('done') ?? '']
  if (what === undefined) return null
  return <Notice kind="good">{fill(stepTexts.done, { what })}</Notice>
}
