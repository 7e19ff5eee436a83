import { categories } from '#intents/categories/index.ts'
import { understandingSettings } from '#intents/settings.ts'
import type { Evidence, Urgency } from '#intents/types.ts'
import { limits } from '#routing/limits.ts'
import type { FoundPlace } from '#routing/types.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import { stretches } from '#web/desk/why/highlight.tsx'
import { reasonText } from '#web/desk/why/reasons.ts'
import { ruleInWords } from '#web/desk/why/rule-words.ts'
import { annexLabels, urgencyLabels } from '#doors/label-tables.ts'
import type { Explanation } from './explanation.ts'
import { cliTexts, fillText } from '#cli/texts.ts'
import { whyTexts } from '#web/desk/why/texts.ts'

const unitLabels = new Map<UnitId, string>(units.map(({ id, label }) => [id, label]))
const categoryLabels = new Map<string, string>(categories.map(({ id, label }) => [id, label]))

/** The trace for a person to read, in sections; words that counted stand in 【】. */
export function explanationInWords(explanation: Explanation): string {
  const { understanding, place, versions } = explanation
  const { text, classification } = understanding
  const own = classification.evidence.filter(({ rule }) =>
    rule.startsWith(`${classification.category}/`),
  )
  return [
    section(cliTexts.explainText, [marked(text, own)]),
    section(cliTexts.ranked, [...rankedLines(explanation), doubtLine(explanation)]),
    section(
      cliTexts.words,
      classification.evidence.map((one) => evidenceLine(text, one)),
    ),
    understanding.parts.length > 1 ? section(cliTexts.parts, partLines(explanation)) : '',
    section(cliTexts.urgency, [
      urgencyLabels[understanding.urgency],
      ...understanding.urgencyReasons.map((one) => evidenceLine(text, one)),
    ]),
    section(cliTexts.place, placeLines(text, place)),
    ...routeSections(text, explanation),
    fillText(cliTexts.versions, versions),
  ]
    .filter((one) => one !== '')
    .join('\n')
}

/** A head with its lines; nothing without lines. */
function section(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [head, ...lines.map((line) => `  ${line}`)].join('\n')
}

function marked(text: string, evidence: readonly Evidence[]): string {
  return stretches(text, evidence)
    .map((part) => (part.counted ? `\u3010${part.text}\u3011` : part.text))
    .join('')
}

function evidenceLine(text: string, { rule, span }: Evidence): string {
  return `${rule}\t${text.slice(...span)}\t[${span.join(', ')})`
}

function rankedLines({ understanding }: Explanation): string[] {
  return understanding.classification.ranked.map(
    ({ category, score }) =>
      `${score.toFixed(4)}  ${category}  ${categoryLabels.get(category) ?? ''}`,
  )
}

function doubtLine({ doubt }: Explanation): string {
  const { confidence, margin } = understandingSettings
  return doubt === null ? cliTexts.sure : fillText(cliTexts.doubts[doubt], { confidence, margin })
}

function partLines({ understanding }: Explanation): string[] {
  return understanding.parts.map(
    ({ span, classification: { category, confidence } }) =>
      `${categoryLabels.get(category) ?? category} ${String(confidence)}\t${understanding.text.slice(...span)}`,
  )
}

function placeLines(text: string, place: FoundPlace): string[] {
  const { town, village, spot, candidates, outside, evidence } = place
  const named = [town && nameOf(town), village, spot].filter((one) => one !== null).join(' ')
  const options = candidates.map((one) => [nameOf(one.town), one.village ?? ''].join(''))
  return [
    named === '' ? cliTexts.unknownPlace : named,
    ...(options.length > 0 ? [`${cliTexts.candidates} ${options.join(' / ')}`] : []),
    ...(outside === null ? [] : [fillText(cliTexts.outside, { name: outside })]),
    ...evidence.map((one) => evidenceLine(text, one)),
  ]
}

function routeSections(text: string, { routing, sentence }: Explanation): string[] {
  if (routing === null) return [section(cliTexts.handler, [cliTexts.noRoute])]
  if ('missing' in routing) return [section(cliTexts.handler, [cliTexts.missingTown])]
  const { handler, lead, primary, supporting, clause, rule, considered } = routing
  const { plan: year, task, quote } = clause
  const annex = annexLabels[clause.annex]
  const cited = fillText(cliTexts.clauseOf, { year, annex, task, quote })
  return [
    section(cliTexts.handler, [`${nameOf(handler)}  (${rule})`, ruleInWords(rule)]),
    section(
      cliTexts.facts,
      routing.evidence.map((one) => evidenceLine(text, one)),
    ),
    section(cliTexts.supporting, supporting.map(nameOf)),
    section(cliTexts.clause, [cited, ...(sentence === null ? [] : [sentence])]),
    section(cliTexts.lead, lead.map(nameOf)),
    section(cliTexts.primary, primary.map(nameOf)),
    section(cliTexts.deadline, deadlineLines(routing.deadlineClass)),
    section(
      cliTexts.considered,
      considered.map(({ unit, outcome, reason }) =>
        [whyTexts.outcome[outcome], nameOf(unit), reasonText(reason)].join('  '),
      ),
    ),
  ]
}

/** The class and how long each clock runs by it. */
function deadlineLines(urgency: Urgency): string[] {
  const clocks = limits.map(({ clock, minutes }) => {
    const hours = minutes[urgency] / 60
    return fillText(cliTexts.clockRuns, { clock: cliTexts.clocks[clock], hours })
  })
  return [urgencyLabels[urgency], clocks.join('  ')]
}

function nameOf(unit: UnitId): string {
  return unitLabels.get(unit) ?? unit
}
