import { mattersIn } from '#app/tickets/matters-in.ts'
import { masks } from '#app/tickets/plan-change.ts'
import { changedWords } from '#app/tickets/searched-words.ts'
import type { InboundMessage, OutboundMessage } from '#app/messages.ts'
import type { Change, TicketChange } from '#app/ports.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { noticesOf } from '#domain/notices/notices.ts'
import { settledBy, strikes } from '#domain/settled.ts'
import type { Settlement } from '#domain/settled.ts'
import { nextTimer } from '#domain/ticket/alarms.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { nextDue } from '#domain/ticket/deadlines.ts'
import { decide } from '#domain/ticket/decide.ts'
import type { Opened, TicketEvent } from '#domain/ticket/events.ts'
import { evolve } from '#domain/ticket/evolve.ts'
import { listedWords } from '#domain/ticket/listed.ts'
import { personalOf } from '#domain/ticket/personal-events.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { worksOf } from '#domain/ticket/work.ts'
import type { ClockName, Routing } from '#routing/types.ts'
import type { UnitId } from '#routing/units.ts'
import { hour, monday } from './world.ts'

/** A change of nothing, with what the test is about. */
export function aChange(parts: Partial<Change>): Change {
  return {
    tickets: [],
    dialogue: null,
    outbox: [],
    inboxDone: [],
    codes: [],
    originals: [],
    phone: null,
    exchange: null,
    flooding: [],
    ...parts,
  }
}

export const citizen: Actor = { id: 'person-1', role: 'citizen', unit: null, name: '' }
export const system: Actor = { id: 'system', role: 'system', unit: null, name: 'system' }
export const dispatcher: Actor = { id: 'staff-1', role: 'dispatcher', unit: null, name: '周敏' }
export const inspector: Actor = { id: 'staff-2', role: 'inspector', unit: null, name: '韩立' }
export const otherInspector: Actor = { ...inspector, id: 'staff-3', name: '杜平' }
export const officerOf = (unit: UnitId): Actor => ({
  id: `officer-${unit}`,
  role: 'officer',
  unit,
  name: '孙浩',
})

const limits: Readonly<Record<ClockName, number>> = {
  dispatch: hour,
  accept: 2 * hour,
  contact: 24 * hour,
  return: 4 * hour,
  solve: 72 * hour,
}

/** Commands decided in order by the domain itself, as one ticket's part of a change. */
export function planned(
  before: Ticket | string,
  now: number,
  steps: readonly (readonly [Actor, TicketCommand])[],
): TicketChange {
  const ticketId = typeof before === 'string' ? before : before.id
  const start = typeof before === 'string' ? null : before
  const due = (clock: ClockName, _urgency: unknown, from: number) => from + limits[clock]
  const events: TicketEvent[] = []
  const settled: Settlement[] = []
  let after = start
  for (const [actor, command] of steps) {
    const decided = decide(after, command, { actor, now, due, words: masks, mattersIn })
    if (isRefusal(decided)) throw new Error(`refused: ${decided.refused}`)
    for (const event of decided) {
      after = evolve(after, ticketId, event)
      const row = settledBy(after, event)
      if (row !== null) settled.push(row)
    }
    events.push(...decided)
  }
  if (after === null) throw new Error('no ticket')
  const last = after
  return {
    ticketId,
    expectedSeq: start?.seq ?? 0,
    events,
    personal: events.map(personalOf),
    after: last,
    listed: listedWords(last, masks),
    searched: changedWords(start, last, masks),
    nextDue: nextDue(last),
    work: worksOf(last),
    nextTimerAt: nextTimer(last),
    settled,
    struck: events.map(strikes).filter((one) => one !== null),
    notices: noticesOf(ticketId, start, events),
  }
}

/** The rules' answer for a unit. */
export function aRouting(handler: UnitId, supporting: readonly UnitId[] = []): Routing {
  return {
    handler,
    lead: [handler],
    primary: [],
    supporting,
    clause: { plan: 2023, annex: 'air', task: 22, quote: '加强餐饮油烟治理' },
    rule: 'catering-fumes',
    deadlineClass: 'general',
    rulesVersion: 'test',
    asked: { category: 'catering-fumes', town: null, spot: null, day: '2026-11-23' },
    evidence: [],
    considered: [{ unit: handler, outcome: 'handler', reason: 'lead' }],
  }
}

