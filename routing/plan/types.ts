import type { Annex, Clause } from '../types.ts'
import type { UnitId } from '../units.ts'
import type { UnitGroupId } from './groups.ts'

/** A unit, or a group the plan names as one. */
export type UnitRef = UnitId | UnitGroupId

/** One measure of a task. A merged lead and primary cell fills both; a vertically merged cell fills every row. */
export type Measure = {
  /** Stable: attachment, task, place in the order of the text, e.g. air-21.5. */
  readonly id: string
  /** Verbatim; line breaks only between sentences. */
  readonly text: string
  /** As printed: 年底前, 长期实施 …; null where the plan gives none. */
  readonly deadline: string | null
  readonly lead: readonly UnitRef[]
  readonly primary: readonly UnitRef[]
  readonly supporting: readonly UnitRef[]
}

export type PlanTask = {
  readonly task: number
  readonly name: string
  readonly section: string
  readonly measures: readonly Measure[]
}

export type PlanAnnex = {
  readonly annex: Annex
  readonly attachment: number
  readonly title: string
  readonly tasks: readonly PlanTask[]
}

/** Plans by their year. */
export type Plans = Readonly<Record<number, readonly PlanAnnex[]>>

/** A fact of the plan that answers a question: the topic the intents name, a sentence, where it stands. */
export type PlanFigure = {
  readonly topic: string
  readonly answer: string
  readonly clause: Clause
}
