import type { Evidence, Span } from '#intents/types.ts'

/** A stretch of text, and whether a rule counted it. */
export type Stretch = { readonly text: string; readonly counted: boolean }

/**
 * Cuts a text at the spans of the evidence (UTF-16 offsets, half open, any order, overlaps joined). Spans
 * that reach outside the text are cut to it.
 */
export function stretches(text: string, evidence: readonly Evidence[]): readonly Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const [from, to] of joined(evidence.map((one) => one.span))) {
    const end = Math.min(to, text.length)
    if (from > at) found.push({ text: text.slice(at, from), counted: false })
    if (end > from) found.push({ text: text.slice(from, end), counted: true })
    at = Math.max(at, end)
  }
  if (at < text.length) found.push({ text: text.slice(at), counted: false })
  return found.filter((stretch) => stretch.text !== '')
}

function joined(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(([from, to]) => from >= 0 && to > from).sort((a, b) => a[0] - b[0])
  return sorted.reduce<Span[]>((done, span) => {
    const last = done.at(-1)
    if (last === undefined || span[0] > last[1]) return [...done, span]
    return [...done.slice(0, -1), [last[0], Math.max(last[1], span[1])]]
  }, [])
}

type HighlightedProps = { readonly text: string; readonly evidence: readonly Evidence[] }

/** A complaint's words with those that counted marked. */
export function Highlighted({ text, evidence }: HighlightedProps) {
  return (
    <p class="said">
      {stretches(text, evidence).map((part) =>
        part.counted ? <mark>{part.text}</mark> : part.text,
      )}
    </p>
  )
}
