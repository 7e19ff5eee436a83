import { refuse } from '../refusal.ts'
import type { DecisionContext, TicketCommand } from './commands.ts'
import type { Decided } from './decide.ts'
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

  'add-units': (ticket: Ticket, { units, note, due }: Command<'add-units'>): Decided => {
    const fresh = units.filter(
      (unit) => unit !== ticket.handler && !ticket.supporting.includes(unit),
    )
    if (fresh.length === 0) return refuse('already-done', { command: 'add-units' })
    return [{ type: 'units-added', data: { units: fresh, note, due } }]
  },

  'finish-part': (
    _ticket: Ticket,
    { note }: Command<'finish-part'>,
    { actor }: DecisionContext,
  ): Decided =>
    actor.unit === null
      ? refuse('not-your-unit')
      : [{ type: 'part-done', data: { unit: actor.unit, note } }],

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
    const { text, attachments, place } = command
    if (blank(text) && attachments.length === 0 && place === null) return missing('text')
    return [{ type: 'supplemented', data: { text, attachments, place } }]
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
    if (reviewAt <= now) return refuse('invalid-input', { fields: 'reviewAt' })
    return [{ type: 'suspension-requested', data: { reason, plan, reviewAt } }]
  },

  'approve-suspension': (ticket: Ticket, { note }: Command<'approve-suspension'>): Decided =>
    ticket.suspension?.state === 'requested'
      ? [{ type: 'suspension-approved', data: { reviewAt: ticket.suspension.reviewAt, note } }]
      : refuse('nothing-pending'),

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

  'answer-supervision': (ticket: Ticket, { reply }: Command<'answer-supervision'>): Decided =>
    ticket.supervision === null || ticket.supervision.repliedAt !== null
      ? refuse('nothing-pending')
      : [{ type: 'supervision-answered', data: { reply } }],
}

/** Milliseconds a handling may still wait for its citizen. */
export function pauseLeft(ticket: Ticket): number {
  return settings.maxPauseMs - ticket.pausedMs
}

function blank(text: string): boolean {
  return text.trim() === ''
}

function missing(field: string): Decided {
  return refuse('invalid-input', { fields: field })
}
