import { dayStart } from '#routing/calendar.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { understand } from '#intents/understand.ts'
import { dueAt } from '#routing/due.ts'
import { findPlaces } from '#routing/places/find.ts'
import { villages } from '#routing/places/villages.ts'
import { route } from '#routing/route.ts'
import type { Place } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import type { Channel } from '#domain/ticket/events.ts'
import type { TicketStatus } from '#domain/ticket/status.ts'
import { unitLabel } from '#app/tools/converse-tools.ts'
import { examplesOf } from '#cli/understanding/examples.ts'
import { dealt } from '#cli/dice.ts'
import type { Dice } from '#cli/dice.ts'
import { elsewhere, phrases, profile, vague } from './season-data.ts'
import { channels, courses, deskStages, hours, shown, unitStages } from './season-shares.ts'
import type { Course, Stage } from './season-shares.ts'
import { fillText } from '#cli/texts.ts'

/** A complaint as it comes in, and how its story goes. */
export type Story = {
  /** UTC milliseconds. */
  readonly at: number
  readonly category: ComplaintCategoryId
  readonly text: string
  /** Where it is, whether or not the text says so. */
  readonly place: Place
  readonly channel: Channel
  readonly course: Course
  /** The status in which nobody does anything further; null: worked to its end. */
  readonly halt: TicketStatus | null
}

export type SeasonGiven = {
  /** The season's end, UTC milliseconds. */
  readonly now: number
  readonly days: number
  /** Complaints besides those that show each stage of work. */
  readonly count: number
}

const hour = 3_600_000
const day = 24 * hour
const tries = 400
const mergedWithin = 14 * day

/**
 * A season of complaints that ends now, in the district's monthly profile, each from our own examples at a real
 * village of the gazetteer; the newest are halted so that every desk shows every stage of work. Oldest first.
 */
export function makeStories(dice: Dice, given: SeasonGiven): readonly Story[] {
  const draw = makeDraw(dice)
  const subjects = dice.shuffled(dealt(profile, given.count))
  const ways = dice.shuffled(dealt(courses, given.count))
  const doors = dice.shuffled(dealt(channels, given.count))
  const worked = subjects.map(({ category }, index): Story => {
    const course = ways[index]?.course ?? 'plain'
    const story = draw(category, villageOf(dice), course)
    const door = isReported(story.text) ? 'hotline' : (doors[index]?.channel ?? 'web-chat')
    const channel = course === 'alarm' ? 'alarm' : door
    return { ...story, at: momentIn(dice, given), channel, halt: null }
  })
  const staged = [
    ...Object.values(shown).flatMap((unit) =>
      unitStages.map((stage) => stagedStory(dice, draw, { stage, unit, now: given.now })),
    ),
    ...deskStages.map((stage) => stagedStory(dice, draw, { stage, unit: null, now: given.now })),
  ]
  return sameMatters([...worked, ...staged].sort((a, b) => a.at - b.at))
}

type Told = Pick<Story, 'category' | 'text' | 'place' | 'course'>
type Draw = (category: ComplaintCategoryId, place: Place, course: Course) => Told

/** Words for a complaint: every example once before any comes again. */
function makeDraw(dice: Dice): Draw {
  const decks = new Map<ComplaintCategoryId, string[]>()
  const example = (category: ComplaintCategoryId): string => {
    for (;;) {
      const deck = decks.get(category) ?? []
      const card = deck.pop() ?? null
      if (card !== null && namesNoPlace(card)) return card
      if (card === null) decks.set(category, dice.shuffled(examplesOf(category)))
    }
  }
  return (category, place, course) => {
    const common = { place, course }
    if (course === 'referred') return { ...common, category, text: dice.pick(elsewhere).text }
    if (course === 'placeless') return { ...common, category, text: example(category) }
    if (course !== 'unsure')
      return { ...common, category, text: at(dice, place, example(category)) }
    const alike = vague.filter((one) => isNoise(one.category) === isNoise(category))
    const unclear = dice.pick(alike)
    return { ...common, category: unclear.category, text: at(dice, place, unclear.text) }
  }
}

