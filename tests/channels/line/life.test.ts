import { expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { lineUser, postbackEvent } from '#tests/support/fakes/line-events.ts'
import { wordsOf } from '#tests/support/fakes/line-words.ts'
import { buttonOf, openLine } from './line-world.ts'
import type { LineWorld } from './line-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'
const halfHour = 30 * 60_000

/** The handling unit works its only ticket; the timers run after each step. */
async function works(world: LineWorld, ...commands: readonly TicketCommand[]): Promise<void> {
  const [row] = await world.tickets()
  const unit = row?.handler ?? null
  const ctx = world.house.ctxFor({ id: 'officer-1', role: 'officer', unit, name: '李建国' })
  for (const command of commands) {
    world.clock.now += halfHour
    const changed = await changeTicket(ctx, row?.id ?? '', command)
    if (isRefusal(changed)) throw new Error(`${command.type}: ${changed.refused}`)
    await world.timers()
  }
}

/** A complaint by LINE, confirmed by its button, worked to the end by the unit. */
async function resolved(): Promise<LineWorld> {
  const world = await openLine()
  const citizen = world.citizen()
  await citizen.says(complaint)
  await citizen.taps('确认')
  await works(
    world,
    { type: 'accept' },
    { type: 'contact', method: 'phone', note: '已联系，今晚去看' },
    { type: 'resolve', publicReply: '11月23日已劝离并清洗路面。', internalNote: null },
  )
  return world
}

function heard(world: LineWorld): string {
  return world.line.delivered
    .flatMap((sent) => sent.messages)
    .map(wordsOf)
    .join('\n')
}

it('A complaint by LINE becomes a ticket whose number and unit are told in the chat', async () => {
  const world = await openLine()
  await world.citizen().says(complaint)
  await world.citizen().taps('确认')
  const [row] = await world.tickets()
  expect(row).toMatchObject({
    channel: 'line',
    category: 'open-air-barbecue',
    status: 'dispatched',
  })
  const words = world.citizen().hears().join('\n')
  expect(words).toContain(row?.number)
  expect(words).toContain('果园街道')
})

it('What the unit does is pushed to the citizen: signed for, contacted, resolved with the public reply', async () => {
  const world = await resolved()
  const pushed = world.line.delivered.filter((sent) => sent.kind === 'push')
  expect(pushed.length).toBeGreaterThanOrEqual(3)
  expect(pushed.every((sent) => sent.to === lineUser(1) && sent.retryKey !== null)).toBe(true)
  expect(heard(world)).toContain('已劝离并清洗路面。')
})

it('Three taps answer the call-back and close the ticket as solved', async () => {
  const world = await resolved()
  const citizen = world.citizen()
  await citizen.taps('联系过')
  await citizen.taps('已解决')
  await citizen.taps('满意')
  const [row] = await world.tickets()
  expect(row).toMatchObject({
    status: 'closed',
    contacted: true,
    solved: 'solved',
    satisfied: 'satisfied',
  })
})

it('"Not solved" sends it back to the unit for a second handling', async () => {
  const world = await resolved()
  const citizen = world.citizen()
  await citizen.taps('联系过')
  await citizen.taps('未解决')
  await citizen.taps('不满意')
  expect((await world.tickets())[0]).toMatchObject({ reopenings: 1, solved: 'unsolved' })
})

it('A tap redelivered, or tapped again after the question, changes nothing', async () => {
  const world = await resolved()
  const first = postbackEvent(world.next(), buttonOf(world.line, '联系过'))
  await world.deliver(first)
  await world.deliver({ ...first, deliveryContext: { isRedelivery: true } })
  await world.deliver(postbackEvent(world.next(), first.postback.data))
  await world.citizen().taps('已解决')
  await world.citizen().taps('满意')
  expect((await world.tickets())[0]).toMatchObject({ status: 'closed', contacted: true })
})
