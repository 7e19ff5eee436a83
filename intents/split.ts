import { categories } from './categories/index.ts'
import { classifyNormal } from './classify.ts'
import { categoryIds } from './score.ts'
import type { Classified } from './score.ts'
import { understandingSettings } from './settings.ts'
import type { Classification, Part, Span } from './types.ts'

const clauseEnds = /[，。；！？、\n]|还有就?是?|另外|而且|并且|以及|然后/g
/** Marks of points told one by one: 1、 （二） 第三 首先. */
const points =
  /(?:^|[\s：:，。；！])(?:[（(]?(?:\d|[一二三四五六七八九])[)）、.．]|第[一二三四五六七八九]|首先|其次|再次)/g
const notProblems = new Set<string>(['out-of-scope', 'env-inquiry'])

/**
 * The problems a message holds: one part per clause that names a nuisance of its own. A clause that only
 * tells an effect (晚上还吵得睡不着) is read with the sources named before it. One part, the whole, when
 * fewer than two different ones stand out or the message is a letter without numbered points.
 */
export function partsOf(text: string, whole: Classified): Part[] {
  const all: Part = { span: [0, text.length], classification: whole.classification }
  if (text.length > understandingSettings.splitAtMost && !isNumbered(text)) return [all]
  if (notProblems.has(whole.classification.category) || !maySplit(whole)) return [all]
  const found = new Map<string, Part>()
  let sources = ''
  for (const span of clauses(text)) {
    const words = text.slice(...span)
    const read = problemIn(words, sources)
    sources += sourcesIn(words)
    if (read !== null && !found.has(read.category)) {
      found.set(read.category, { span, classification: shifted(read, span[0]) })
    }
  }
  return found.size < 2 ? [all] : [...found.values()]
}

function isNumbered(text: string): boolean {
  return [...text.matchAll(points)].length > 1
}

/** Whether anything of a second category was found at all: most messages end here. */
function maySplit({ findings, classification }: Classified): boolean {
  return findings.scores.some(
    ({ strong, effect }, index) =>
      (strong > 0 || effect > 0) &&
      categoryIds[index] !== classification.category &&
      !notProblems.has(categoryIds[index] ?? ''),
  )
}

function clauses(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const end of text.matchAll(clauseEnds)) {
    if (end.index > from) spans.push([from, end.index])
    from = end.index + end[0].length
  }
  if (from < text.length) spans.push([from, text.length])
  return spans
}

/** A clause's own problem, when its words name one and the model agrees; null otherwise. */
function problemIn(words: string, sources: string): Classification | null {
  const alone = classifyNormal(words)
  if (isProblem(alone)) return alone.classification
  const read = classifyNormal(sources + words)
  const effect =
    alone.findings.scores[categoryIds.indexOf(read.classification.category)]?.effect ?? 0
  if (sources === '' || effect === 0 || !isProblem(read)) return null
  return shifted(read.classification, -sources.length)
}

/** The same reading with its evidence moved by `by`; what falls before the text is left out. */
function shifted(classification: Classification, by: number): Classification {
  const evidence = classification.evidence
    .map(({ rule, span }) => ({ rule, span: [span[0] + by, span[1] + by] as const }))
    .filter(({ span }) => span[0] >= 0)
  return { ...classification, evidence }
}

function isProblem({ classification, findings }: Classified): boolean {
  const { category, abstain } = classification
  if (abstain || notProblems.has(category)) return false
  const score = findings.scores[categoryIds.indexOf(category)]
  return (
    score !== undefined &&
    (score.strong >= understandingSettings.partStrength || (score.source > 0 && score.effect > 0))
  )
}

const sourceWords = [
  ...new Set(
    categories.flatMap(({ sources }) =>
      sources.map((term: string | readonly [string, number]) =>
        typeof term === 'string' ? term : term[0],
      ),
    ),
  ),
].sort((a, b) => b.length - a.length)

function sourcesIn(words: string): string {
  return sourceWords.find((source) => words.includes(source)) ?? ''
}
