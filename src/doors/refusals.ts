import type { Refusal, RefusalCode } from '#domain/refusal.ts'
import { statuses } from '#domain/ticket/status.ts'
import { statusLabels } from './label-tables.ts'
import { fill } from './labels.ts'
import { refusalTexts } from './refusal-texts.ts'

/**
 * The HTTP status of every refusal, on pages and in the API alike: 409 for what a ticket's state forbids, 403 for what
 * this person may not do, 422 for what was filled in.
 */
const statusOf = {
  'not-found': 404,
  'wrong-status': 409,
  'not-allowed': 403,
  'not-your-unit': 403,
  'already-done': 409,
  'too-late': 409,
  'too-early': 409,
  'too-often': 429,
  'missing-contact': 409,
  'missing-call': 409,
  unproven: 422,
  'missing-category': 422,
  'missing-place': 422,
  'same-unit': 409,
  'second-person-needed': 403,
  'limit-reached': 409,
  'nothing-pending': 409,
  'invalid-input': 422,
  'changed-meanwhile': 409,
  'way-off': 409,
} as const satisfies Record<RefusalCode, number>

/** The status a refusal is answered with. */
export type RefusalStatus = (typeof statusOf)[RefusalCode]

/** The HTTP status of a refusal. */
export function refusalStatus({ refused }: Pick<Refusal, 'refused'>): RefusalStatus {
  return statusOf[refused]
}

/** A refusal in Chinese, as staff and programs read it: why, and what to do next. */
export function refusalText({ refused, params }: Refusal): string {
  const status = statuses.find((known) => known === params['status'])
  const slots = status === undefined ? params : { ...params, status: statusLabels[status] }
  return fill(refusalTexts[refused], slots)
}
