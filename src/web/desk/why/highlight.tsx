import type { TicketEvidence } from '#app/dispatching/read-evidence.ts'
import type { Evidence, Span } from '#intents/types.ts'
import { evidenceTexts } from './texts.ts'

/** A stretch of text, and whether a rule counted it. */
export type Stretch = { readonly text: string; readonly counted: boolean }

/**
 * Cuts a text at the spans of the evidence (UTF-16 offsets, half open, any order, overlaps joined). Spans
 * that reach outside the text are cut to it.
 */
export function stretches(text: string, evidence: readonly Evidence[]): readonly Stretch[] {
  const marked = layered(text, { counted: evidence })
  return marked.map((part) => ({ text: part.text, counted: part.layer !== null }))
}

type Layers<L extends string> = Readonly<Partial<Record<L, readonly Evidence[]>>>
export type Layered<L extends string> = { readonly text: string; readonly layer: L | null }

/** As `stretches`, by layer: where layers overlap the first that is named has the words. */
export function layered<L extends string>(text: string, layers: Layers<L>): readonly Layered<L>[] {
  const names = Object.keys(layers) as L[] // Safe because these are its keys.
  const owner = new Array<L | null>(text.length).fill(null)
  for (const name of [...names].reverse()) {
    for (const { span } of layers[name] ?? []) paint(owner, span, name)
  }
  const parts: Layered<L>[] = []
  for (const [at, layer] of owner.entries()) {
    const last = parts.at(-1)
    const char = text.charAt(at)
    if (last === undefined || last.layer !== layer) parts.push({ text: char, layer })
    else parts[parts.length - 1] = { text: last.text + char, layer }
  }
  return parts
}

function paint<L>(owner: (L | null)[], [from, to]: Span, name: L): void {
  if (from < 0) return
  owner.fill(name, from, Math.min(to, owner.length))
}

export type Layer = keyof TicketEvidence

/** A span over all the words says nothing about which of them counted. */
function telling(text: string, evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(({ span: [from, to] }) => to - from < text.length)
}

type HighlightedProps = { readonly text: string; readonly evidence: Partial<TicketEvidence> }

/** A complaint's words with those that counted marked, and what the marks mean. */
export function Highlighted({ text, evidence }: HighlightedProps) {
  const { fact = [], category = [], place = [], urgency = [] } = evidence
  const parts = layered<Layer>(text, {
    fact,
    category,
    urgency: telling(text, urgency),
    place,
  })
  const used = (['category', 'place', 'fact', 'urgency'] as const).filter((layer) =>
    parts.some((part) => part.layer === layer),
  )
  return (
    <>
      <p class="said">
        {parts.map((part) =>
          part.layer === null ? part.text : <mark class={part.layer}>{part.text}</mark>,
        )}
      </p>
      {used.length === 0 ? null : (
        <p class="soft legend">
          {`${evidenceTexts.legend} `}
          {used.map((layer) => (
            <>
              <mark class={layer}>{evidenceTexts.layers[layer]}</mark>{' '}
            </>
          ))}
        </p>
      )}
    </>
  )
}
