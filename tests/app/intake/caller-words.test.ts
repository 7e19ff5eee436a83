import { listedWords } from '#domain/ticket/listed.ts'
import { personalOf } from '#domain/ticket/personal-events.ts'
import { expect, it } from 'vitest'
import type { Ctx } from '#app/ctx.ts'
import { giveCommand } from '#app/tickets/give-command.ts'
import { masks, noChange } from '#app/tickets/plan-change.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { isRefusal } from '#domain/refusal.ts'
import { anOpenCommand, anOperator, commands } from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'
import { openApp, words } from '#tests/app/app-world.ts'

it.each([
  ['supplement', 'supplemented'],
  ['urge', 'urged'],
] as const)('What a caller adds by %s is masked before a unit reads it', async (type, event) => {
  const { ctx, house } = await openApp()
  for (const text of ['果园西里小区门口的烧烤摊每天晚上冒烟', '确认']) {
    await receiveMessage(ctx, words(text))
  }
  const { rows } = await ctx.readers.list({ sort: 'newest', limit: 1, offset: 0 })
  const ticketId = rows[0]?.id ?? ''
  const command = { type, text: '又来了，打我电话13812345678' }
  const done = await giveCommand(house.ctxFor(anOperator()), { ticketId, command })
  expect(isRefusal(done)).toBe(false)
  const said = (await ctx.store.history(ticketId)).find((one) => one.type === event)
  expect(JSON.stringify(said?.data)).toContain('又来了')
  expect(JSON.stringify(said?.data)).not.toContain('13812345678')
})

const mobile = '又来了，打我电话13812345678'

it.each([
  [{ type: 'withdraw', reason: mobile }, 'withdrawn'],
  [{ type: 'reopen', reason: mobile }, 'reopened'],
  [{ type: 'answer-exclusion', text: mobile }, 'exclusion-answered'],
  [
    {
      type: 'rate',
      contacted: true,
      solved: 'unsolved',
      satisfied: 'unsatisfied',
      comment: mobile,
      answeredBy: 'citizen',
      how: 'called-in',
    },
    'rated',
  ],
  [
    { type: 'attempt-callback', halfDay: '20261123-am', reached: true, note: mobile },
    'callback-attempted',
  ],
] as const)(
  'What a caller says on the phone later is masked too: $type',
  async (command, event) => {
    const { ctx, house } = await openApp()
    const life = await aTicketFor(ctx, command.type)
    const done = await giveCommand(house.ctxFor(anOperator()), { ticketId: 'ticket-1', command })
    expect(isRefusal(done)).toBe(false)
    const said = (await ctx.store.history('ticket-1'))
      .slice(life)
      .find(({ type }) => type === event)
    expect(JSON.stringify(said?.data)).toContain('又来了')
    expect(JSON.stringify(said?.data)).not.toContain('13812345678')
  },
)

/** A call's ticket on which an operator may give the command; the number of its events. */
async function aTicketFor(
  ctx: Pick<Ctx, 'store'>,
  command: 'withdraw' | 'reopen' | 'answer-exclusion' | 'rate' | 'attempt-callback',
): Promise<number> {
  const { accept, contact, resolve, tick, rate } = commands
  const resolved = given(
    anOpenCommand({ channel: 'hotline', dialogueId: null }),
    ...[accept, contact, resolve, tick],
  )
  const lives = {
    withdraw: resolved,
    rate: resolved.and({ ...commands['attempt-callback'], reached: true }),
    'attempt-callback': resolved,
    reopen: resolved.and(rate),
    'answer-exclusion': resolved.and(commands['propose-exclusion']),
  }
  const { ticket, events } = lives[command]
  const change = { ticketId: 'ticket-1', expectedSeq: 0, events, after: ticket, notices: [] }
  const personal = events.map(personalOf)
  const listed = listedWords(ticket, masks)
  const read = {
    searched: null,
    personal,
    listed,
    nextDue: null,
    nextTimerAt: null,
    work: [],
    settled: [],
    struck: [],
  }
  await ctx.store.commit({ ...noChange, tickets: [{ ...change, ...read }] })
  return events.length
}
