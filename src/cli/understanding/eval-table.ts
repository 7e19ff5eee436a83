import { measure, ofClass } from '#intents/measure.ts'
import type { Judged, Measures } from '#intents/measure.ts'
import type { DistrictFigures } from './district-figures.ts'
import type { Intervals } from './intervals.ts'
import { cliTexts } from '#cli/texts.ts'

const thresholds = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

/** Precision, recall and F1 of each category that people gave. */
export function classLines(judged: readonly Judged[]): string[] {
  const names = [...new Set(judged.map((one) => one.primary))].sort()
  const lines = names.map((name) => {
    const { n, precision, recall, f1 } = ofClass(judged, name)
    return row(name, n, digits(precision), digits(recall), digits(f1))
  })
  return [cliTexts.evalHead, ...lines]
}

/** How many would be answered, and how many of those rightly, if less sure ones were asked about. */
export function curveLines(judged: readonly Judged[]): string[] {
  const lines = thresholds.map((threshold) => {
    const covered = judged.map((one) => ({ ...one, abstain: one.confidence < threshold }))
    const { coverage, accuracyCovered } = measure(covered)
    return row(digits(threshold), digits(coverage), digits(accuracyCovered))
  })
  return [cliTexts.curveHead, ...lines]
}

/** The figures over all messages, each with its interval. */
export function figureLines(measures: Measures, intervals: Intervals): string[] {
  const { n, ...figures } = measures
  const names = Object.keys(figures) as (keyof typeof figures)[]
  const lines = names.map((name) => {
    const [low, high] = intervals[`${name}Interval`]
    return row(
      cliTexts.evalFigures[name],
      digits(figures[name]),
      `[${digits(low)}, ${digits(high)}]`,
    )
  })
  return [row(cliTexts.figuresHead, n), ...lines]
}

export function districtLines({ n, ...shares }: DistrictFigures): string[] {
  return [cliTexts.districtHead, row(n, ...Object.values(shares).map(digits))]
}

function row(...cells: readonly (string | number)[]): string {
  return cells.join('\t')
}

function digits(share: number): string {
  return share.toFixed(3)
}
