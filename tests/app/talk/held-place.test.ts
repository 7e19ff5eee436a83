import { describe, expect, it } from 'vitest'
import type { InboundMessage } from '#app/messages.ts'
import { noChange } from '#app/tickets/plan-change.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { aDispatcher, day, start } from '#tests/support/build.ts'
import { openApp, talkOf, words } from '#tests/app/app-world.ts'

/** Somebody whose complaints are held wait in one ticket; the first is about a stall in 果园西里. */
async function heldTicket() {
  const { ctx } = await openApp()
  const says = async (...texts: readonly string[]) => {
    for (const text of texts) await receiveMessage(ctx, words(text))
  }
  const pins = (coordinates: { lat: number; lon: number }, label: string) => {
    const content: InboundMessage['content'] = { type: 'location', coordinates, label }
    return receiveMessage(ctx, { ...words(''), content })
  }
  await says('您好')
  const dialogue = async () => ctx.dialogues.find('line', 'citizen-1')
  const person = (await dialogue())?.personId ?? ''
  const by = aDispatcher()
  const until = start + day
  const blocked = { type: 'blocked', data: { reason: '一天之内反映很多', until } } as const
  const record = { ...blocked, personId: person, seq: 1, at: start, by }
  await ctx.store.commit({ ...noChange, flooding: [record] })
  await says('果园西里小区门口的烧烤摊每天晚上冒烟', '确认')
  const ticket = async () => {
    const { ticketIds = [] } = (await dialogue()) ?? {}
    expect(ticketIds).toHaveLength(1)
    return fold(ticketIds[0] ?? '', await ctx.store.history(ticketIds[0] ?? ''))
  }
  const heard = async () => (await talkOf(ctx)).map(({ text }) => text).join('\n')
  return { says, pins, ticket, heard }
}

describe('A complaint added to the ticket that waits', () => {
  it('takes nothing of its place away by having none itself', async () => {
    const { says, ticket, heard } = await heldTicket()
    const before = await ticket()
    await says('有股臭味，垃圾站那边飘过来的', '另一件事', '不知道', '说不清', '就在那边', '转人工')
    expect(await heard()).toContain('已记到工单')
    expect((await ticket())?.place).toMatchObject({
      town: before?.place.town,
      village: before?.place.village,
    })
  })

  it('shows no telephone of a pin', async () => {
    const { says, pins, ticket } = await heldTicket()
    await says('石城镇河边有人往河里倒污水')
    await pins({ lat: 40.57, lon: 117.11 }, '老李饭馆13800138000')
    await says('确认')
    expect((await ticket())?.place).toMatchObject({
      coordinates: { lat: 40.57, lon: 117.11 },
      spot: '老李饭馆138＊＊＊＊＊＊00',
    })
  })
})
