import { describe, expect, it } from 'vitest'
import { inbox } from '#db/schema.ts'
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

  const from = (id: string, sender: string) => aMessage(id, { sender })

  it('lists of each sender the last that was stored before a time and not finished, who waits longest first', async () => {
    const world = await openWorld(store)
    for (const [id, sender] of [
      ['c', 'one'],
      ['a', 'two'],
      ['b', 'one'],
      ['d', 'three'],
      ['late', 'four'],
    ] as const) {
      await world.inbox.put(from(id, sender))
      world.clock.now += minute
    }
    await world.store.commit(aChange({ inboxDone: ['a'] }))
    const waiting = await world.inbox.unfinished(monday + 4 * minute, 10)
    expect(waiting.map((message) => message.id)).toEqual(['b', 'd'])
  })

  it('keeps the order of arrival among messages of the same millisecond', async () => {
    const world = await openWorld(store)
    for (const id of ['z', 'm', 'a']) await world.inbox.put(from(id, id))
    const waiting = await world.inbox.unfinished(monday + 1, 10)
    expect(waiting.map((message) => message.id)).toEqual(['z', 'm', 'a'])
  })

  it('lists no more than it was asked for', async () => {
    const world = await openWorld(store)
    for (const id of ['1', '2', '3']) await world.inbox.put(from(id, id))
    expect(await world.inbox.unfinished(monday + 1, 2)).toHaveLength(2)
  })

  it('lists one sender once, however much that one sent', async () => {
    const world = await openWorld(store)
    for (let n = 0; n < 30; n += 1) await world.inbox.put(from(`m${String(n)}`, 'many'))
    await world.inbox.put(from('other', 'one'))
    const waiting = await world.inbox.unfinished(monday + 1, 2)
    expect(waiting.map(({ id }) => id)).toEqual(['m29', 'other'])
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

  it('sets aside one that cannot be opened, and goes on with the others', async () => {
    const world = await openWorld(store)
    await world.inbox.put(from('broken', 'one'))
    const [row] = await world.database.db.select({ key: inbox.key }).from(inbox)
    await world.database.db.update(inbox).set({ sealedMessage: '1.AAAA' })
    await world.inbox.put(from('before', 'two'))
    await world.inbox.put(from('whole', 'two'))
    const waiting = await world.inbox.unfinished(monday + 1, 10)
    expect(waiting.map(({ id }) => id)).toEqual(['whole'])
    expect(await world.inbox.troubles(10)).toMatchObject([{ key: row?.key, reason: 'unreadable' }])
    expect((await world.inbox.waiting('whole')).map(({ id }) => id)).toEqual(['before', 'whole'])
  })

  it('counts tries as they begin, and sets aside what never ended one', async () => {
    const world = await openWorld(store, { inboxTries: 3 })
    await world.inbox.put(aMessage('line:1'))
    const begun = []
    for (let tries = 0; tries < 4; tries += 1) begun.push(await world.inbox.begin('line:1'))
    expect(begun).toEqual([true, true, true, false])
    expect(await world.inbox.troubles(10)).toMatchObject([{ tries: 4, reason: 'interrupted' }])
  })

  it('takes a message that was set aside up again on a person’s word, and knows no other key', async () => {
    const world = await openWorld(store, { inboxTries: 1 })
    await world.inbox.put(aMessage('line:1'))
    await world.inbox.failed('line:1', 'Error')
    const [trouble] = await world.inbox.troubles(10)
    expect(await world.inbox.retry(trouble?.key ?? '')).toBe(true)
    expect(await world.inbox.unfinished(monday + 1, 10)).toHaveLength(1)
    expect(await world.inbox.retry(trouble?.key ?? '')).toBe(false)
    expect(await world.inbox.retry('unknown')).toBe(false)
  })

  it('tells where a message stands in the crowd of its sender’s', async () => {
    const world = await openWorld(store)
    await world.inbox.put(from('early', 'one'))
    world.clock.now += minute
    for (const id of ['1', '2', '3']) await world.inbox.put(from(id, 'one'))
    await world.inbox.put(from('other', 'two'))
    const at = monday + minute
    expect(await world.inbox.crowd('2', minute)).toEqual({
      place: 2,
      storedAt: at,
      newestAt: at,
      isTold: false,
    })
    expect(await world.store.commit(aChange({ inboxTold: '2' }))).toBe('committed')
    expect(await world.store.commit(aChange({ inboxTold: '2' }))).toBe('conflict')
    expect(await world.inbox.crowd('3', minute)).toMatchObject({ place: 3, isTold: true })
    expect(await world.inbox.crowd('other', minute)).toMatchObject({ place: 1, isTold: false })
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
