import type { TicketRow } from '#app/ports.ts'
import { dateTime, span } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { clockLabels } from '#doors/label-tables.ts'
import { words } from '#doors/words.ts'

/** Less than this left is shown as nearly due. */
const soonMs = 4 * 3_600_000

type DueProps = { readonly due: TicketRow['nextDue']; readonly now: number }

/** The next clock of a ticket: what, by when, and how much is left or over – in words beside the colour. */
export function Due({ due, now }: DueProps) {
  if (due === null) return <span class="soft">{words.none}</span>
  const left = due.at - now
  const tone = left < 0 ? 'red' : left < soonMs ? 'amber' : 'plain'
  const text = fill(left < 0 ? words.late : words.left, { span: span(left) })
  return (
    <>
      <span class={`badge ${tone}`}>
        {clockLabels[due.clock]} {text}
      </span>{' '}
      <time class="soft number" dateTime={new Date(due.at).toISOString()}>
        {dateTime(due.at)}
      </time>
    </>
  )
}
