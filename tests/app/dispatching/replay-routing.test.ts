import { describe, expect, it } from 'vitest'
import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { replayRouting } from '#app/dispatching/replay-routing.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Routing } from '#routing/types.ts'
import { aDispatcher } from '#tests/support/build.ts'
import { openApp, words } from '#tests/app/app-world.ts'

/** A complaint told, confirmed, stored on SQLite and read back: its tickets, and the dispatch desk. */
async function stored(text: string) {
  const { ctx, house } = await openApp()
  await receiveMessage(ctx, words(text))
  await receiveMessage(ctx, words('确认'))
  const dialogue = await ctx.dialogues.find('line', 'citizen-1')
  const read = async (id: string) => fold(id, await ctx.store.history(id))
  const tickets = await Promise.all((dialogue?.ticketIds ?? []).map(read))
  const desk = house.ctxFor(aDispatcher())
  return { tickets: tickets.filter((ticket) => ticket !== null), desk, read }
}

function routingOf({ dispatch }: Ticket): Routing {
  if (dispatch === null) throw new Error('not dispatched')
  return dispatch.routing
}

const told = [
  '果园西里小区门口的烧烤摊每天晚上冒烟',
  '巨各庄镇101国道上大车一路洒土，尘土飞扬',
  '溪翁庄镇密云水库边上有人倒建筑垃圾，我电话13800138000',
  '太师屯镇医院的污水直接排到河里，车牌京A12345的车天天来拉',
  '果园西里楼下饭店油烟直排，晚上空调外机也响得厉害',
] as const

describe('asking a stored routing again', () => {
  it.each(told)('by the same rules gives the same bytes: %s', async (text) => {
    const { tickets } = await stored(text)
    expect(tickets.length).toBeGreaterThan(0)
    for (const ticket of tickets) {
      const { verdict, now } = replayRouting(routingOf(ticket), ticket.opened.text)
      expect(JSON.stringify(now)).toBe(JSON.stringify(routingOf(ticket)))
      expect(verdict).toBe('same')
    }
  })

  it('gives the same bytes where the desk chose another unit', async () => {
    const { tickets, desk } = await stored('果园西里小区门口的烧烤摊每天晚上冒烟')
    const [first] = tickets
    if (first === undefined) throw new Error('nothing opened')
    const input = { ticketId: first.id, unit: 'city-enforcement', note: '联合整治' } as const
    const ticket = await dispatchTicket(desk, input)
    if (isRefusal(ticket)) throw new Error(ticket.refused)
    const routing = routingOf(ticket)
    expect(routing.rule).toBe('desk/open-air-barbecue')
    expect(replayRouting(routing, ticket.opened.text).verdict).toBe('same')
  })

  it('by other rules says so, and whether they agree', async () => {
    const { tickets } = await stored(told[0])
    const [ticket] = tickets
    if (ticket === undefined) throw new Error('nothing opened')
    const older = { ...routingOf(ticket), rulesVersion: '2022-00000000' }
    const { text } = ticket.opened
    expect(replayRouting(older, text)).toMatchObject({ verdict: 'other-rules', agrees: true })
    const moved: Routing = { ...older, handler: 'city-enforcement' }
    const replayed = replayRouting(moved, text)
    expect(replayed).toMatchObject({ verdict: 'other-rules', agrees: false })
    expect(replayed.now).toMatchObject({ handler: '110118002' })
  })

  it('that was tampered with is told from a change of rules', async () => {
    const { tickets } = await stored(told[0])
    const [ticket] = tickets
    if (ticket === undefined) throw new Error('nothing opened')
    const tampered: Routing = { ...routingOf(ticket), supporting: [] }
    expect(replayRouting(tampered, ticket.opened.text).verdict).toBe('differs')
  })
})
