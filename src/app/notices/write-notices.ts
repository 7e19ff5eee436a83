import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import { audiencesOfUnit } from '#app/people/unmanned.ts'
import type { Ctx } from '#app/ctx.ts'
import { matters } from '#domain/notices/matters.ts'
import { noticeClocks, noticeTexts } from './notice-texts.ts'
import type { StaffItem, StaffMessage, StoredNotice } from './notices-port.ts'
import { timeInWords } from '#app/tools/time.ts'
import { categoryLabel, unitLabel } from '#app/tools/converse-tools.ts'
import { fill } from '#app/tools/fill.ts'

type Written = Pick<StaffMessage, 'subject' | 'lines' | 'items'>

/**
 * Notices as one message, a block of lines each. What leaves the house: number, category, place to the village,
 * deadline, link; of a secret report nothing but the number and the deadline. `unit`: the reader's own; what is meant
 * for another, which has nobody, says so.
 */
export function writeNotices(
  ctx: Ctx,
  notices: readonly StoredNotice[],
  unit: UnitId | null,
): Written {
  const [first] = notices
  const subject =
    notices.length === 1 && first !== undefined
      ? fill(noticeTexts.one, { what: saying(first), number: first.facts.number })
      : fill(noticeTexts.many, { n: notices.length })
  return {
    subject: notices.some(isUrgent) ? noticeTexts.urgent + subject : subject,
    lines: notices.map((notice) => blockOf(ctx, notice, unit)),
    items: notices.map((notice) => itemOf(ctx, notice)),
  }
}

function isUrgent({ facts }: StoredNotice): boolean {
  return facts.urgency === 'urgent'
}

/** What a notice says outside the house. */
function saying({ facts, matter }: StoredNotice): string {
  return facts.secrecy ? noticeTexts.secret : matters[matter].text
}

function blockOf(ctx: Ctx, notice: StoredNotice, unit: UnitId | null): string {
  const { facts } = notice
  const { category } = facts
  const what = [category === null ? '' : categoryLabel(category), placeOf(notice)]
  return [
    `${facts.number} ${isUrgent(notice) ? noticeTexts.urgent : ''}${saying(notice)}`,
    what.filter((part) => part !== '').join(' '),
    insteadOf(notice, unit),
    dueOf(notice),
    ticketUrl(ctx, facts.number),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** Whose notice it is where it is not the reader's own unit's: that unit has nobody. Empty for one's own. */
export function insteadOf(
  { audience }: Pick<StoredNotice, 'audience'>,
  own: UnitId | null,
): string {
  const meant = units.find(({ id }) => audiencesOfUnit(id).includes(audience))
  if (meant === undefined || meant.id === own) return ''
  return fill(noticeTexts.insteadOf, { unit: meant.label })
}

/** Township and village, never the spot. */
export function placeOf({ facts }: Pick<StoredNotice, 'facts'>): string {
  const { town, village } = facts
  return [town === null ? '' : unitLabel(town), village ?? ''].filter((one) => one !== '').join(' ')
}

/** What has to be done by when, in words; empty when nothing has. */
export function dueOf({ facts }: Pick<StoredNotice, 'facts'>): string {
  if (facts.due === null) return ''
  const { clock, at } = facts.due
  return fill(noticeTexts.due, { clock: noticeClocks[clock], time: timeInWords(at) })
}

function itemOf(ctx: Ctx, notice: StoredNotice): StaffItem {
  const { facts, matter, at } = notice
  const place = placeOf(notice)
  return {
    number: facts.number,
    kind: facts.secrecy ? null : matters[matter].kind,
    matter: facts.secrecy ? null : matter,
    category: facts.category,
    place: place === '' ? null : place,
    due: facts.due,
    at,
    url: ticketUrl(ctx, facts.number),
  }
}

/** The desk's page of a ticket, whole when the house knows its own address. */
function ticketUrl(ctx: Ctx, number: string): string {
  return deskUrl(ctx, `/desk/tickets/${number}`)
}

/** A page of the desk as people outside reach it. */
function deskUrl({ outgoing }: Ctx, path: string): string {
  return `${outgoing?.url ?? ''}${path}`
}
