import type { StoredEvent } from '#domain/ticket/events.ts'
import { unitLabel } from '#doors/labels.ts'
import { roleLabels } from '#doors/label-tables.ts'

/** Waits at the desk because the citizen wants it so. */
const chosen: ReadonlySet<string> = new Set(['citizen-asked', 'same-matter'])

/** Who did it; what the rules decided about a citizen's words is the system's doing. */
export function whoOf(event: StoredEvent): string {
  const { by, type, data } = event
  const byRules = type === 'dispatched' || (type === 'queued' && !chosen.has(data.reason))
  if (by.role === 'citizen' && byRules) return roleLabels.system
  if (by.role === 'system' || by.role === 'citizen') return roleLabels[by.role]
  return [by.unit === null ? roleLabels[by.role] : unitLabel(by.unit), by.name]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}
