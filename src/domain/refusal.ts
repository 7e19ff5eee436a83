/** Why a command was not carried out. A closed list; its Chinese is in intents/replies (citizen) and src/doors/refusal-texts.ts (staff). */
export type RefusalCode =
  | 'not-found'
  | 'wrong-status'
  | 'not-allowed'
  | 'not-your-unit'
  | 'already-done'
  | 'too-late'
  | 'too-early'
  | 'too-often'
  | 'missing-contact'
  | 'missing-call'
  | 'unproven'
  | 'missing-category'
  | 'missing-place'
  | 'same-unit'
  | 'second-person-needed'
  | 'limit-reached'
  | 'nothing-pending'
  | 'invalid-input'
  | 'changed-meanwhile'
  | 'way-off'

/** Expected failure as a value. `params` are shown to people: no personal data. */
export type Refusal = {
  readonly refused: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Builds a refusal. */
export function refuse(refused: RefusalCode, params: Refusal['params'] = {}): Refusal {
  return { refused, params }
}

/** Tells a refusal from any result that has no `refused` field. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
