import type { UnitId } from '#routing/units.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import { awaitsSupervision } from './deadlines.ts'
import type { Decided, Fact } from './decide.ts'
import { settings } from './settings.ts'
import type { Ticket } from './ticket.ts'

type Command<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>

/** What the handler and the supporting units do with a ticket, and what the citizen adds meanwhile. */
export const deciders = {
  accept: (): Decided => [{ type: 'accepted', data: {} }],

  contact: (_ticket: Ticket, { method, note }: Command<'contact'>): Decided =>
    blank(note) ? missing('note') : [{ type: 'contacted', data: { method, note } }],

  note: (_ticket: Ticket, { text }: Command<'note'>): Decided =>
    blank(text) ? missing('text') : [{ type: 'noted', data: { text } }],

  'add-units': (
    ticket: Ticket,
    command: Command<'add-units'>,
    { now }: DecisionContext,
  ): Decided => {
    const { units, note, due } = command
    const fresh = [...new Set(units)].filter((unit) => mayBeAdded(ticket, unit))
    if (fresh.length === 0) return refuse('already-done', { command: 'add-units' })
    if (due !== null && due <= now) return refuse('invalid-input', { fields: 'due' })
    // Without a date of its own a part has the promise's.
    const promised = ticket.deadlines?.solve ?? now
    const by = due ?? (promised > now ? promised : null)
    return [{ type: 'units-added', data: { units: fresh, note, due: by } }]
  },

  'finish-part': (
    ticket: Ticket,
    { note }: Command<'finish-part'>,
    { actor: { unit } }: DecisionContext,
  ): Decided => {
    if (unit === null) return refuse('not-your-unit')
    return partBarred(ticket, unit) ?? [{ type: 'part-done', data: { unit, note } }]
  },

  'ask-citizen': (
    ticket: Ticket,
    { question }: Command<'ask-citizen'>,
    { now }: DecisionContext,
  ): Decided => {
    if (blank(question)) return missing('question')
    const left = pauseLeft(ticket)
    if (left <= 0) return refuse('limit-reached', { limit: settings.maxPauseMs })
    return [{ type: 'citizen-asked', data: { question, until: now + left } }]
  },

  supplement: (_ticket: Ticket, command: Command<'supplement'>): Decided => {
    const { text, attachments, place, sourceNumber } = command
    const number = sourceNumber === undefined ? {} : { sourceNumber }
    if (blank(text) && attachments.length === 0 && place === null) return missing('text')
    return [{ type: 'supplemented', data: { text, attachments, place, ...number } }]
  },

  urge: (ticket: Ticket, { text }: Command<'urge'>, { now }: DecisionContext): Decided => {
    const last = ticket.urgedAt.at(-1)
    if (last !== undefined && now - last < settings.urgeEveryMs) {
      return refuse('too-often', { next: last + settings.urgeEveryMs })
    }
    return [{ type: 'urged', data: { text } }]
  },

  'request-extension': (
    ticket: Ticket,
    { reason, until }: Command<'request-extension'>,
    by: DecisionContext,
  ): Decided => {
    const solve = ticket.deadlines?.solve
    if (ticket.extension !== null) return refuse('limit-reached', { limit: 1 })
    if (solve === undefined || by.now >= solve) return refuse('too-late', { until: solve ?? 0 })
    if (blank(reason)) return missing('reason')
    const latest = by.due('solve', ticket.urgency, solve)
    if (until <= solve || until > latest)
      return refuse('invalid-input', { fields: 'until', latest })
    return [{ type: 'extension-requested', data: { reason, until } }]
  },

  'approve-extension': (ticket: Ticket, { note }: Command<'approve-extension'>): Decided =>
    ticket.extension?.state === 'requested'
      ? [{ type: 'extension-approved', data: { until: ticket.extension.until, note } }]
      : refuse('nothing-pending'),

  'refuse-extension': (ticket: Ticket, { note }: Command<'refuse-extension'>): Decided =>
    ticket.extension?.state === 'requested'
      ? [{ type: 'extension-refused', data: { note } }]
      : refuse('nothing-pending'),

  'request-suspension': (
    ticket: Ticket,
    { reason, plan, reviewAt }: Command<'request-suspension'>,
    { now }: DecisionContext,
  ): Decided => {
    if (ticket.suspension?.state === 'requested') return refuse('already-done')
    if (blank(reason)) return missing('reason')
    if (blank(plan)) return missing('plan')
    if (reviewAt <= now) return refuse('invalid-input', { fields: 'reviewAt' })
    return [{ type: 'suspension-requested', data: { reason, plan, reviewAt } }]
  },

  'approve-suspension': (
    { suspension }: Ticket,
    { note }: Command<'approve-suspension'>,
    { now }: DecisionContext,
  ): Decided => {
    if (suspension?.state !== 'requested') return refuse('nothing-pending')
    const { reviewAt } = suspension
    // It would rest for less than nothing, and the promise would move forward.
    if (now >= reviewAt) return refuse('too-late', { until: reviewAt })
    return [{ type: 'suspension-approved', data: { reviewAt, note } }]
  },

  'refuse-suspension': (ticket: Ticket, { note }: Command<'refuse-suspension'>): Decided =>
    ticket.suspension?.state === 'requested'
      ? [{ type: 'suspension-refused', data: { note } }]
      : refuse('nothing-pending'),

  review: (_ticket: Ticket, { note }: Command<'review'>): Decided => [
    { type: 'reviewed', data: { note } },
  ],

  resolve: (ticket: Ticket, { publicReply, internalNote }: Command<'resolve'>): Decided => {
    if (ticket.contactedAt === null) return refuse('missing-contact')
    if (blank(publicReply)) return missing('publicReply')
    return [{ type: 'resolved', data: { publicReply, internalNote } }]
  },

  supervise: (
    _ticket: Ticket,
    { order, replyDue }: Command<'supervise'>,
    { now }: DecisionContext,
  ): Decided =>
    replyDue <= now
      ? refuse('invalid-input', { fields: 'replyDue' })
      : [{ type: 'supervised', data: { order, replyDue } }],

  'answer-supervision': (ticket: Ticket, { reply }: Command<'answer-supervision'>): Decided => {
    if (ticket.supervision === null || ticket.supervision.repliedAt !== null) {
      return refuse('nothing-pending')
    }
    const answered: Fact = { type: 'supervision-answered', data: { reply } }
    return awaitsSupervision(ticket)
      ? [answered, { type: 'closed', data: { reason: 'final' } }]
      : [answered]
  },
}

/** Milliseconds a handling may still wait for its citizen. */
export function pauseLeft(ticket: Ticket): number {
  return settings.maxPauseMs - ticket.pausedMs
}

/** Whom a part may be asked of: anybody but the handler, one part at a time. */
export function mayBeAdded({ handler, parts }: Ticket, unit: UnitId): boolean {
  return unit !== handler && !parts.some((part) => part.unit === unit && part.doneAt === null)
}

/** Why a unit has no part to finish: what was asked of it is done. */
export function partBarred({ parts }: Ticket, unit: UnitId): Refusal | null {
  const own = parts.filter((part) => part.unit === unit)
  return own.length > 0 && own.every(({ doneAt }) => doneAt !== null)
    ? refuse('already-done')
    : null
}

function blank(text: string): boolean {
  return text.trim() === ''
}

function missing(field: string): Decided {
  return refuse('invalid-input', { fields: field })
}
