import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { Coordinates, Place } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'

/**
 * Whose words a field holds, or that it tells who somebody is. From this alone follow masking, hiding on a ticket
 * of secrecy and erasing. `nothing`: values of closed lists, numbers, times, units.
 */
export type Holds = 'citizen' | 'staff' | 'place' | 'name' | 'identity' | 'nothing'

export type KindName =
  | 'text'
  | 'line'
  | 'choice'
  | 'yes-no'
  | 'unit'
  | 'units'
  | 'moment'
  | 'count'
  | 'id'
  | 'ticket-number'
  | 'half-day'
  | 'whistle'
  | 'colleague'
  | 'category'
  | 'coordinates'
  | 'place'
  | 'object'
  | 'list'
  | 'rules'

declare const value: unique symbol

/**
 * What a field of a command or an event is. Pure data: how it is asked in a form, read from the API, shown in
 * history, masked and erased is looked up by it. `T`: its value.
 */
export type Kind<T = unknown, O extends boolean = boolean> = {
  readonly is: KindName
  readonly holds: Holds
  readonly nullable: boolean
  /** May be absent. */
  readonly optional: O
  /** Of 'choice': the list's name, by which its Chinese is found, and its values. */
  readonly list?: ChoiceList
  readonly options?: readonly string[]
  /** Of 'object' and 'place'. */
  readonly fields?: Fields
  /** Of 'list'. */
  readonly items?: Kind
  readonly [value]?: T
}

export type Fields = { readonly [name: string]: Kind }
type ValueOf<K> = K extends Kind<infer T> ? T : never

type OptionalKeys<F extends Fields> = {
  [N in keyof F]: F[N] extends Kind<unknown, true> ? N : never
}[keyof F]

/** The data that fields describe. */
export type DataOf<F extends Fields> = {
  readonly [N in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[N]>
} & { readonly [N in OptionalKeys<F>]?: ValueOf<F[N]> }

/** Every field of a type declared: a new one does not compile without its kind. */
export type FieldsOf<T> = { readonly [N in keyof T]-?: Kind<Exclude<T[N], undefined>> }

/** Closed lists a field may choose from. */
export type ChoiceList =
  | 'urgency'
  | 'contact-method'
  | 'return-reason'
  | 'report-how'
  | 'solved'
  | 'satisfied'
  | 'who-answered'
  | 'call-way'
  | 'exclusion-ground'
  | 'give-up'
  | 'callback-way'
  | 'channel'
  | 'queue-reason'
  | 'closed-reason'
  | 'decided-by'
  | 'clock'
  | 'side-clock'
  | 'alarm-level'
  | 'ticket-kind'
  | 'closing-fault'

function kind<T>(is: KindName, holds: Holds, more: Partial<Kind> = {}): Kind<T, false> {
  return { is, holds, nullable: false, optional: false, ...more } as Kind<T, false>
}

/** Free text of several lines, by whose words it holds. */
export const words = {
  ofCitizen: kind<string>('text', 'citizen'),
  ofStaff: kind<string>('text', 'staff'),
} as const
/** Free text of one line. */
export const line = {
  ofCitizen: kind<string>('line', 'citizen'),
  ofStaff: kind<string>('line', 'staff'),
} as const

export const yesNo = kind<boolean>('yes-no', 'nothing')
export const unit = kind<UnitId>('unit', 'nothing')
export const units = kind<readonly UnitId[]>('units', 'nothing')
export const category = kind<ComplaintCategoryId>('category', 'nothing')
/** UTC milliseconds. */
export const moment = kind<number>('moment', 'nothing')
export const count = kind<number>('count', 'nothing')
/** An id the house or a source gave; nothing a person wrote. */
export const id = kind<string>('id', 'nothing')
/** Leads to a person: nothing to read in it, but it goes when the person is erased. */
export const identity = kind<string>('id', 'identity')
export const ticketNumber = kind<string>('ticket-number', 'nothing')
/** 20261123-am */
export const halfDay = kind<string>('half-day', 'nothing')
/** An open whistle of the ticket. */
export const whistleId = kind<string>('whistle', 'nothing')
/** An account of the same unit. */
export const colleague = kind<string>('colleague', 'nothing')
/** A staff member's name, from their account. */
export const staffName = kind<string>('id', 'nothing')
/** A file's name: often somebody's. */
export const fileName = kind<string>('line', 'name')
const coordinates = kind<Coordinates>('coordinates', 'place')

/** The same, or null. */
export function maybe<T>(of: Kind<T, false>): Kind<T | null, false> {
  return { ...of, nullable: true } as Kind<T | null, false>
}

/** The same, or absent. */
export function optional<T>(of: Kind<T, false>): Kind<T, true> {
  return { ...of, optional: true } as Kind<T, true>
}

/** One of a closed list. */
export function choice<const T extends string>(
  list: ChoiceList,
  options: readonly T[],
): Kind<T, false> {
  return kind<T>('choice', 'nothing', { list, options })
}

export function object<T extends object>(fields: FieldsOf<T>): Kind<T, false> {
  return kind<T>('object', 'nothing', { fields: fields as Fields })
}

export function list<T>(items: Kind<T, false>): Kind<readonly T[], false> {
  return kind<readonly T[]>('list', 'nothing', { items })
}

/** What the rules made of it: no words of anybody. */
export function rules<T>(): Kind<T, false> {
  return kind<T>('rules', 'nothing')
}

/** A place: recognised names are public, what was said beyond them is personal. */
export const place = kind<Place>('place', 'nothing', {
  fields: {
    town: maybe(id),
    village: maybe(id),
    spot: maybe(kind<string>('line', 'place')),
    told: maybe(kind<string>('line', 'place')),
    coordinates: maybe(coordinates),
  } satisfies Record<keyof Place, Kind>,
})
/** The spot of a place where it stands alone. */
export const spot = maybe(kind<string>('line', 'place'))