export type TicketOptions = {
  readonly serial?: number
  readonly day?: string
  readonly at?: number
  /** null: waits at the desk. */
  readonly handler?: UnitId | null
  readonly supporting?: readonly UnitId[]
  readonly opened?: Partial<Omit<Opened, 'dispatchDue'>>
  /** What the rules were asked. */
  readonly asked?: Routing['asked']
}

/** A ticket of catering fumes in 果园街道, just opened. */
export function aTicket(id: string, options: TicketOptions = {}): TicketChange {
  const { serial = 1, day = '20261123', at = monday, handler = 'ecology-bureau' } = options
  const opened: Omit<Opened, 'dispatchDue'> = {
    number: ticketNumber(day, serial),
    caseId: `case-${id}`,
    kind: 'complaint',
    channel: 'line',
    sourceNumber: null,
    citizenId: citizen.id,
    dialogueId: 'dialogue-1',
    text: '楼下饭店油烟直排',
    category: 'catering-fumes',
    classification: null,
    secondary: [],
    urgency: 'general',
    place: {
      town: '110118001',
      village: '果园西里',
      spot: '小区门口',
      told: null,
      coordinates: null,
    },
    when: null,
    attachments: [],
    secrecy: false,
    receivedAt: at,
    ...options.opened,
  }
  const routed = handler === null ? null : aRouting(handler, options.supporting)
  const routing = routed && { ...routed, asked: options.asked ?? routed.asked }
  const open: TicketCommand = {
    type: 'open',
    opened,
    routing,
    queueReason: routing === null ? 'unsure' : null,
    note: null,
  }
  const opener = { ...citizen, id: opened.citizenId ?? citizen.id }
  return planned(id, at, [[opener, open]])
}

/** From dispatched to the answered call-back. */
export function ratedBy(
  before: Ticket,
  at: number,
  answer: Partial<Extract<TicketCommand, { type: 'rate' }>> = {},
): TicketChange {
  const rater = { ...citizen, id: before.opened.citizenId ?? citizen.id }
  const officer = officerOf(before.handler ?? 'ecology-bureau')
  const steps: [Actor, TicketCommand][] = [
    [officer, { type: 'contact', method: 'phone', note: '已电话联系' }],
    [officer, { type: 'resolve', publicReply: '11月23日已责令清洗油烟净化器', internalNote: null }],
    [
      rater,
      {
        type: 'rate',
        contacted: true,
        solved: 'solved',
        satisfied: 'satisfied',
        comment: null,
        via: 'line',
        ...answer,
      },
    ],
  ]
  return planned(
    before,
    at,
    before.status === 'dispatched' ? [[officer, { type: 'accept' }], ...steps] : steps,
  )
}

/** The dialogue of person-1 at its first version. */
export function aDialogue(parts: Partial<Dialogue> = {}): Dialogue {
  return {
    id: 'dialogue-1',
    version: 1,
    channel: 'line',
    personId: 'person-1',
    language: 'zh-hans',
    draft: null,
    question: null,
    asked: 0,
    callback: null,
    waitingAct: null,
    ticketIds: [],
    left: false,
    updatedAt: monday,
    ...parts,
  }
}

/** A text on LINE. */
export function aMessage(id: string, parts: Partial<InboundMessage> = {}): InboundMessage {
  return {
    id,
    channel: 'line',
    sender: 'U4af4980629',
    at: monday,
    content: { type: 'text', text: '楼下饭店油烟直排' },
    replyToken: null,
    ...parts,
  }
}

/** A message to person-1 on LINE, alone in its batch. */
export function anAnswer(id: string, parts: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id,
    dialogueId: 'dialogue-1',
    channel: 'line',
    personId: 'person-1',
    inReplyTo: null,
    batch: `batch-${id}`,
    index: 0,
    text: '请问在哪个镇街？',
    choices: [],
    questionId: null,
    asks: null,
    card: null,
    language: 'zh-hans',
    createdAt: monday,
    ...parts,
  }
}
