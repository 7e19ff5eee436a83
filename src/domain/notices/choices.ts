import { dayStart } from '#routing/calendar.ts'
import type { Urgency } from '#intents/types.ts'
import { matters } from './matters.ts'
import type { NoticeKind, NoticeMatter } from './matters.ts'

/** When a kind is told outside the desk: at once, on the hour, once a day, never. */
export const noticeModes = ['now', 'hourly', 'daily', 'off'] as const
export type NoticeMode = (typeof noticeModes)[number]

/** What somebody, or a group, wants to be told and when. Times of day are minutes after midnight in Beijing. */
export type NoticeChoices = {
  /** A kind left out follows the default. */
  readonly modes: Readonly<Partial<Record<NoticeKind, NoticeMode>>>
  readonly dailyAt: number
  /** Nothing but what is urgent goes out from `from` until `to`, also over midnight; null: at any hour. */
  readonly quiet: { readonly from: number; readonly to: number } | null
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What presses is told at once, the rest is gathered. */
export const defaultModes = {
  dispatched: 'now',
  part: 'now',
  whistle: 'now',
  urged: 'now',
  supplemented: 'hourly',
  yellow: 'hourly',
  red: 'now',
  escalated: 'now',
  supervised: 'now',
  reopened: 'now',
  'return-decided': 'hourly',
  'request-decided': 'hourly',
  conference: 'now',
  ended: 'daily',
  'to-dispatch': 'hourly',
  'to-decide': 'hourly',
} as const satisfies Record<NoticeKind, NoticeMode>

export const defaultChoices: NoticeChoices = {
  modes: {},
  dailyAt: 8 * 60 + 30,
  quiet: { from: 22 * 60, to: 7 * 60 },
}

/** The mode that holds for a kind. */
export function modeOf({ modes }: NoticeChoices, kind: NoticeKind): NoticeMode {
  return modes[kind] ?? defaultModes[kind]
}

/**
 * When a notice of `at` goes out, UTC milliseconds, never before `at`; null when it is not wanted. What concerns
 * an urgent ticket keeps its mode but knows no quiet hours.
 */
export function leavesAt(
  choices: NoticeChoices,
  notice: { readonly matter: NoticeMatter; readonly at: number; readonly urgency: Urgency },
): number | null {
  const mode = modeOf(choices, matters[notice.matter].kind)
  if (mode === 'off') return null
  return quietUntil(choices, modeTime(mode, notice.at, choices.dailyAt), notice.urgency)
}

/** The same moment, or the end of the quiet hours it lies in. Times are UTC milliseconds. */
export function quietUntil({ quiet }: NoticeChoices, at: number, urgency: Urgency): number {
  return urgency === 'urgent' ? at : afterQuiet(quiet, at)
}

function modeTime(mode: Exclude<NoticeMode, 'off'>, at: number, dailyAt: number): number {
  switch (mode) {
    case 'now':
      return at
    case 'hourly':
      return Math.ceil(at / hour) * hour
    case 'daily':
      return nextTimeOfDay(at, dailyAt)
  }
}

function afterQuiet(quiet: NoticeChoices['quiet'], at: number): number {
  if (quiet === null) return at
  const { from, to } = quiet
  const now = at - dayStart(at)
  const [start, end] = [from * minute, to * minute]
  const inside = start <= end ? now >= start && now < end : now >= start || now < end
  return inside ? nextTimeOfDay(at, to) : at
}

/** The first moment not before `at` at which it is so many minutes after midnight in Beijing. */
function nextTimeOfDay(at: number, minutes: number): number {
  const today = dayStart(at) + minutes * minute
  return today >= at ? today : today + day
}
