import type { StaffCommand } from '#app/command-input.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import * as texts from '../texts.ts'

export type Step = StaffCommand['type']

const labels = { ...texts.fieldLabels, ...texts.staffFieldLabels } as const

export type FieldName = keyof typeof labels

/** What a field is called. */
export function fieldLabel({ name, label }: Pick<Field, 'name' | 'label'>): string {
  return label ?? labels[name]
}

/** A field of a step's form. `kind` says how it is asked and how its value is read. */
export type Field = {
  readonly name: FieldName
  readonly kind:
    'text' | 'line' | 'choice' | 'yes-no' | 'unit' | 'units' | 'time' | 'half-day' | 'whistle'
  readonly optional?: true
  /** When it is called something else here than elsewhere. */
  readonly label?: string
  /** Choices of kind 'choice', value → label. */
  readonly choices?: Readonly<Record<string, string>>
}

const note = { name: 'note', kind: 'text' } as const
const maybeNote = { name: 'note', kind: 'text', optional: true } as const
const saidText = { name: 'text', kind: 'text', label: texts.staffFieldLabels.saidText } as const
const whistleId = { name: 'whistleId', kind: 'whistle' } as const
const clause = { name: 'clause', kind: 'line', optional: true } as const

/** The forms of the ticket page: which fields each step asks for. Values of `fixed` go along unasked. */
export const steps: {
  readonly [S in Step]: {
    readonly fields: readonly Field[]
    readonly fixed?: Readonly<Record<string, string>>
  }
} = {
  accept: { fields: [] },
  contact: {
    fields: [{ name: 'method', kind: 'choice', choices: texts.contactMethodLabels }, note],
  },
  note: { fields: [{ name: 'text', kind: 'text' }] },
  resolve: {
    fields: [
      { name: 'publicReply', kind: 'text' },
      { name: 'internalNote', kind: 'text', optional: true },
    ],
  },
  return: {
    fields: [
      { name: 'reason', kind: 'choice', choices: texts.returnReasonLabels },
      note,
      { name: 'proposedUnit', kind: 'unit', optional: true },
      clause,
    ],
  },
  'uphold-return': { fields: [note, { name: 'clause', kind: 'line' }] },
  refer: { fields: [{ name: 'to', kind: 'line' }, note] },
  'add-units': {
    fields: [{ name: 'units', kind: 'units' }, note, { name: 'due', kind: 'time', optional: true }],
  },
  'finish-part': { fields: [note] },
  'ask-citizen': { fields: [{ name: 'question', kind: 'text' }] },
  'request-extension': {
    fields: [
      { name: 'until', kind: 'time' },
      { name: 'reason', kind: 'text' },
    ],
  },
  'approve-extension': { fields: [maybeNote] },
  'refuse-extension': { fields: [note] },
  'request-suspension': {
    fields: [
      { name: 'reason', kind: 'text' },
      { name: 'plan', kind: 'text' },
      { name: 'reviewAt', kind: 'time' },
    ],
  },
  'approve-suspension': { fields: [maybeNote] },
  'refuse-suspension': { fields: [note] },
  review: { fields: [note] },
  supervise: {
    fields: [
      { name: 'order', kind: 'text' },
      { name: 'replyDue', kind: 'time' },
    ],
  },
  'answer-supervision': { fields: [{ name: 'reply', kind: 'text' }] },
  'set-urgency': {
    fields: [{ name: 'urgency', kind: 'choice', choices: texts.urgencyLabels }, maybeNote],
  },
  'attempt-callback': {
    fields: [{ name: 'halfDay', kind: 'half-day' }, { name: 'reached', kind: 'yes-no' }, maybeNote],
  },
  rate: {
    fields: [
      { name: 'contacted', kind: 'yes-no' },
      { name: 'solved', kind: 'choice', choices: texts.solvedLabels },
      { name: 'satisfied', kind: 'choice', choices: texts.satisfiedLabels },
      { name: 'comment', kind: 'text', optional: true },
    ],
    fixed: { via: 'hotline' },
  },
  'propose-exclusion': {
    fields: [
      { name: 'ground', kind: 'choice', choices: texts.exclusionGroundLabels },
      { name: 'evidence', kind: 'text' },
    ],
  },
  'answer-exclusion': {
    fields: [{ name: 'text', kind: 'text', label: texts.staffFieldLabels.exclusionText }],
  },
  'approve-exclusion': { fields: [note] },
  'refuse-exclusion': { fields: [note] },
  merge: { fields: [{ name: 'intoNumber', kind: 'line' }] },
  unmerge: { fields: [note] },
  whistle: {
    fields: [
      { name: 'units', kind: 'units' },
      { name: 'purpose', kind: 'text' },
      { name: 'place', kind: 'line', optional: true },
      { name: 'due', kind: 'time', optional: true, label: texts.ticketMoreTexts.whistleDue },
    ],
  },
  'report-in': {
    fields: [whistleId, { name: 'how', kind: 'choice', choices: texts.reportHowLabels }, note],
  },
  'finish-whistle-part': { fields: [whistleId, { name: 'done', kind: 'yes-no' }, note] },
  'close-whistle': { fields: [whistleId, note] },
  supplement: { fields: [saidText] },
  urge: { fields: [saidText] },
  withdraw: { fields: [{ name: 'reason', kind: 'text', optional: true }] },
  reopen: { fields: [{ name: 'reason', kind: 'text' }] },
  'start-callback': { fields: [], fixed: { via: 'phone' } },
  'give-up-callback': {
    fields: [{ name: 'because', kind: 'choice', choices: texts.giveUpLabels }],
  },
  erase: { fields: [] },
}

const hints = { ...texts.stepTexts.hints, ...texts.staffStepHints } as const satisfies Readonly<
  Record<Step, string>
>

/** What to know before taking a step. */
export function stepHint(step: Step): string {
  return hints[step]
}

/** The step a form names; undefined for what the desk has no form for. */
export function stepOf(name: string): Step | undefined {
  // Safe because Object.keys of the table gives exactly its keys.
  return (Object.keys(steps) as Step[]).find((step) => step === name)
}

/** Steps that carry a ticket on, in their order. */
const mainSteps: readonly Step[] = [
  'accept',
  'contact',
  'report-in',
  'finish-whistle-part',
  'resolve',
  'finish-part',
]

/** The step to offer first: the first of these that is allowed; a contact only until there was one. */
export function mainStep(ticket: Ticket, offered: readonly Step[]): Step | undefined {
  const done = ticket.contactedAt === null ? null : 'contact'
  return mainSteps.find((step) => step !== done && offered.includes(step))
}
