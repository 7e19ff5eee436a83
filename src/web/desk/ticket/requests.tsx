import type { StoredEvent } from '#domain/ticket/events.ts'
import { dateTime } from '#doors/format.ts'
import { fill, orderLabel } from '#doors/labels.ts'
import { exclusionGroundLabels } from '#doors/label-tables.ts'
import { ticketMoreTexts } from './texts.ts'
import { whoOf } from './who.ts'

const say = ticketMoreTexts

type Kind = 'extension' | 'suspension' | 'supervision' | 'exclusion'

/** One request or order, from its asking to its end, a line each. */
export type Request = { readonly kind: Kind; readonly lines: readonly string[] }

type Told = { readonly kind: Kind; readonly asks: boolean; readonly lines: readonly string[] }

const by = (event: StoredEvent) => ({ who: whoOf(event), time: dateTime(event.at) })
const asked = (event: StoredEvent) => fill(say.asked, by(event))

function agreed(kind: Kind, event: StoredEvent, note: string | null): Told {
  const lines = [fill(say.approved, by(event))]
  if (note !== null && note !== '') lines.push(fill(say.decidedNote, { text: note }))
  return { kind, asks: false, lines }
}

const declined = (kind: Kind, event: StoredEvent, note: string): Told => ({
  kind,
  asks: false,
  lines: [fill(say.refused, { ...by(event), note })],
})

function saidOf(event: StoredEvent, text: string): readonly string[] {
  return [fill(say.said, { ...by(event), text })]
}

function decisionOf(event: StoredEvent): Told | null {
  switch (event.type) {
    case 'extension-approved':
      return agreed('extension', event, event.data.note)
    case 'suspension-approved':
      return agreed('suspension', event, event.data.note)
    case 'exclusion-approved':
      return agreed('exclusion', event, event.data.note)
    case 'extension-refused':
      return declined('extension', event, event.data.note)
    case 'suspension-refused':
      return declined('suspension', event, event.data.note)
    case 'exclusion-refused':
      return declined('exclusion', event, event.data.note)
    case 'exclusion-answered':
      return { kind: 'exclusion', asks: false, lines: saidOf(event, event.data.text) }
    case 'reviewed':
      return { kind: 'suspension', asks: false, lines: [fill(say.reviewed, by(event))] }
    case 'supervision-answered': {
      const lines = [fill(say.answered, { ...by(event), text: event.data.reply })]
      return { kind: 'supervision', asks: false, lines }
    }
    default:
      return null
  }
}

function askingOf(event: StoredEvent): Told | null {
  switch (event.type) {
    case 'extension-requested': {
      const { until, reason } = event.data
      const what = [fill(say.until, { time: dateTime(until) }), fill(say.reason, { text: reason })]
      return { kind: 'extension', asks: true, lines: [asked(event), ...what] }
    }
    case 'suspension-requested': {
      const { reason, plan, reviewAt } = event.data
      const what = [
        fill(say.reason, { text: reason }),
        fill(say.plan, { text: plan }),
        fill(say.reviewAt, { time: dateTime(reviewAt) }),
      ]
      return { kind: 'suspension', asks: true, lines: [asked(event), ...what] }
    }
    case 'supervised': {
      const { order, replyDue } = event.data
      const what = [
        fill(say.order, { text: orderLabel(order) }),
        fill(say.replyDue, { time: dateTime(replyDue) }),
      ]
      return { kind: 'supervision', asks: true, lines: [asked(event), ...what] }
    }
    case 'exclusion-proposed': {
      const { ground, evidence } = event.data
      const what = [exclusionGroundLabels[ground], fill(say.evidence, { text: evidence })]
      return { kind: 'exclusion', asks: true, lines: [asked(event), ...what] }
    }
    default:
      return null
  }
}

/** Every request and order in a ticket's history with who decided or answered it, in the order asked. */
export function requestsIn(events: readonly StoredEvent[]): readonly Request[] {
  const found: { kind: Kind; lines: string[] }[] = []
  for (const event of events) {
    const told = askingOf(event) ?? decisionOf(event)
    if (told === null) continue
    if (told.asks) found.push({ kind: told.kind, lines: [...told.lines] })
    else found.findLast(({ kind }) => kind === told.kind)?.lines.push(...told.lines)
  }
  return found
}

/** Extensions, suspensions, supervision and exclusions of a ticket: asked by whom, decided by whom, until when. */
export function Requests({ events }: { readonly events: readonly StoredEvent[] }) {
  const found = requestsIn(events)
  if (found.length === 0) return null
  return (
    <section class="card" aria-labelledby="requests">
      <h2 id="requests">{say.requests}</h2>
      {found.map(({ kind, lines }) => (
        <>
          <h3>{say[kind]}</h3>
          {lines.map((line) => (
            <p class="detail">{line}</p>
          ))}
        </>
      ))}
    </section>
  )
}
