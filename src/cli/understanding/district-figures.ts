import { decide } from '#cli/explain/decision.ts'
import type { Decision } from '#cli/explain/decision.ts'
import type { Labelled } from './labelled.ts'

/** Shares of right answers on messages from the district, over those for which people gave the answer. */
export type DistrictFigures = {
  readonly n: number
  readonly category: number
  readonly township: number
  readonly village: number
  readonly handler: number
  /** Of what opens no ticket: left unopened. */
  readonly unopened: number
}

export type DistrictMessage = { readonly label: Labelled; readonly said: Decision }

/** Messages with a township, each with what is said of it. `at`: UTC milliseconds, since rules have dates. */
export function decideDistrict(messages: readonly Labelled[], at: number): DistrictMessage[] {
  return messages
    .filter(({ town }) => town !== undefined)
    .map((label) => ({ label, said: decide(label.text, at) }))
}

/** How often category, place and unit are right. A share of nothing is 1. */
export function districtFigures(judged: readonly DistrictMessage[]): DistrictFigures {
  const inVillage = judged.filter(({ label }) => typeof label.village === 'string')
  const handled = judged.filter(({ label }) => typeof label.handler === 'string')
  const none = judged.filter(({ label }) => label.handler === null)
  return {
    n: judged.length,
    category: share(judged, ({ label, said }) => said.category === label.primary),
    township: share(judged, ({ label, said }) => said.place?.town === label.town),
    village: share(inVillage, ({ label, said }) => said.place?.village === label.village),
    handler: share(handled, ({ label, said }) => said.route?.handler === label.handler),
    unopened: share(none, ({ said }) => said.route === null),
  }
}

function share(
  list: readonly DistrictMessage[],
  isRight: (one: DistrictMessage) => boolean,
): number {
  return list.length === 0 ? 1 : list.filter(isRight).length / list.length
}
