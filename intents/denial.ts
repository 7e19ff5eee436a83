import { denial } from './lexicon/denial.ts'
import type { Span } from './types.ts'

const cuePattern = new RegExp(`(?<![${denial.except.join('')}])(?:${denial.cues.join('|')})`, 'g')
const stoppedPattern = new RegExp(denial.stopped, 'g')
const ends = new Set<string>(denial.ends)
const asking = new Set<string>(denial.asking)

/**
 * The stretches of a normalised text that deny what they hold: 不是【噪音】，是味儿. Each runs from the
 * cue to the end of its clause, at most `denial.reach` characters. Words that a nuisance has stopped deny
 * their clause from as far before them: 【烧烤店倒是不冒烟】了.
 */
export function deniedSpans(text: string): Span[] {
  const spans: Span[] = []
  for (const cue of text.matchAll(cuePattern)) {
    const from = cue.index + cue[0].length
    let to = from
    while (to < text.length && to - from < denial.reach && !endsAt(text, to)) to += 1
    if (to > from && !asking.has(text[to - 1] ?? '')) spans.push([from, to])
  }
  for (const { index, 0: words } of text.matchAll(stoppedPattern)) {
    let from = index
    while (from > 0 && index - from < denial.reach && !endsAt(text, from - 1)) from -= 1
    spans.push([from, index + words.length])
  }
  return spans
}

function endsAt(text: string, at: number): boolean {
  const one = text[at] ?? ''
  if (ends.has(one)) return true
  const two = text.slice(at, at + 2)
  return ends.has(two)
}

/** Whether a hit lies within one of the spans. */
export function isDenied(spans: readonly Span[], from: number, to: number): boolean {
  return spans.some(([start, end]) => from >= start && to <= end)
}
