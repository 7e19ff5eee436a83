import { describe, expect, it } from 'vitest'
import { stores } from '#tests/support/stores.ts'
import { aChange, aMessage } from './build.ts'
import { minute, openWorld } from './world.ts'
import type { World } from './world.ts'

async function earlierIds(world: World, id: string) {
  const waiting = await world.inbox.waiting(id)
  return waiting.map((message) => message.id).filter((one) => one !== id)
}

describe.each(stores)('what came before a message, on $name', (store) => {
  it('is what its sender had sent and nobody has finished, in order of arrival', async () => {
    const world = await openWorld(store)
    for (const id of ['z', 'm', 'a', 'after']) await world.inbox.put(aMessage(id))
    expect(await earlierIds(world, 'a')).toEqual(['z', 'm'])
  })

  it('keeps that order when the clock is put back', async () => {
    const world = await openWorld(store)
    for (const id of ['first', 'second', 'third']) {
      await world.inbox.put(aMessage(id))
      world.clock.now -= minute
    }
    expect(await earlierIds(world, 'third')).toEqual(['first', 'second'])
  })

  it('holds nothing that was answered', async () => {
    const world = await openWorld(store)
    for (const id of ['1', '2', '3']) await world.inbox.put(aMessage(id))
    await world.store.commit(aChange({ inboxDone: ['1'] }))
    expect(await earlierIds(world, '3')).toEqual(['2'])
  })

  it('holds nothing that was set aside, so that one bad message silences nobody for good', async () => {
    const world = await openWorld(store, { inboxTries: 1 })
    for (const id of ['1', '2']) await world.inbox.put(aMessage(id))
    await world.inbox.failed('1', 'Error')
    expect(await earlierIds(world, '2')).toEqual([])
  })

  it('holds nothing of other people, nor of the same name on another channel', async () => {
    const world = await openWorld(store)
    await world.inbox.put(aMessage('1', { sender: 'somebody else' }))
    await world.inbox.put(aMessage('2', { channel: 'web-chat' }))
    await world.inbox.put(aMessage('3'))
    expect(await earlierIds(world, '3')).toEqual([])
  })

  it('is nothing for a message that was never stored', async () => {
    const world = await openWorld(store)
    await world.inbox.put(aMessage('1'))
    expect(await earlierIds(world, 'unknown')).toEqual([])
  })
})
