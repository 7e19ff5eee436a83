import type { Context } from 'hono'
import type { StaffEnv } from '#doors/deps.ts'
import { fill } from '#doors/labels.ts'
import { commandLabels } from './step-words.ts'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { Notice } from '#web/components/pieces.tsx'
import { stepTexts } from './texts.ts'

/** Lists of work from which a ticket is opened and steps are taken. */
const lists = ['/desk', '/desk/cases', '/desk/callbacks', '/desk/dispatch'] as const

/** The address of a list, with what it is narrowed by. */
export type Back = string

/** An address as somebody sent it, if it is one of a list of ours; null for anything else. */
export function listAddress(given: string | undefined): Back | null {
  const [path, query = ''] = (given ?? '').split('?', 2)
  const known = lists.find((list) => list === path)
  if (known === undefined) return null
  const asked = new URLSearchParams(query)
  for (const name of ['done', 'of']) asked.delete(name)
  return asked.size === 0 ? known : `${known}?${asked.toString()}`
}

/** The page of a ticket opened from a list, to which it leads back. */
export function ticketAddress(number: string, list: Back | null): string {
  const path = `/desk/tickets/${encodeURIComponent(number)}`
  return list === null ? path : `${path}?${new URLSearchParams({ list }).toString()}`
}

/** Where a step that was carried out leads: to the list it was taken from, or to its ticket. */
export function afterStep(number: string, form: Form, step: string): string {
  const back = listAddress(valueOf(form, 'back'))
  if (back !== null) {
    return `${back}${back.includes('?') ? '&' : '?'}${new URLSearchParams({ done: step, of: number }).toString()}`
  }
  const list = listAddress(valueOf(form, 'list'))
  const query = new URLSearchParams({ done: step, ...(list === null ? {} : { list }) })
  return `/desk/tickets/${number}?${query.toString()}`
}

/** Says above a list what has just been done from it. */
export function JustDone({ c }: { readonly c: Context<StaffEnv> }) {
  const labels: Readonly<Record<string, string>> = commandLabels
  const what = labels[c.req.query('done') ?? '']
  if (what === undefined) return null
  const of = /^[\w-]{1,40}$/.exec(c.req.query('of') ?? '')?.[0]
  return (
    <Notice kind="good">
      {fill(stepTexts.done, { what })}{' '}
      {of === undefined ? null : (
        <a class="number" href={ticketAddress(of, null)}>
          {of}
        </a>
      )}
    </Notice>
  )
}
