import { describe, expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { anInspector, anOfficer, commands } from '#tests/support/build.ts'
import { openApp, talkOf, words } from '#tests/app/app-world.ts'

const proposer = anInspector({ id: 'inspector-1' })
const decider = anInspector({ id: 'inspector-2' })

/** A ticket of a citizen on LINE, rated and closed; and what staff then do with it. */
async function closedTicket() {
  const { ctx, house } = await openApp()
  for (const text of ['果园西里小区门口的烧烤摊每天晚上冒烟', '确认']) {
    await receiveMessage(ctx, words(text))
  }
  const { rows } = await ctx.readers.list({ sort: 'newest', limit: 1, offset: 0 })
  const id = rows[0]?.id ?? ''
  const act = async (actor: Actor, command: TicketCommand) => {
    const done = await changeTicket(house.ctxFor(actor), id, command)
    if (isRefusal(done)) throw new Error(`${command.type}: ${done.refused}`)
  }
  const unit = anOfficer(rows[0]?.handler ?? undefined)
  await act(unit, commands.accept)
  await act(unit, commands.contact)
  await act(unit, commands.resolve)
  for (const text of ['联系过', '已解决', '满意']) await receiveMessage(ctx, words(text))
  const says = async (text: string) => receiveMessage(ctx, words(text))
  const last = async () => (await talkOf(ctx)).findLast(({ from }) => from === 'bot')
  const said = async () =>
    (await ctx.store.history(id)).flatMap((event) =>
      event.type === 'exclusion-answered' ? [`${event.by.role}: ${event.data.text}`] : [],
    )
  return { act, says, last, said }
}

describe('A citizen hears of an exclusion in the chat', () => {
  it('and has their say by the button, masked, on the closed ticket', async () => {
    const { act, says, last, said } = await closedTicket()
    await act(proposer, commands['propose-exclusion'])
    const told = await last()
    expect(told?.text).toContain('情况不属实')
    expect(told?.choices.map(({ label }) => label)).toEqual(['我要说明'])
    await says('我要说明')
    await says('昨晚还在冒烟，可以打13800138000问我')
    expect((await last())?.text).toContain('决定的人会看到')
    expect(await said()).toEqual(['citizen: 昨晚还在冒烟，可以打138＊＊＊＊＊＊00问我'])
  })

  it('and may say nothing', async () => {
    const { act, says, said } = await closedTicket()
    await act(proposer, commands['propose-exclusion'])
    await says('我要说明')
    await says('先不说')
    await says('谢谢')
    expect(await said()).toEqual([])
  })

  it('and appeals once it is approved', async () => {
    const { act, says, last, said } = await closedTicket()
    await act(proposer, commands['propose-exclusion'])
    await act(decider, commands['approve-exclusion'])
    expect((await last())?.text).toContain('可以申诉一次')
    await says('我要说明')
    await says('照片就是昨天拍的')
    expect(await said()).toEqual(['citizen: 照片就是昨天拍的'])
    await act(anInspector({ id: 'inspector-3' }), commands['refuse-exclusion'])
    expect((await last())?.text).toContain('照常计入考评')
  })

  it('but a word said without the button is none: a new complaint stays a complaint', async () => {
    const { act, says, last, said } = await closedTicket()
    await act(proposer, commands['propose-exclusion'])
    await says('石城镇河边有人往河里倒污水')
    expect(await said()).toEqual([])
    expect((await last())?.card?.type).toBe('summary')
  })
})