function isNoise(category: ComplaintCategoryId): boolean {
  return category.endsWith('noise')
}

function namesNoPlace(text: string): boolean {
  const { town, candidates, outside } = findPlaces(text)
  return town === null && candidates.length === 0 && outside === null
}

function at(dice: Dice, { town, village }: Place, text: string): string {
  const label = town === null ? '' : unitLabel(town)
  return fillText(dice.pick(phrases.openings), { town: label, village: village ?? '', text })
}

const weightedVillages = villages.map((one) => ({
  ...one,
  weight: one.kind === 'community' ? 3 : 1,
}))

function villageOf(dice: Dice, town: string | null = null): Place {
  const among = weightedVillages.filter((one) => town === null || one.town === town)
  const found = dice.weighted(among)
  return { town: found.town, village: found.name, spot: null, told: null, coordinates: null }
}

/** Written down by an operator, in the third person. */
function isReported(text: string): boolean {
  return phrases.callerWords.some((word) => text.includes(word))
}

/** A moment of the season: any day, more in the evening. */
function momentIn(dice: Dice, { now, days }: SeasonGiven): number {
  const evening = dice.weighted(hours.map((weight, index) => ({ weight, index }))).index
  const midnight = dayStart(now) - dice.below(days + 1) * day
  const moment = midnight + evening * hour + Math.floor(dice.between(0, hour))
  return moment < now ? moment : moment - day
}

type Wanted = { readonly stage: Stage; readonly unit: UnitId | null; readonly now: number }

/** A complaint of the ordinary class of urgency that stands at this stage now, with this unit. */
function stagedStory(dice: Dice, draw: Draw, { stage, unit, now }: Wanted): Story {
  const { course, halt, clock, share } = stage
  const moment = now - Math.round(share * dueAt(clock, 'general', 0))
  for (let left = tries; left > 0; left -= 1) {
    const place = villageOf(dice, unit?.startsWith('110118') ? unit : null)
    const told = draw(dice.weighted(profile).category, place, course)
    const fits = isOrdinary(told.text) && standsThere(told, moment, unit)
    const channel = halt === 'resolved' ? 'web-chat' : dice.pick(channels.slice(0, 2)).channel
    if (fits) return { ...told, at: moment, channel, halt }
  }
  throw new Error(`no complaint for ${unit ?? 'the desk'} at stage ${halt}`)
}

function isOrdinary(text: string): boolean {
  return !isReported(text) && understand(text).urgency === 'general'
}

/** With the unit wanted; a complaint without a place, with none. */
function standsThere(told: Told, moment: number, unit: UnitId | null): boolean {
  const { category, text, course } = told
  const place = course === 'placeless' ? { ...told.place, town: null } : told.place
  const routed = route({ category, place, text, urgency: 'general', at: moment })
  if (course === 'placeless') return 'missing' in routed
  return unit === null || ('handler' in routed && routed.handler === unit)
}

/** What will be merged speaks of the same place as an earlier complaint of its category. */
function sameMatters(stories: readonly Story[]): readonly Story[] {
  return stories.map((story, index) => {
    if (story.course !== 'merged' && story.course !== 'unmerged') return story
    const same = stories
      .slice(0, index)
      .findLast((one) => one.category === story.category && one.course === 'plain')
    if (same === undefined || story.at - same.at > mergedWithin)
      return { ...story, course: 'plain' }
    const named = story.place.village ?? ''
    const town = story.place.town === null ? '' : unitLabel(story.place.town)
    const text = story.text
      .replace(town, same.place.town === null ? '' : unitLabel(same.place.town))
      .replace(named, same.place.village ?? '')
    return { ...story, place: same.place, text }
  })
}
