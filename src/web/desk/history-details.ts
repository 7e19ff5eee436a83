import type { TicketEvent, TicketEventData, TicketEventType } from '#domain/ticket/events.ts'
import { dateTime } from '../format.ts'
import { categoryLabel, fill, orderLabel, placeLabel, unitLabel, unitList } from '../labels.ts'
import * as texts from '../texts.ts'

type Lines = readonly (string | null)[]
type Details = { readonly [T in TicketEventType]: (data: TicketEventData[T]) => Lines }

const say = texts.historyTexts
const nothing = (): Lines => []

/** A line when there is something to say. */
function when(line: string, slot: string, value: string | null): string | null {
  return value === null || value === '' ? null : fill(line, { [slot]: value })
}
const noteLine = (text: string | null) => when(say.note, 'text', text)
const timeLine = (line: string, at: number) => fill(line, { time: dateTime(at) })

function dispatchLines(data: TicketEventData['dispatched'], from: string | null): Lines {
  return [
    from,
    fill(say.to, { unit: unitLabel(data.handler) }),
    data.supporting.length === 0
      ? null
      : fill(say.supporting, { units: unitList(data.supporting) }),
    fill(say.decidedBy, { how: texts.deskTexts.decidedBy[data.decidedBy] }),
    noteLine(data.note),
  ]
}

function reopenReason(reason: string): string {
  const known: Readonly<Record<string, string>> = say.reopenReasons
  return known[reason] ?? reason
}

function erasedLabel(field: string): string {
  const known: Readonly<Record<string, string>> = texts.erasedLabels
  return known[field] ?? field
}

