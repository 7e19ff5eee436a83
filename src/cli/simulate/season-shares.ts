import type { ClockName } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Channel, Satisfied, Solved } from '#domain/ticket/events.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'

/** How a ticket's story goes: worked as it should be, and the ways it goes otherwise. */
export type Course =
  | 'plain'
  | 'parts'
  | 'unsure'
  | 'placeless'
  | 'returned'
  | 'conference'
  | 'whistle'
  | 'extended'
  | 'suspended'
  | 'asked'
  | 'urged'
  | 'late'
  | 'excluded'
  | 'withdrawn'
  | 'appealed'
  | 'merged'
  | 'unmerged'
  | 'alarm'
  | 'referred'
  | 'unsolved'

/** Shares of the courses, in per cent. */
export const courses = [
  { course: 'plain', weight: 44 },
  { course: 'parts', weight: 12 },
  { course: 'unsure', weight: 6 },
  { course: 'placeless', weight: 2 },
  { course: 'returned', weight: 6 },
  { course: 'conference', weight: 1.5 },
  { course: 'whistle', weight: 5 },
  { course: 'extended', weight: 3 },
  { course: 'suspended', weight: 1.5 },
  { course: 'asked', weight: 4 },
  { course: 'urged', weight: 4 },
  { course: 'late', weight: 3 },
  { course: 'excluded', weight: 1.5 },
  { course: 'withdrawn', weight: 2 },
  { course: 'appealed', weight: 0.5 },
  { course: 'merged', weight: 1 },
  { course: 'unmerged', weight: 0.5 },
  { course: 'alarm', weight: 2 },
  { course: 'referred', weight: 0.5 },
] as const satisfies readonly { readonly course: Course; readonly weight: number }[]

/** Where complaints come in that are not worded by an operator, in per cent. */
export const channels = [
  { channel: 'web-chat', weight: 60 },
  { channel: 'line', weight: 28 },
  { channel: 'hotline', weight: 12 },
] as const satisfies readonly { readonly channel: Channel; readonly weight: number }[]

/** Complaints by hour of the day in Beijing, from midnight on: most come in the evening. */
export const hours = [
  3, 2, 1, 1, 1, 1, 2, 4, 5, 5, 5, 5, 4, 4, 4, 4, 4, 5, 6, 8, 9, 10, 9, 5,
] as const

export type Answer = {
  readonly contacted: boolean
  readonly solved: Solved
  readonly satisfied: Satisfied
  readonly weight: number
}

/** What citizens say when first called back, in per cent. */
export const firstAnswers = [
  { contacted: true, solved: 'solved', satisfied: 'satisfied', weight: 56 },
  { contacted: true, solved: 'solved', satisfied: 'basically', weight: 22 },
  { contacted: true, solved: 'solved', satisfied: 'unsatisfied', weight: 1.5 },
  { contacted: false, solved: 'solved', satisfied: 'basically', weight: 2 },
  { contacted: true, solved: 'partly', satisfied: 'basically', weight: 5 },
  { contacted: true, solved: 'partly', satisfied: 'unsatisfied', weight: 2 },
  { contacted: true, solved: 'unsolved', satisfied: 'unsatisfied', weight: 9 },
  { contacted: false, solved: 'unsolved', satisfied: 'unsatisfied', weight: 2.5 },
] as const satisfies readonly Answer[]

/** And after a second handling. */
export const laterAnswers = [
  { contacted: true, solved: 'solved', satisfied: 'satisfied', weight: 27 },
  { contacted: true, solved: 'solved', satisfied: 'basically', weight: 21 },
  { contacted: true, solved: 'partly', satisfied: 'basically', weight: 16 },
  { contacted: true, solved: 'unsolved', satisfied: 'unsatisfied', weight: 30 },
  { contacted: false, solved: 'unsolved', satisfied: 'unsatisfied', weight: 6 },
] as const satisfies readonly Answer[]

/** Chances in per cent. */
export const chances = {
  /** A step comes after its clock has rung. */
  late: 4,
  /** A citizen answers where they wrote; the others go to the phone queue. */
  answersInChannel: 82,
  /** One call reaches the citizen. */
  reached: 62,
  /** A caller gives neither name nor number. */
  anonymousCaller: 4,
  upheld: 35,
  extensionRefused: 20,
  supplements: 70,
  reportsIn: 85,
  internalNote: 45,
} as const

/** Units whose accounts the demo hands out. */
export const shown = {
  town: '110118002',
  bureau: 'ecology-bureau',
  lead: 'housing-construction',
} as const satisfies Readonly<Record<string, UnitId>>

export type Stage = {
  readonly course: Course
  /** The story stops here, whatever its time. */
  readonly halt: TicketStatus
  /** How much of this clock has run by now: below 1 due soon, above overdue. */
  readonly clock: ClockName
  readonly share: number
}

/** What each of the shown units has on its desk. */
export const unitStages = [
  { course: 'plain', halt: 'dispatched', clock: 'accept', share: 0.85 },
  { course: 'plain', halt: 'dispatched', clock: 'accept', share: 2.2 },
  { course: 'plain', halt: 'accepted', clock: 'contact', share: 0.9 },
  { course: 'plain', halt: 'accepted', clock: 'contact', share: 1.1 },
  { course: 'plain', halt: 'in-progress', clock: 'solve', share: 0.97 },
  { course: 'late', halt: 'in-progress', clock: 'solve', share: 1.35 },
  { course: 'asked', halt: 'awaiting-citizen', clock: 'solve', share: 0.45 },
  { course: 'suspended', halt: 'suspended', clock: 'solve', share: 0.8 },
  { course: 'plain', halt: 'resolved', clock: 'solve', share: 0.35 },
  { course: 'unsolved', halt: 'reopened', clock: 'solve', share: 0.9 },
] as const satisfies readonly Stage[]

/** What waits at the dispatch desk. */
export const deskStages = [
  { course: 'unsure', halt: 'pending', clock: 'dispatch', share: 0.4 },
  { course: 'unsure', halt: 'pending', clock: 'dispatch', share: 0.9 },
  { course: 'unsure', halt: 'pending', clock: 'dispatch', share: 1.6 },
  { course: 'placeless', halt: 'pending', clock: 'dispatch', share: 0.7 },
  { course: 'returned', halt: 'pending', clock: 'return', share: 0.95 },
  { course: 'returned', halt: 'pending', clock: 'return', share: 1.4 },
  { course: 'conference', halt: 'conference', clock: 'solve', share: 0.6 },
] as const satisfies readonly Stage[]
