import type { StoredEvent, TicketEvent } from '#domain/ticket/events.ts'
import { dateTime } from './format.ts'
import { fill, unitLabel, unitList } from './labels.ts'
import { contactMethodLabels, exclusionGroundLabels } from './label-tables.ts'
import { mediaTexts } from './media-texts.ts'
import { trackTexts } from './track-texts.ts'
import { words } from './words.ts'

type Step = keyof typeof trackTexts.publicSteps
type Slots = Readonly<Record<string, string>>
type Event<T extends Step> = Extract<TicketEvent, { readonly type: T }>

const none = (): Slots => ({})
const ofUnit = ({ by }: TicketEvent): Slots => ({
  unit: by.unit === null ? words.unknown : unitLabel(by.unit),
})

// What the unit says for itself is not the citizen's to read; their own words are.
const ofExclusion = ({ by, data }: Event<'exclusion-answered'>): Slots =>
  by.unit === null
    ? { who: trackTexts.you, text: `：${data.text}` }
    : { who: unitLabel(by.unit), text: '' }

/** What of each event a citizen reads. An event that is not here is the house's own business. */
const slots: { readonly [T in Step]: (event: Event<T>) => Slots } = {
  opened: none,
  queued: none,
  dispatched: ({ data }) => ({ unit: unitLabel(data.handler) }),
  redispatched: ({ data }) => ({ unit: unitLabel(data.handler) }),
  accepted: ofUnit,
  contacted: (event) => ({ ...ofUnit(event), method: contactMethodLabels[event.data.method] }),
  'citizen-asked': ({ data }) => ({ text: data.question }),
  supplemented: ({ data }) => ({ text: data.text || sent(data.attachments.length) }),
  'extension-approved': ({ data }) => ({ time: dateTime(data.until) }),
  'suspension-approved': ({ data }) => ({ time: dateTime(data.reviewAt) }),
  reviewed: none,
  urged: none,
  'units-added': ({ data }) => ({ unit: unitList(data.units) }),
  resolved: ({ data }) => ({ text: data.publicReply }),
  'callback-started': none,
  rated: none,
  reopened: none,
  closed: none,
  withdrawn: none,
  referred: ({ data }) => ({ text: data.to }),
  merged: ({ data }) => ({ text: data.intoNumber }),
  unmerged: none,
  supervised: none,
  'exclusion-proposed': ({ data }) => ({ text: exclusionGroundLabels[data.ground] }),
  'exclusion-answered': ofExclusion,
  'exclusion-approved': none,
  'exclusion-refused': none,
}

/** A ticket's history as its citizen sees it, newest first: no internal notes, no staff names. */
export function publicSteps(
  events: readonly StoredEvent[],
): readonly { readonly at: number; readonly text: string }[] {
  return events.filter(isPublic).map(stepOf).reverse()
}

function isPublic(event: StoredEvent): event is StoredEvent & { readonly type: Step } {
  return Object.hasOwn(slots, event.type)
}

function stepOf(event: StoredEvent & { readonly type: Step }) {
  // Safe because the table gives each type the function for its own events.
  const slotsOf = slots[event.type] as (event: TicketEvent) => Slots
  return { at: event.at, text: fill(trackTexts.publicSteps[event.type], slotsOf(event)) }
}

/** A supplement without words: how many files it had; a place alone says nothing here. */
function sent(files: number): string {
  return files === 0 ? '' : fill(mediaTexts.ofTicket, { n: files })
}
