import { describe, expect, it } from 'vitest'
import type { BotReport } from '#app/outbox/bot-port.ts'
import { stores } from '#tests/support/stores.ts'
import { minute, monday, openWorld } from './world.ts'

const online: BotReport = { state: 'online', code: null, account: '密云环保小助手', reason: null }
const at = (now: number) => ({ now, staleBefore: now - minute })

describe.each(stores)('bots on $name', (store) => {
  it('nothing is known before a bot has run', async () => {
    const { bots } = await openWorld(store)
    expect(await bots.read()).toBeNull()
  })

  it('one of two processes that start together gets the bot', async () => {
    const world = await openWorld(store)
    const beside = await world.beside()
    const got = await Promise.all([
      world.bots.hold('first', at(monday)),
      beside.bots.hold('second', at(monday)),
    ])
    expect(got.filter(Boolean)).toHaveLength(1)
  })

  it('a process keeps the bot while it shows itself, and tells how it stands', async () => {
    const { bots } = await openWorld(store)
    await bots.hold('first', at(monday))
    await bots.report('first', online, monday + 1)
    expect(await bots.hold('first', at(monday + minute))).toBe(true)
    expect(await bots.hold('second', at(monday + minute + 1))).toBe(false)
    const record = { holder: 'first', ...online, since: monday + 1, seenAt: monday + minute }
    expect(await bots.read()).toEqual(record)
  })

  it('a process that fell silent loses the bot, and its word counts no more', async () => {
    const { bots } = await openWorld(store)
    await bots.hold('first', at(monday))
    await bots.report('first', online, monday)
    const later = monday + minute + 1
    expect(await bots.hold('second', at(later))).toBe(true)
    await bots.report('first', online, later + 1)
    expect(await bots.read()).toMatchObject({ holder: 'second', state: 'starting', since: later })
    expect(await bots.hold('first', at(later + 2))).toBe(false)
  })
})
