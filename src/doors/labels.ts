import { categories } from '#intents/categories/index.ts'
import type { CategoryId, ComplaintCategoryId } from '#intents/categories/index.ts'
import { sentenceOf } from '#routing/plan/index.ts'
import { recognisedIn, toldBeyond } from '#routing/places/in-words.ts'
import type { PlaceWords } from '#routing/places/in-words.ts'
import type { Clause } from '#routing/types.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import type { CallbackWish } from '#domain/ticket/events.ts'
import { annexLabels, callbackWishTexts } from './label-tables.ts'
import { words } from './words.ts'
import { fill } from '#app/tools/fill.ts'
import { opensTicket } from '#intents/opens-ticket.ts'

export { fill }

const categoryNames = new Map<string, string>(categories.map((one) => [one.id, one.label]))
const unitNames = new Map<string, string>(units.map((one) => [one.id, one.label]))

/** A category's Chinese label; its id when unknown. */
export function categoryLabel(id: CategoryId | null): string {
  return id === null ? words.notClassified : (categoryNames.get(id) ?? id)
}

/** A label without its bracketed explanation, for narrow places. */
export function shortCategory(id: CategoryId | null): string {
  return categoryLabel(id).replace(/（.*）$/u, '')
}

/** A unit's Chinese label; its id when unknown. */
export function unitLabel(id: UnitId): string {
  return unitNames.get(id) ?? id
}

/** Units by name, joined. */
export function unitList(ids: readonly UnitId[]): string {
  return ids.length === 0 ? words.none : ids.map(unitLabel).join('、')
}

/** Township, village and spot in one line, with the words it was told in when they say more. */
export function placeLabel(place: PlaceWords): string {
  const known = recognisedIn(place) || words.notPlaced
  const told = toldBeyond(place)
  return told === null ? known : fill(words.placeTold, { place: known, told })
}

/** What an order of supervision asks; the house's own has no words in history. */
export function orderLabel(order: string): string {
  return order === '' ? words.houseOrder : order
}

/** How a caller wants to be called back. */
export function wishLabel({ ask, hours }: CallbackWish): string {
  if (!ask) return callbackWishTexts.none
  return hours === null ? callbackWishTexts.call : fill(callbackWishTexts.hours, { hours })
}

/** Attachment and task of the plan in a few words. */
export function clauseLabel(clause: Pick<Clause, 'annex' | 'task'>): string {
  return fill(words.partOf, { annex: annexLabels[clause.annex], task: clause.task })
}

/** The sentence of the plan a clause cites. */
export function clauseSentence(clause: Clause): string {
  return sentenceOf(clause)
}

/** Categories a ticket may carry, in the order of the data. */
export const ticketCategories: readonly {
  readonly id: ComplaintCategoryId
  readonly label: string
}[] = categories.flatMap(({ id, label }) => (opensTicket(id) ? [{ id, label }] : []))

export const towns = units.flatMap((one) =>
  one.kind === 'town' || one.kind === 'park' ? [{ id: one.id, label: one.label }] : [],
)
