import type { Annex, Clause } from '../types.ts'
import { air } from './2023/air.ts'
import { climate } from './2023/climate.ts'
import { ecology } from './2023/ecology.ts'
import { soil } from './2023/soil.ts'
import { water } from './2023/water.ts'
import type { Measure, PlanAnnex, Plans, PlanTask } from './types.ts'

/**
 * Plans by their year, their attachments in the order of the text; a newer one is put beside the older, and
 * each rule says which it cites. 2023: 25 + 29 + 19 + 17 + 16 = 106 tasks.
 */
export const plans: Plans = { 2023: [climate, air, water, soil, ecology] }

/** The newest plan: the one shown when none is asked for. */
export const planYear = Math.max(...Object.keys(plans).map(Number))
export const plan: readonly PlanAnnex[] = plans[planYear] ?? []

/** A task by attachment and number; undefined when that year's plan has none such. */
function findTask(
  annex: Annex,
  task: number,
  annexes: readonly PlanAnnex[] = plan,
): PlanTask | undefined {
  return annexes.find((one) => one.annex === annex)?.tasks.find((one) => one.task === task)
}

/** The measure a clause cites, in the plan of its year: the one in its task that holds the quote; undefined when none does. */
export function findMeasure(clause: Clause, among: Plans = plans): Measure | undefined {
  const task = findTask(clause.annex, clause.task, among[clause.plan] ?? [])
  return task?.measures.find((one) => one.text.includes(clause.quote))
}

/** The sentence of the measure that holds a clause's quote, to be shown to people; the quote itself when not found. */
export function sentenceOf(clause: Clause, among: Plans = plans): string {
  const text = findMeasure(clause, among)?.text ?? clause.quote
  const at = text.indexOf(clause.quote)
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  const end = text.indexOf('。', at)
  return text.slice(start, end === -1 ? undefined : end + 1)
}
