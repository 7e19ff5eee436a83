import { isTown } from '#domain/ticket/whistling.ts'
import type { UnitId } from '#routing/units.ts'
import { phrases } from './season-data.ts'
import { chances } from './season-shares.ts'
import { after, atWork, handlerOf, hour } from './simulate-steps.ts'
import type { Work } from './simulate-steps.ts'

/** The township calls bureaus to the spot; most report in and do their part; it closes the whistle. */
export function blowWhistle(work: Work): void {
  const { life, dice, crew, newId } = work
  const bureaus: readonly UnitId[] = life.ticket().supporting.filter((unit) => !isTown(unit))
  const called = bureaus.length === 0 ? (['city-enforcement'] as const) : bureaus.slice(0, 2)
  const whistleId = newId()
  const blown = atWork(work, after(work, hour, 5 * hour))
  life.act(blown, handlerOf(work), {
    type: 'whistle',
    whistleId,
    units: called,
    purpose: phrases.whistlePurpose,
    place: life.ticket().place.village,
    due: blown + 24 * hour,
  })
  const came = called.filter(() => dice.chance(chances.reportsIn))
  for (const unit of came) {
    const how = dice.pick(['on-site', 'on-site', 'online'] as const)
    const note = dice.pick(phrases.reports)
    const command = { type: 'report-in', whistleId, how, note } as const
    life.act(atWork(work, after(work, hour, 12 * hour)), crew.officer(unit), command)
  }
  for (const unit of came) {
    const note = dice.pick(phrases.whistleParts)
    const command = { type: 'finish-whistle-part', whistleId, done: true, note } as const
    life.act(atWork(work, after(work, hour, 6 * hour)), crew.officer(unit), command)
  }
  const command = { type: 'close-whistle', whistleId, note: phrases.whistleClosed } as const
  life.act(atWork(work, after(work, hour, 20 * hour)), handlerOf(work), command)
}
