import { Hono } from 'hono'
import type { Context } from 'hono'
import { colleagues } from '#app/tickets/assign-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import { giveCommand } from '#app/tickets/give-command.ts'
import { readerOf } from '#app/notices/own-notices.ts'
import { repliesFor } from '#app/replies/templates.ts'
import type { OfferedReply } from '#app/replies/templates.ts'
import { ticketAttachments } from '#app/files/read-attachments.ts'
import { readTicket } from '#app/tickets/read-desk.ts'
import { findDuplicates } from '#app/tickets/read-duplicates.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { endedStatuses } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { StaffEnv } from '#doors/deps.ts'
import { refusalPage } from '#web/refusals.tsx'
import { refusalStatus } from '#doors/refusals.ts'
import { countUnread } from '#web/session.ts'
import { afterStep, listAddress } from '#web/desk/steps/back.tsx'
import { readDispatch } from '#web/desk/steps/dispatch-form.tsx'
import { readForm, valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { readSeen, readStep } from '#web/desk/steps/read-step.ts'
import { TicketPage } from './ticket-page.tsx'
import type { Outcome } from './ticket-page.tsx'

type TicketContext = Context<StaffEnv, '/desk/tickets/:number'>

/** One ticket: its page, and the posts that carry it on. */
export function ticketPages(): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/tickets/:number', (c) => {
    const done = c.req.query('done')
    return show(c, done === undefined ? {} : { done }, c.req.query('list'))
  })
  app.post('/desk/tickets/:number/steps', async (c) => {
    const form = await readForm(c)
    const found = await readTicket(c.get('ctx'), { number: c.req.param('number') })
    if (isRefusal(found)) return refusalPage(c, found)
    const step = readStep(form)
    if (isRefusal(step)) return refused(c, step, form)
    const { command, seen } = step
    const given = { ticketId: found.ticket.id, command, seenSeq: seen }
    const changed = await giveCommand(c.get('ctx'), given)
    return isRefusal(changed) ? refused(c, changed, form) : done(c, command.type, form)
  })
  app.post('/desk/tickets/:number/dispatch', async (c) => {
    const form = await readForm(c)
    const found = await readTicket(c.get('ctx'), { number: c.req.param('number') })
    if (isRefusal(found)) return refusalPage(c, found)
    const seen = readSeen(form)
    if (seen === null) return refused(c, refuse('invalid-input', { fields: '' }), form)
    const changed = await dispatchTicket(c.get('ctx'), readDispatch(form, found.ticket, seen))
    return isRefusal(changed) ? refused(c, changed, form) : done(c, 'dispatch', form)
  })
  return app
}

function done(c: TicketContext, what: string, form: Form) {
  return c.redirect(afterStep(c.req.param('number'), form, what), 303)
}

function refused(c: TicketContext, refusal: Refusal, typed: Form) {
  const list = valueOf(typed, 'list') || valueOf(typed, 'back')
  return show(c, { refusal, typed, seen: readSeen(typed) }, list)
}

/** The ticket as it stands now, under what came of the last post. */
async function show(c: TicketContext, outcome: Outcome, from?: string) {
  const ctx = c.get('ctx')
  const view = await readTicket(ctx, { number: c.req.param('number') })
  if (isRefusal(view)) return refusalPage(c, view)
  const { actor } = ctx
  await ctx.notices.markRead(await readerOf(ctx), { ticketId: view.ticket.id })
  await countUnread(c)
  const staff = c.get('staff')
  const attachments = await ticketAttachments(ctx, view.events)
  const duplicates = await duplicatesOf(ctx, view.ticket)
  const people = await colleagues(ctx)
  const replies = await repliesFor(ctx, view.ticket)
  const list = listAddress(from)
  const begun = outcome.typed ?? begunWith(replies, c.req.query('reply'))
  const told = begun === undefined ? outcome : { ...outcome, typed: begun }
  const given = { view, attachments, duplicates, staff, actor, people, replies, list }
  const page = <TicketPage {...given} outcome={told} now={ctx.now()} />
  return c.html(page, outcome.refusal === undefined ? 200 : refusalStatus(outcome.refusal))
}

/** The form of closing, begun with the template that was chosen. */
function begunWith(replies: readonly OfferedReply[], chosen: string | undefined): Form | undefined {
  const reply = replies.find(({ template }) => template === chosen)?.reply
  if (reply === undefined) return undefined
  return new Map([
    ['type', ['resolve']],
    ['publicReply', [reply]],
  ])
}

/** Asked while somebody still has to act on the ticket. */
async function duplicatesOf(ctx: Ctx, { id, status }: Ticket) {
  if (endedStatuses.some((ended) => ended === status)) return []
  const found = await findDuplicates(ctx, id)
  return isRefusal(found) ? [] : found
}
