import { describe, expect, it } from 'vitest'
import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { aDispatcher } from '#tests/support/build.ts'
import type { UnitId } from '#routing/units.ts'
import { openApp, talkOf, words } from '#tests/app/app-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

/** A ticket of a citizen on LINE, and the desk that sends it from unit to unit. */
async function aTicketOnLine() {
  const { ctx } = await openApp()
  await receiveMessage(ctx, words(complaint))
  await receiveMessage(ctx, words('确认'))
  const { rows } = await ctx.readers.list({ sort: 'newest', limit: 1, offset: 0 })
  const ticketId = rows[0]?.id ?? ''
  const desk = { ...ctx, actor: aDispatcher() }
  const move = (unit: UnitId, note: string | null) => dispatchTicket(desk, { ticketId, unit, note })
  const told = async () =>
    (await talkOf(ctx)).filter(({ text }) => text.includes('改由')).map(({ text }) => text)
  return { move, told }
}

describe('A ticket sent from one unit to another', () => {
  it.each([null, '', '  '])('is not without a reason: %j', async (note) => {
    const { move } = await aTicketOnLine()
    expect(await move('city-enforcement', note)).toMatchObject({
      refused: 'invalid-input',
      params: { fields: 'note' },
    })
  })

  it('is told the citizen twice, the second time that it is not told any more', async () => {
    const { move, told } = await aTicketOnLine()
    const units = [
      'city-enforcement',
      'market-regulation',
      'ecology-bureau',
      'water-bureau',
    ] as const
    for (const unit of units) await move(unit, '按职责改派')
    const heard = await told()
    expect(heard).toHaveLength(2)
    expect(heard[0]).not.toContain('不再逐次通知')
    expect(heard[1]).toContain('不再逐次通知')
  })
})
