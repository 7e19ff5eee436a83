import { onTestFinished } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import type { NoticeTarget } from '#app/notices/notices-port.ts'
import { noChange, planTicket } from '#app/tickets/plan-change.ts'
import { emailSender } from '#channels/email/send.ts'
import { openSqlite } from '#db/sqlite.ts'
import { defaultChoices } from '#domain/notices/choices.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { readConfig } from '#server/config.ts'
import { guardedFetch } from '#server/guarded-fetch.ts'
import { openHouse } from '#server/house.ts'
import { silentLog } from '#server/log.ts'
import { aCitizen, anOpenCommand, start } from '#tests/support/build.ts'
import type { NewAccount } from '#doors/staff-auth.ts'

type OpenCommand = Extract<TicketCommand, { readonly type: 'open' }>

/** A house that tells its staff, with a clock that is turned by hand. `env` names the ways that are on. */
export async function openNoticesHouse(env: Readonly<Record<string, string>> = {}) {
  const read = readConfig({ HUIYING_DB: ':memory:', ...env })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const clock = { now: start }
  const database = openSqlite(':memory:')
  onTestFinished(() => {
    database.close()
  })
  const house = await openHouse({
    database,
    config: read.config,
    secret: 'a master secret for tests, 32+ characters',
    baseUrl: 'https://huiying.example.gov.cn',
    log: silentLog,
    now: () => clock.now,
    cleanImage: imageCleanerOnNode(),
    node: { openMail: emailSender, guardedFetch },
  })
  const ctx = house.ctxFor(null)
  let opened = 0
  return {
    house,
    ctx,
    clock,
    /** Somebody of the staff; with `email`, one who is told by mail. */
    hire: async (who: Partial<NewAccount>, email?: string): Promise<Ctx> => {
      const username = who.username ?? `staff.${String(Math.random()).slice(2, 10)}`
      const given = { name: '李建国', role: 'officer', unit: null, ...who, username } as const
      const made = await house.auth.createAccount(given, 'long-enough-1')
      if ('denied' in made) throw new Error(made.denied)
      const { id, role, unit, name } = made.account
      if (email !== undefined) await proved(ctx, id, email)
      return house.ctxFor({ id, role, unit, name })
    },
    /** A group of 果园街道 by a way. */
    group: async (address: NoticeTarget['address'], parts: Partial<NoticeTarget> = {}) => {
      const target: NoticeTarget = {
        id: crypto.randomUUID(),
        owner: '110118002',
        label: '果园街道工作群',
        address,
        choices: { ...defaultChoices, quiet: null },
        createdAt: clock.now,
        createdBy: 'test',
        ...parts,
      }
      await ctx.noticeTargets.put(target)
      return target
    },
    /** A barbecue in 果园街道, dispatched at once; gives its number. */
    opens: async (over: Partial<OpenCommand['opened']> = {}): Promise<string> => {
      opened += 1
      const number = ticketNumber('20261123', opened)
      const command = anOpenCommand({ number, dialogueId: null, ...over })
      const citizen = house.ctxFor(aCitizen())
      const planned = planTicket(citizen, `ticket-${String(opened)}`, null, [command])
      if (isRefusal(planned)) throw new Error(planned.refused)
      await ctx.store.commit({ ...noChange, tickets: [planned] })
      return number
    },
    does: async (actor: Actor, ticket: string, command: TicketCommand) => {
      const done = await changeTicket(house.ctxFor(actor), ticket, command)
      if (isRefusal(done)) throw new Error(done.refused)
    },
  }
}

async function proved(ctx: Ctx, accountId: string, email: string): Promise<void> {
  const batch = crypto.randomUUID()
  const message = {
    batch,
    recipient: `mail:${accountId}`,
    way: 'email',
    subject: '',
    lines: [],
    items: [],
    purpose: 'code',
    createdAt: ctx.now(),
  } as const
  await ctx.staff.propose(accountId, { email, code: '1', message })
  await ctx.outbox.settle(batch, { ok: true }, ctx.now())
  await ctx.staff.confirm(accountId, '1', { sentAfter: 0, tries: 9 })
}
