import type { TicketStatus } from '#domain/ticket/status.ts'
import { statusLabels } from '#doors/label-tables.ts'

const tones: Readonly<Partial<Record<TicketStatus, string>>> = {
  pending: 'amber',
  conference: 'amber',
  reopened: 'amber',
  'awaiting-citizen': 'amber',
  resolved: 'accent',
  closed: 'green',
}

/** A ticket's status in words; the colour only repeats it. */
export function StatusBadge({ status }: { readonly status: TicketStatus }) {
  return <span class={`badge ${tones[status] ?? 'plain'}`}>{statusLabels[status]}</span>
}
