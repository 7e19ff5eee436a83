import { expect, it } from 'vitest'
import { giveCommand } from '#app/give-command.ts'
import { receiveMessage } from '#app/receive-message.ts'
import { isRefusal } from '#domain/refusal.ts'
import { anOperator } from '#tests/support/build.ts'
import { openApp, words } from './app-world.ts'

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
