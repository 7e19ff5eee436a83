import { describe, expect, it } from 'vitest'
import { recomputeRates } from '#app/evaluation/audit-rates.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import { noChange, planTicket, system } from '#app/tickets/plan-change.ts'
import { ratesInSql } from '#cli/database/rates-sql.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { settings } from '#domain/ticket/settings.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { route } from '#routing/route.ts'
import {
  aCitizen,
  aDispatcher,
  anOfficer,
  anOpenCommand,
  commands,
  day,
} from '#tests/support/build.ts'
import { openApp } from '#tests/app/app-world.ts'

const burning = '果园西里有人正在烧垃圾，呛得开不了窗'

/** A ticket at the desk, dispatched there as another category. */
async function dispatchedAs(
  category: ComplaintCategoryId,
  opened: Parameters<typeof anOpenCommand>[0],
  ...before: readonly TicketCommand[]
): Promise<Ticket> {
  const { ctx, house } = await openApp()
  const open = anOpenCommand(opened, { routing: null, queueReason: 'unsure' })
  const planned = planTicket(house.ctxFor(system), 'ticket-1', null, [open])
  if (isRefusal(planned)) throw new Error(planned.refused)
  await ctx.store.commit({ ...noChange, tickets: [planned] })
  const desk = house.ctxFor(aDispatcher())
  if (before.length > 0) {
    const prepared = planTicket(desk, 'ticket-1', planned.after, before)
    if (isRefusal(prepared)) throw new Error(prepared.refused)
    await ctx.store.commit({ ...noChange, tickets: [prepared] })
  }
  const done = await dispatchTicket(desk, { ticketId: 'ticket-1', category, note: null })
  if (isRefusal(done)) throw new Error(done.refused)
  return done
}

const promise = ({ deadlines, dispatchedAt }: Ticket) =>
  (deadlines?.solve ?? 0) - (dispatchedAt ?? 0)

describe('A change of category', () => {
  it('to one that disturbs life at once makes the promise a day', async () => {
    const ticket = await dispatchedAs('open-burning', {
      text: burning,
      category: 'solid-waste-dumping',
      urgency: 'general',
    })
    expect([ticket.urgency, promise(ticket)]).toEqual(['fast', day])
  })

  it('away from it gives the general class, as nothing has been promised yet', async () => {
    const ticket = await dispatchedAs('solid-waste-dumping', {
      text: burning,
      category: 'open-burning',
      urgency: 'fast',
    })
    expect([ticket.urgency, promise(ticket)]).toEqual(['general', 7 * day])
  })

  it('does not lower what a person has raised', async () => {
    const ticket = await dispatchedAs(
      'solid-waste-dumping',
      { text: burning, category: 'open-burning', urgency: 'fast' },
      { type: 'set-urgency', urgency: 'urgent', note: '附近是幼儿园' },
    )
    expect(ticket.urgency).toBe('urgent')
  })

  it('within one class leaves the clocks alone', async () => {
    const ticket = await dispatchedAs('river-dumping', {
      text: '河边有一堆装修垃圾',
      category: 'solid-waste-dumping',
      urgency: 'general',
    })
    expect(ticket.urgency).toBe('general')
  })

  it('of a ticket its unit already works on is set right without sending it anew, and its promise shortened', async () => {
    const { ctx, house } = await openApp()
    const opened = { text: burning, category: 'solid-waste-dumping', urgency: 'general' } as const
    const planned = planTicket(house.ctxFor(system), 'ticket-1', null, [anOpenCommand(opened)])
    if (isRefusal(planned)) throw new Error(planned.refused)
    await ctx.store.commit({ ...noChange, tickets: [planned] })
    const { handler } = planned.after
    const desk = house.ctxFor(aDispatcher())
    const input = { ticketId: 'ticket-1', category: 'open-burning', note: null } as const
    const done = await dispatchTicket(desk, { ...input, ...(handler && { unit: handler }) })
    if (isRefusal(done)) throw new Error(done.refused)
    expect(done).toMatchObject({ category: 'open-burning', urgency: 'fast', handler })
    expect(promise(done)).toBe(day)
    const types = (await ctx.store.history('ticket-1')).map(({ type }) => type)
    expect(types).not.toContain('redispatched')
  })

  it('without another unit is counted under the clause of what it is now, in SQL too', async () => {
    const { ctx, house, database } = await openApp()
    const opened = { text: burning, category: 'solid-waste-dumping', urgency: 'general' } as const
    const planned = planTicket(house.ctxFor(system), 'ticket-1', null, [anOpenCommand(opened)])
    if (isRefusal(planned)) throw new Error(planned.refused)
    await ctx.store.commit({ ...noChange, tickets: [planned] })
    const unit = planned.after.handler ?? 'ecology-bureau'
    const category = 'construction-dust'
    const input = { ticketId: 'ticket-1', category, unit, note: null } as const
    const done = await dispatchTicket(house.ctxFor(aDispatcher()), input)
    if (isRefusal(done)) throw new Error(done.refused)
    const { place, openedAt: at, urgency } = done
    const rules = route({ category, place, text: burning, urgency, at })
    if ('missing' in rules) throw new Error('no township')
    expect(done.dispatch?.routing.clause).toEqual(rules.clause)
    expect(rules.clause).not.toEqual(planned.after.dispatch?.routing.clause)

    const { accept, contact, resolve, rate } = commands
    const officer = house.ctxFor(anOfficer(unit))
    await changeTicket(officer, 'ticket-1', () => [accept, contact, resolve])
    await changeTicket(house.ctxFor(aCitizen()), 'ticket-1', rate)
    const period = { from: at, to: at + day }
    const { table, agrees } = await recomputeRates(ctx, { period, group: 'clause' })
    const asked = { period, group: 'clause', using: settings } as const
    const key = `${rules.clause.annex}-${String(rules.clause.task)}`
    expect(agrees).toBe(true)
    expect(table.rows).toMatchObject([{ key, valid: 1 }])
    expect((await ratesInSql(database, asked)).slice(1)).toMatchObject([{ key, valid: 1 }])
  })
})
