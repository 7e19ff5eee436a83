import type { Who } from '#app/inbox/read-worklist.ts'
import type { TicketFilter } from '#app/inbox/work-port.ts'
import { channels } from '#domain/ticket/events.ts'
import { urgencies } from '#domain/ticket/shapes.ts'
import { statuses } from '#domain/ticket/status.ts'
import { dayBegins, dayStart } from '#routing/calendar.ts'
import { ticketCategories, towns } from '#doors/labels.ts'

/** What the address of a list says it is narrowed by. */
export type Query = Readonly<Record<string, string>>

/** Names of an address that narrow a list, in the order of their fields. */
export const filterNames = [
  ...(['q', 'status', 'category', 'town', 'village', 'urgency', 'channel'] as const),
  ...(['who', 'due', 'from', 'to'] as const),
] as const

const dayMs = 86_400_000
export const maxSearch = 100

/** Those narrowing an address names, and nothing else; what makes no sense counts as not said. */
export function filterOf(query: Query): TicketFilter {
  const status = statuses.find((one) => one === query['status'])
  const category = ticketCategories.find(({ id }) => id === query['category'])?.id
  const town = towns.find(({ id }) => id === query['town'])?.id
  const village = wordsOf(query, 'village')
  const urgency = urgencies.find((one) => one === query['urgency'])
  const channel = channels.find((one) => one === query['channel'])
  const opened = openedIn(query)
  const search = wordsOf(query, 'q')
  return {
    ...(status && { statuses: [status] }),
    ...(category && { category }),
    ...(town && { town }),
    ...(village && { village }),
    ...(urgency && { urgency }),
    ...(channel && { channel }),
    ...(opened && { opened }),
    ...(search && { search }),
  }
}

function wordsOf(query: Query, name: string): string {
  return (query[name] ?? '').trim().slice(0, maxSearch)
}

/** Days of Beijing, both inclusive; half a period is open at its other end. */
function openedIn(query: Query): TicketFilter['opened'] {
  const from = dayBegins(query['from'] ?? '')
  const to = dayBegins(query['to'] ?? '')
  if (from === null && to === null) return undefined
  return { from: from ?? 0, to: to === null ? Number.MAX_SAFE_INTEGER : to + dayMs }
}

/** Whose work is meant; undefined: what is usual for the person. */
export function whoOf(
  query: Query,
  me: string,
  people: readonly { readonly id: string }[],
): Who | undefined {
  const who = query['who']
  if (who === 'all' || who === 'nobody' || who === 'mine') return who
  if (who === 'me') return { account: me }
  const known = people.find(({ id }) => id === who)
  return known === undefined ? undefined : { account: known.id }
}

export const dueChoices = ['late', 'today', 'week'] as const

/** When what is asked for is due, as of `now`, UTC milliseconds. */
export function dueIn(query: Query, now: number): { from: number; to: number } | undefined {
  const today = dayStart(now)
  switch (dueChoices.find((one) => one === query['due'])) {
    case 'late':
      return { from: 0, to: now }
    case 'today':
      return { from: today, to: today + dayMs }
    case 'week':
      return { from: now, to: now + 7 * dayMs }
    case undefined:
      return undefined
  }
}

/** An address of a list with some of its parts changed; an empty part is left out, and so is where a page began. */
export function addressOf(path: string, query: Query, changed: Query = {}): string {
  const kept = new URLSearchParams()
  const wanted = { ...query, after: '', page: '', done: '', of: '', ...changed }
  for (const [name, value] of Object.entries(wanted)) if (value !== '') kept.set(name, value)
  const asked = kept.toString()
  return asked === '' ? path : `${path}?${asked}`
}

/** The parts of an address that a list knows. */
export function knownParts(query: Query): Query {
  const names = [...filterNames, 'kind', 'tab', 'after']
  return Object.fromEntries(
    Object.entries(query).filter(([name, value]) => names.includes(name) && value !== ''),
  )
}