const details: Details = {
  opened: (d) => [
    fill(say.channel, { channel: texts.channelLabels[d.channel] }),
    fill(say.category, { category: categoryLabel(d.category) }),
    fill(say.place, { place: placeLabel(d.place) }),
  ],
  queued: (d) => [fill(say.queued, { reason: texts.queueLabels[d.reason] }), noteLine(d.note)],
  classified: (d) => [
    fill(say.category, { category: categoryLabel(d.category) }),
    noteLine(d.note),
  ],
  placed: (d) => [fill(say.place, { place: placeLabel(d.place) })],
  'urgency-set': (d) => [
    fill(say.urgency, { urgency: texts.urgencyLabels[d.urgency] }),
    noteLine(d.note),
  ],
  dispatched: (d) => dispatchLines(d, null),
  redispatched: (d) =>
    dispatchLines(d, d.from === null ? null : fill(say.from, { unit: unitLabel(d.from) })),
  referred: (d) => [fill(say.referredTo, { to: d.to }), noteLine(d.note)],
  merged: (d) => [fill(say.mergedInto, { number: d.intoNumber })],
  unmerged: (d) => [
    fill(say.unmergedFrom, { number: d.fromNumber }),
    d.note === null ? say.mainWithdrawn : noteLine(d.note),
  ],
  accepted: nothing,
  contacted: (d) => [
    fill(say.method, { method: texts.contactMethodLabels[d.method] }),
    noteLine(d.note),
  ],
  noted: (d) => [d.text],
  returned: (d) => [
    fill(say.round, { n: d.round }),
    fill(say.reason, { text: texts.returnReasonLabels[d.reason] }),
    noteLine(d.note),
    d.proposedUnit === null ? null : fill(say.proposed, { unit: unitLabel(d.proposedUnit) }),
    when(say.clause, 'text', d.clause),
  ],
  'return-upheld': (d) => [
    fill(say.to, { unit: unitLabel(d.handler) }),
    noteLine(d.note),
    when(say.clause, 'text', d.clause),
  ],
  'conference-called': (d) => [fill(say.units, { units: unitList(d.units) })],
  'units-added': (d) => [
    fill(say.units, { units: unitList(d.units) }),
    noteLine(d.note),
    d.due === null ? null : timeLine(say.due, d.due),
  ],
  'part-done': (d) => [unitLabel(d.unit), noteLine(d.note)],
  'citizen-asked': (d) => [fill(say.question, { text: d.question }), timeLine(say.due, d.until)],
  supplemented: (d) => [
    d.text,
    d.attachments.length === 0 ? null : fill(say.attachments, { n: d.attachments.length }),
    d.place === null ? null : fill(say.place, { place: placeLabel(d.place) }),
  ],
  'answer-overdue': nothing,
  'extension-requested': (d) => [
    timeLine(say.until, d.until),
    fill(say.reason, { text: d.reason }),
  ],
  'extension-approved': (d) => [timeLine(say.until, d.until), noteLine(d.note)],
  'extension-refused': (d) => [noteLine(d.note)],
  'suspension-requested': (d) => [
    fill(say.reason, { text: d.reason }),
    fill(say.plan, { text: d.plan }),
    timeLine(say.reviewAt, d.reviewAt),
  ],
  'suspension-approved': (d) => [timeLine(say.reviewAt, d.reviewAt), noteLine(d.note)],
  'suspension-refused': (d) => [noteLine(d.note)],
  reviewed: (d) => [noteLine(d.note)],
  urged: (d) => [d.text],
  supervised: (d) => [
    fill(say.order, { text: orderLabel(d.order) }),
    timeLine(say.due, d.replyDue),
  ],
  'supervision-answered': (d) => [d.reply],
  'whistle-opened': (d) => [
    fill(say.units, { units: unitList(d.units) }),
    fill(say.purpose, { text: d.purpose }),
    when(say.place, 'place', d.place),
    timeLine(say.due, d.due),
  ],
  'reported-in': (d) => [
    unitLabel(d.unit),
    `${say.how[d.how]}${d.late ? ` ${say.late}` : ''}`,
    noteLine(d.note),
  ],
  'whistle-part-done': (d) => [
    unitLabel(d.unit),
    d.done ? say.partDone : say.partNotDone,
    noteLine(d.note),
  ],
  'whistle-closed': (d) => [
    d.absent.length === 0 ? null : fill(say.absent, { units: unitList(d.absent) }),
    noteLine(d.note),
  ],
  resolved: (d) => [
    fill(say.publicReply, { text: d.publicReply }),
    when(say.internalNote, 'text', d.internalNote),
  ],
  'callback-started': (d) => [say.via[d.via]],
  'callback-reminded': (d) => [fill(say.attempt, { n: d.attempt })],
  'callback-attempted': (d) => [
    fill(say.attempt, { n: d.attempt }),
    d.reached ? say.reached : say.notReached,
    noteLine(d.note),
  ],
  rated: (d) => [
    d.contacted ? say.contactedYes : say.contactedNo,
    fill(say.solved, { text: texts.solvedLabels[d.solved] }),
    fill(say.satisfied, { text: texts.satisfiedLabels[d.satisfied] }),
    when(say.comment, 'text', d.comment),
  ],
  unreachable: nothing,
  reopened: (d) => [
    fill(say.round, { n: d.round }),
    fill(say.reason, { text: reopenReason(d.reason) }),
    timeLine(say.due, d.deadlines.solve),
  ],
  closed: (d) => [texts.closedLabels[d.reason]],
  withdrawn: (d) => [when(say.reason, 'text', d.reason)],
  'exclusion-proposed': (d) => [
    fill(say.ground, { text: texts.exclusionGroundLabels[d.ground] }),
    fill(say.evidence, { text: d.evidence }),
  ],
  'exclusion-answered': (d) => [d.text],
  'exclusion-approved': (d) => [noteLine(d.note)],
  'exclusion-refused': (d) => [noteLine(d.note)],
  warned: (d) => [
    fill(d.level === 'yellow' ? say.warnedYellow : say.warnedRed, {
      clock: texts.clockLabels[d.clock],
    }),
  ],
  escalated: (d) => [
    fill(say.escalated, { clock: texts.clockLabels[d.clock], role: texts.roleLabels[d.to] }),
  ],
  reminded: (d) => [
    fill(say.reminded, {
      clock: texts.sideClockLabels[d.clock],
      unit: unitLabel(d.unit),
      what: say.remindedWhat[d.level],
    }),
  ],
  erased: (d) => [fill(say.erased, { fields: d.fields.map(erasedLabel).join('、') })],
}

/** What an event says beyond its label, in plain Chinese, a line each. */
export function detailsOf(event: TicketEvent): readonly string[] {
  // Safe because the table has exactly one entry per event type.
  const lines = (details[event.type] as (data: TicketEvent['data']) => Lines)(event.data)
  return lines.filter((line): line is string => line !== null && line !== '')
}
