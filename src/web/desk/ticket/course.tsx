import type { StoredEvent } from '#domain/ticket/events.ts'
import { dateTime } from '#doors/format.ts'
import { fill, unitLabel, unitList } from '#doors/labels.ts'
import { returnReasonLabels } from '#doors/label-tables.ts'
import { ticketMoreTexts } from './texts.ts'
import { whyTexts } from '#web/desk/why/texts.ts'

const say = ticketMoreTexts.course

function returnLine(event: Extract<StoredEvent, { readonly type: 'returned' }>): string {
  const { reason, note, proposedUnit, clause } = event.data
  const unit = event.by.unit === null ? '' : unitLabel(event.by.unit)
  const time = dateTime(event.at)
  const parts = [fill(say.back, { time, unit, reason: returnReasonLabels[reason], note })]
  if (clause !== null) parts.push(fill(say.basis, { text: clause }))
  if (proposedUnit !== null) parts.push(fill(say.proposes, { unit: unitLabel(proposedUnit) }))
  return parts.join('，')
}

function lineOf(event: StoredEvent): string | null {
  const time = dateTime(event.at)
  switch (event.type) {
    case 'dispatched':
    case 'redispatched': {
      const { handler, decidedBy } = event.data
      return fill(say.to, { time, unit: unitLabel(handler), how: whyTexts.decidedBy[decidedBy] })
    }
    case 'returned':
      return returnLine(event)
    case 'return-upheld': {
      const { handler, note } = event.data
      return fill(say.upheld, { time, unit: unitLabel(handler), note })
    }
    case 'conference-called':
      return fill(say.conference, { time, units: unitList(event.data.units) })
    default:
      return null
  }
}

/** How a ticket went to and fro, once it has come back: every dispatch, return and decision in order. */
export function Course({ events }: { readonly events: readonly StoredEvent[] }) {
  if (!events.some(({ type }) => type === 'returned')) return null
  const lines = events.map(lineOf).filter((line) => line !== null)
  return (
    <>
      <h3>{ticketMoreTexts.returns}</h3>
      <ol class="course">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
    </>
  )
}
