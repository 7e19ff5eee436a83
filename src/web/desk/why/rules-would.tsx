import { readComplaint } from '#app/dispatching/read-complaint.ts'
import type { ReadComplaint } from '#app/dispatching/read-complaint.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { clauseLabel, fill, placeLabel, shortCategory, unitLabel } from '#doors/labels.ts'
import { whyTexts } from './texts.ts'

/** What the rules make of a text, in sentences: the place it names, how sure they are, the unit that would follow. */
export function rulesSay({ understanding, place, routing }: ReadComplaint): readonly string[] {
  const { abstain, category } = understanding.classification
  return [
    placeSaid(place),
    abstain ? whyTexts.rulesUnsure : null,
    routingSaid(category, routing),
  ].filter((line) => line !== null)
}

function placeSaid(place: ReadComplaint['place']): string | null {
  if (place.outside !== null) return fill(whyTexts.placeOutside, { place: place.outside })
  if (place.candidates.length > 0) {
    const places = place.candidates.map((one) => placeLabel({ ...one, spot: null })).join(' / ')
    return fill(whyTexts.placeMaybe, { places })
  }
  return place.town === null ? null : fill(whyTexts.placeSaid, { place: placeLabel(place) })
}

type CategoryId = ReadComplaint['understanding']['classification']['category']

function routingSaid(id: CategoryId, routing: ReadComplaint['routing']): string {
  const category = shortCategory(id)
  if (routing === null) return fill(whyTexts.rulesOutside, { category })
  if ('missing' in routing) return fill(whyTexts.rulesNeedTown, { category })
  const unit = unitLabel(routing.handler)
  return fill(whyTexts.rulesWould, { category, unit, clause: clauseLabel(routing.clause) })
}

type RulesWouldProps = { readonly ticket: Ticket; readonly now: number }

/** For the dispatcher: what the rules would do with the complaint's words today. */
export function RulesWould({ ticket, now }: RulesWouldProps) {
  const { text } = ticket.opened
  if (text === '') return null
  return (
    <section class="notice" aria-label={whyTexts.rulesNow}>
      {rulesSay(readComplaint(text, now)).map((line) => (
        <p>{line}</p>
      ))}
    </section>
  )
}
