import { expect, it } from 'vitest'
import { recomputeRates } from '#app/evaluation/audit-rates.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { receiveMessage } from '#app/talk/receive-message.ts'
import { ratesInSql } from '#cli/database/rates-sql.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { settings } from '#domain/ticket/settings.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import {
  anInspector,
  anOfficer,
  anOperator,
  byPhone,
  commands,
  day,
  start,
} from '#tests/support/build.ts'
import { openApp, talkOf, words } from '#tests/app/app-world.ts'

/** A citizen on LINE for whom an operator has closed the ticket as solved. */
async function writtenDown() {
  const { ctx, house, database } = await openApp()
  for (const text of ['果园西里小区门口的烧烤摊每天晚上冒烟', '确认']) {
    await receiveMessage(ctx, words(text))
  }
  const { rows } = await ctx.readers.list({ sort: 'newest', limit: 1, offset: 0 })
  const id = rows[0]?.id ?? ''
  const give = async (actor: Actor, ...given: readonly TicketCommand[]) => {
    for (const command of given) {
      const done = await changeTicket(house.ctxFor(actor), id, command)
      if (isRefusal(done)) throw new Error(`${command.type}: ${done.refused}`)
    }
  }
  await give(anOfficer(), commands.accept, commands.contact, commands.resolve)
  await give(
    anOperator(),
    commands['start-callback'],
    { ...commands['attempt-callback'], reached: true },
    { ...commands.rate, ...byPhone },
  )
  const heard = async () => (await talkOf(ctx)).findLast(({ from }) => from === 'bot')
  const says = (text: string) => receiveMessage(ctx, words(text))
  const period = { from: start - day, to: start + day }
  const figures = async () => {
    const { agrees, table } = await recomputeRates(ctx, { period, group: 'handler' })
    const [sql] = await ratesInSql(database, { period, group: 'handler', using: settings })
    const { valid, solved, falseCallbacks } = table.total
    expect(agrees).toBe(true)
    expect(sql).toMatchObject({ valid, falseCallbacks, solved: solved?.share ?? null })
    return { valid, solved: solved?.share ?? null, falseCallbacks }
  }
  const status = async () =>
    (await ctx.readers.list({ sort: 'newest', limit: 1, offset: 0 })).rows[0]?.status
  return { give, heard, says, figures, status }
}

it('A citizen reads in her own chat what an operator wrote down, with a button to say otherwise', async () => {
  const { heard, figures } = await writtenDown()
  const told = await heard()
  expect(told?.text).toContain('已解决、满意')
  expect(told?.choices.map(({ label }) => label)).toEqual(['是我的意思', '不对，我自己说'])
  expect(await figures()).toEqual({ valid: 1, solved: 1, falseCallbacks: 0 })
})

it('Her own “not solved” is asked for, taken, and counts alone; the ticket is handled again', async () => {
  const { says, status, figures } = await writtenDown()
  for (const text of ['不对，我自己说', '联系过', '没解决', '不满意']) await says(text)
  expect(await status()).toBe('reopened')
  expect(await figures()).toEqual({ valid: 1, solved: 0, falseCallbacks: 0 })
})

it('A false call-back is struck out and counted, and she is asked anew in her chat', async () => {
  const { give, heard, status, figures } = await writtenDown()
  await give(anInspector(), commands['mark-false-callback'])
  expect(await status()).toBe('resolved')
  expect((await heard())?.choices.map(({ label }) => label)).toContain('联系过')
  expect(await figures()).toEqual({ valid: 0, solved: null, falseCallbacks: 1 })
})
