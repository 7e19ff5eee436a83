import { describe, expect, it } from 'vitest'
import { noChange, planTicket } from '#app/tickets/plan-change.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { readTicket } from '#app/tickets/read-desk.ts'
import { isRefusal } from '#domain/refusal.ts'
import { aDispatcher, anOfficer, anOpenCommand, commands, theHouse } from '#tests/support/build.ts'
import { openWebWorld } from '#tests/web/web-world.ts'

const file = { id: 'file-1', kind: 'image', name: '王小明家窗口.jpg' } as const
const words = '我叫王小明，家住果园西里3号楼2单元501，楼下饭店冒烟'
const isOpening = ({ type }: { readonly type: string }) => type === 'opened'

/** A ticket that was opened without secrecy, with words and a photo that tell who it was. */
async function aTicket() {
  const world = await openWebWorld()
  const opening = anOpenCommand({ text: words, attachments: [file] })
  const planned = planTicket(world.deps.ctxFor(theHouse()), 'ticket-1', null, [opening])
  if (isRefusal(planned)) throw new Error(planned.refused)
  await world.commit({ ...noChange, tickets: [planned] })
  const handler = planned.after.handler
  if (handler === null) throw new Error('nobody has it')
  const desk = world.deps.ctxFor(aDispatcher())
  const unit = world.deps.ctxFor(anOfficer(handler))
  const seen = async (ctx = unit) => {
    const view = await readTicket(ctx, { id: 'ticket-1' })
    if (isRefusal(view)) throw new Error(view.refused)
    return view
  }
  return { desk, seen }
}

describe('secrecy asked for after the ticket', () => {
  it('hides from the unit what was written before, and from nobody else', async () => {
    const { desk, seen } = await aTicket()
    expect(JSON.stringify(await seen())).toContain('王小明')
    await changeTicket(desk, 'ticket-1', commands['keep-secret'])
    expect(JSON.stringify(await seen())).not.toMatch(/王小明|501/)
    expect(JSON.stringify(await seen())).toContain('楼下饭店冒烟')
    expect(JSON.stringify(await seen(desk))).toContain('王小明')
  })

  it('keeps the reporter’s files from the unit until a person has released them', async () => {
    const { desk, seen } = await aTicket()
    await changeTicket(desk, 'ticket-1', commands['keep-secret'])
    const shown = async () => (await seen()).events.find(isOpening)?.data
    expect(await shown()).toMatchObject({ attachments: [] })
    await changeTicket(desk, 'ticket-1', commands['release-files'])
    expect(await shown()).toMatchObject({ attachments: [{ id: 'file-1', name: null }] })
  })

  it('is not asked for twice, and cannot be taken back', async () => {
    const { desk } = await aTicket()
    await changeTicket(desk, 'ticket-1', commands['keep-secret'])
    const again = await changeTicket(desk, 'ticket-1', commands['keep-secret'])
    expect(again).toMatchObject({ refused: 'already-done' })
  })
})
