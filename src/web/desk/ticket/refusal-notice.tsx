import type { CategoryId } from '#intents/categories/index.ts'
import { unitId } from '#app/tools/ids.ts'
import { closingFaults } from '#domain/ticket/closing-check.ts'
import type { StoredEvent } from '#domain/ticket/events.ts'
import type { Refusal } from '#domain/refusal.ts'
import { dateTime } from '#doors/format.ts'
import { closingFaultLabels } from '#doors/label-tables.ts'
import { categoryLabel, fill, unitLabel } from '#doors/labels.ts'
import { refusalText } from '#doors/refusals.ts'
import { anyFieldLabel } from '#web/desk/steps/step-words.ts'
import { History } from './history.tsx'
import { stepTexts } from '#web/desk/steps/texts.ts'
import { ticketTexts } from './texts.ts'

/** Why a step was refused and what to do next: the fields at fault and the limits, where they are known. */
function refusalDetails({ refused, params }: Refusal): readonly string[] {
  const fields = String(params['fields'] ?? '')
    .split(', ')
    .flatMap((name) => anyFieldLabel(name.split('.')[0] ?? '') ?? [])
  const lines: string[] = []
  if (fields.length > 0) {
    lines.push(fill(stepTexts.checkFields, { fields: fields.join('、') }))
  }
  if (typeof params['latest'] === 'number') {
    lines.push(fill(ticketTexts.latest, { time: dateTime(params['latest']) }))
  }
  if (refused === 'too-late' && typeof params['until'] === 'number' && params['until'] > 0) {
    lines.push(fill(ticketTexts.limitWas, { time: dateTime(params['until']) }))
  }
  return refused === 'unproven' ? [...lines, ...faultsFound(params)] : lines
}

/** What the check before closing found, with the problems or units each is about. */
function faultsFound(params: Refusal['params']): readonly string[] {
  return closingFaults.flatMap((fault) => {
    const of = params[fault]
    if (of === undefined) return []
    const label = closingFaultLabels[fault]
    return of === '' ? [label] : [`${label}：${namesOf(String(of))}`]
  })
}

/** Ids of units and categories by their names. */
function namesOf(ids: string): string {
  return ids
    .split(',')
    .map((id) => {
      const unit = unitId.safeParse(id)
      // Safe because the check names nothing but units and categories.
      return unit.success ? unitLabel(unit.data) : categoryLabel(id as CategoryId)
    })
    .join('、')
}

/** What was typed: still in its form, or, when that form is no longer offered, the words themselves. */
export type Kept = 'nothing' | 'in-form' | readonly string[]

function KeptWords({ kept }: { readonly kept: Kept }) {
  if (kept === 'nothing') return null
  if (kept === 'in-form') return <p>{ticketTexts.keptInput}</p>
  return (
    <>
      <p>{ticketTexts.keptWords}</p>
      {kept.map((text) => (
        <blockquote>{text}</blockquote>
      ))}
    </>
  )
}

type RefusalNoticeProps = {
  readonly refusal: Refusal
  readonly events: readonly StoredEvent[]
  /** The last event the person had seen. */
  readonly seen: number | null
  readonly kept: Kept
}

/** Above the ticket after a refused step; tells a second person what the first one did. */
export function RefusalNotice({ refusal, events, seen, kept }: RefusalNoticeProps) {
  const later =
    refusal.refused === 'changed-meanwhile' && seen !== null
      ? events.filter((event) => event.seq > seen)
      : []
  return (
    <div class="notice bad" role="alert">
      <h2>{ticketTexts.notDone}</h2>
      <p>{refusalText(refusal)}</p>
      {refusalDetails(refusal).map((line) => (
        <p>{line}</p>
      ))}
      {later.length === 0 ? null : (
        <>
          <h3>{ticketTexts.changed}</h3>
          <p>{ticketTexts.changesSince}</p>
          <History events={later} newAfter={0} />
        </>
      )}
      <KeptWords kept={kept} />
    </div>
  )
}
