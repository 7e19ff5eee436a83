import type { Place, Routing } from '#routing/types.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { ConverseTools, Draft } from './types.ts'

/** One ticket to be: a problem with who answers for it and why. */
export type Planned = {
  readonly category: ComplaintCategoryId
  readonly secondary: readonly ComplaintCategoryId[]
  readonly classification: Draft['problems'][number]['classification']
  readonly routing: Routing
  /** Masked, as the ticket keeps it. */
  readonly place: Place
}

/**
 * The tickets a draft becomes: one per unit and clause that answers; problems that share both are one
 * ticket (how the bot talks, rule 4). Problems whose unit cannot be named yet are left out.
 */
export function plannedTickets(draft: Draft, tools: ConverseTools): Planned[] {
  const planned: Planned[] = []
  const { urgency } = draft
  const { text, place: common } = maskedFacts(draft, tools)
  for (const { category, classification, place: own } of draft.problems) {
    if (category === null) continue
    const place = own === undefined ? common : maskedPlace(own, tools)
    const routing = tools.route({ category, place, text, urgency, at: tools.now })
    if ('missing' in routing) continue
    const same = planned.findIndex(
      (one) => answersAlike(one.routing, routing) && isSamePlace(one.place, place),
    )
    const first = planned[same]
    if (first === undefined) {
      planned.push({ category, secondary: [], classification, routing, place })
    } else if (first.category !== category) {
      planned[same] = { ...first, secondary: [...first.secondary, category] }
    }
  }
  return planned
}

/** The words and the place as the ticket keeps them and units see them; what routing goes by, so that it can be asked again. */
export function maskedFacts(
  { texts, place }: Draft,
  tools: ConverseTools,
): { readonly text: string; readonly place: Place } {
  return { text: tools.mask(texts.join('\n')), place: maskedPlace(place, tools) }
}

/** A place as the ticket keeps it. */
export function maskedPlace(place: Place, { mask }: Pick<ConverseTools, 'mask'>): Place {
  const { spot, told } = place
  return { ...place, spot: spot && mask(spot), told: told && mask(told) }
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.town === b.town && a.village === b.village && a.spot === b.spot
}

function answersAlike(a: Routing, b: Routing): boolean {
  return (
    a.handler === b.handler &&
    a.clause.annex === b.clause.annex &&
    a.clause.task === b.clause.task &&
    a.clause.quote === b.clause.quote
  )
}
