import type { Annex, Clause } from '../types.ts'
import { air } from './air.ts'
import { climate } from './climate.ts'
import { ecology } from './ecology.ts'
import { soil } from './soil.ts'
import type { Measure, PlanAnnex, PlanTask } from './types.ts'
import { water } from './water.ts'

/** The plan in force: which one rules cite. A newer plan stands beside it under its own year. */
export const planYear = 2023

/** The five attachments in the order of the plan: 25 + 29 + 19 + 17 + 16 = 106 tasks. */
export const plan: readonly PlanAnnex[] = [climate, air, water, soil, ecology]

/** A task by attachment and number; undefined when the plan has none such. */
export function findTask(annex: Annex, task: number): PlanTask | undefined {
  return plan.find((one) => one.annex === annex)?.tasks.find((one) => one.task === task)
}

/** The measure a clause cites: the one in its task that holds the quote; undefined when none does. */
export function findMeasure(clause: Clause): Measure | undefined {
  return findTask(clause.annex, clause.task)?.measures.find((one) =>
    one.text.includes(clause.quote),
  )
}

/** The sentence of the measure that holds a clause's quote, to be shown to people; the quote itself when not found. */
export function sentenceOf(clause: Clause): string {
  const text = findMeasure(clause)?.text ?? clause.quote
  const at = text.indexOf(clause.quote)
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  const end = text.indexOf('。', at)
  return text.slice(start, end === -1 ? undefined : end + 1)
}
