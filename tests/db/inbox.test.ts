import { describe, expect, it } from 'vitest'
import { stores } from '#tests/support/stores.ts'
import { aChange, aMessage } from './build.ts'
import { minute, monday, openWorld } from './world.ts'

describe.each(stores)('inbox on $name', (store) => {
  it('says of a message it has not seen that it is new', async () => {
    const world = await openWorld(store)
    expect(await world.inbox.put(aMessage('line:1'))).toBe('new')
  })

  it('says of a message it has seen and not finished that it is pending', async () => {
    const world = await openWorld(store)
    await world.inbox.put(aMessage('line:1'))
    expect(await world.inbox.put(aMessage('line:1'))).toBe('pending')
  })

  it('says of a message that was answered that it is done', async () => {
    const world = await openWorld(store)
    await world.inbox.put(aMessage('line:1'))
    await world.store.commit(aChange({ inboxDone: ['line:1'] }))
    expect(await world.inbox.put(aMessage('line:1'))).toBe('done')
  })

  it('stores a message once when it is delivered twice at the same moment', async () => {
    const world = await openWorld(store)
    const beside = await world.beside()
    await Promise.all([world.inbox.put(aMessage('line:1')), beside.inbox.put(aMessage('line:1'))])
    expect(await world.inbox.unfinished(monday + 1, 10)).toHaveLength(1)
    expect(await world.dialogues.transcript('line', 'U4af4980629', 0, 10)).toHaveLength(1)
  })

  it('gives a message back as it came', async () => {
    const world = await openWorld(store)
    const message = aMessage('line:1', {
      content: { type: 'location', coordinates: { lat: 40.37, lon: 116.84 }, label: null },
      replyToken: { token: 'abc', expiresAt: monday + minute },
    })
    await world.inbox.put(message)
    expect(await world.inbox.get('line:1')).toEqual(message)
  })

  it('knows nothing of an id it was never given', async () => {
    const world = await openWorld(store)
    expect(await world.inbox.get('line:1')).toBeNull()
  })

  it('lists what was stored before a time and not finished, oldest first', async () => {
    const world = await openWorld(store)
    for (const id of ['c', 'a', 'b', 'late']) {
      await world.inbox.put(aMessage(id))
      world.clock.now += minute
    }
    await world.store.commit(aChange({ inboxDone: ['a'] }))
    const waiting = await world.inbox.unfinished(monday + 3 * minute, 10)
    expect(waiting.map((message) => message.id)).toEqual(['c', 'b'])
  })

  it('keeps the order of arrival among messages of the same millisecond', async () => {
    const world = await openWorld(store)
    for (const id of ['z', 'm', 'a']) await world.inbox.put(aMessage(id))
    const waiting = await world.inbox.unfinished(monday + 1, 10)
    expect(waiting.map((message) => message.id)).toEqual(['z', 'm', 'a'])
  })

  it('lists no more than it was asked for', async () => {
    const world = await openWorld(store)
    for (const id of ['1', '2', '3']) await world.inbox.put(aMessage(id))
    expect(await world.inbox.unfinished(monday + 1, 2)).toHaveLength(2)
  })

  it('goes on offering a message that failed', async () => {
    const world = await openWorld(store, { inboxTries: 3 })
    await world.inbox.put(aMessage('line:1'))
    await world.inbox.failed('line:1', 'Error')
    await world.inbox.failed('line:1', 'Error')
    expect(await world.inbox.unfinished(monday + 1, 10)).toHaveLength(1)
  })

  it('sets a message aside after its last try', async () => {
    const world = await openWorld(store, { inboxTries: 3 })
    await world.inbox.put(aMessage('line:1'))
    for (let tries = 0; tries < 3; tries += 1) await world.inbox.failed('line:1', 'Error')
    expect(await world.inbox.unfinished(monday + 1, 10)).toEqual([])
  })

  it('takes a message that was set aside up again when it is delivered again', async () => {
    const world = await openWorld(store, { inboxTries: 1 })
    await world.inbox.put(aMessage('line:1'))
    await world.inbox.failed('line:1', 'Error')
    expect(await world.inbox.put(aMessage('line:1'))).toBe('pending')
    expect(await world.store.commit(aChange({ inboxDone: ['line:1'] }))).toBe('committed')
    expect(await world.inbox.put(aMessage('line:1'))).toBe('done')
  })

  it('does not undo an answer when another process reports a failure late', async () => {
    const world = await openWorld(store, { inboxTries: 1 })
    await world.inbox.put(aMessage('line:1'))
    await world.store.commit(aChange({ inboxDone: ['line:1'] }))
    await world.inbox.failed('line:1', 'Error')
    expect(await world.inbox.put(aMessage('line:1'))).toBe('done')
  })
})
