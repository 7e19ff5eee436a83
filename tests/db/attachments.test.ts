import { describe, expect, it } from 'vitest'
import { attachmentChunks } from '#db/schema.ts'
import { aChange, aMessage, aTicket, citizen, planned } from './build.ts'
import { minute, monday, openWorld } from './world.ts'
import type { World } from './world.ts'
import { stores } from '#tests/support/stores.ts'

/** Bytes that differ from each other, so that a chunk in the wrong place is noticed. */
function bytesOf(length: number, seed = 1): Uint8Array {
  return new Uint8Array(length).map((_, index) => (index * 31 + (index >> 12) * seed + seed) % 256)
}

const photo = {
  id: 'photo-1',
  personId: 'person-1',
  channel: 'web-chat',
  mediaType: 'image/jpeg',
  at: monday,
} as const

async function withLinePhoto(world: World, id = 'line:7001'): Promise<void> {
  const attachments = [{ id, kind: 'image', name: null }] as const
  await world.inbox.put(aMessage(`event-${id}`, { content: { type: 'attachments', attachments } }))
}

const due = (world: World) => ({ now: world.clock.now, limit: 10, leaseMs: minute })

describe.each(stores)('attachments on $name', (store) => {
  it('gives a photo back as it was put, whatever its size', async () => {
    const world = await openWorld(store)
    const bytes = bytesOf(10 * 1024 * 1024)
    await world.attachments.put({ ...photo, bytes })
    const found = await world.attachments.get('photo-1')
    expect(found?.mediaType).toBe('image/jpeg')
    expect(Buffer.compare(found?.bytes ?? new Uint8Array(), bytes)).toBe(0)
  })

  it('knows nothing of an id that was never put', async () => {
    const world = await openWorld(store)
    expect(await world.attachments.get('photo-1')).toBeNull()
    expect(await world.attachments.records(['photo-1'])).toEqual([])
  })

  it('keeps the first photo when its id is put again', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(10, 1) })
    await world.attachments.put({ ...photo, personId: 'person-2', bytes: bytesOf(20, 2) })
    expect((await world.attachments.get('photo-1'))?.bytes).toEqual(bytesOf(10, 1))
    expect(await world.attachments.records(['photo-1'])).toMatchObject([{ personId: 'person-1' }])
  })

  it('keeps one whole photo of two put at once', async () => {
    const world = await openWorld(store)
    const other = await world.beside()
    const [one, two] = [bytesOf(700_000, 1), bytesOf(700_000, 2)]
    await Promise.all([
      world.attachments.put({ ...photo, bytes: one }),
      other.attachments.put({ ...photo, bytes: two }),
    ])
    const kept = Buffer.from((await world.attachments.get('photo-1'))?.bytes ?? [])
    expect([one, two].filter((bytes) => kept.equals(bytes))).toHaveLength(1)
  })

  it('opens no chunk that was moved to another photo', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(100, 1) })
    await world.attachments.put({ ...photo, id: 'photo-2', bytes: bytesOf(100, 2) })
    const { db } = world.database
    const { sealedBytes } = (await db.select().from(attachmentChunks))[1] ?? { sealedBytes: '' }
    await db.update(attachmentChunks).set({ sealedBytes })
    await expect(world.attachments.get('photo-1')).rejects.toThrow()
    expect((await world.attachments.get('photo-2'))?.bytes).toEqual(bytesOf(100, 2))
  })

  it('leaves no chunk behind of an upload that a crash broke off', async () => {
    const world = await openWorld(store)
    const { db } = world.database
    const left = { attachmentId: 'photo-1', upload: 'broken off', index: 0, sealedBytes: '' }
    await db.insert(attachmentChunks).values(left)
    await world.attachments.put({ ...photo, bytes: bytesOf(100) })
    expect(await db.select().from(attachmentChunks)).toHaveLength(1)
    expect((await world.attachments.get('photo-1'))?.bytes).toEqual(bytesOf(100))
  })

  it('knows the tickets whose events name a photo', async () => {
    const world = await openWorld(store)
    const attachments = [{ id: 'photo-1', kind: 'image', name: null }] as const
    const first = aTicket('ticket-1', { opened: { attachments } })
    const second = aTicket('ticket-2', { serial: 2 })
    const supplement = { type: 'supplement', text: '', attachments, place: null } as const
    const added = planned(second.after, monday, [[citizen, supplement]])
    for (const ticket of [first, second, added]) {
      await world.store.commit(aChange({ tickets: [ticket] }))
    }
    expect([...(await world.attachments.tickets('photo-1'))].sort()).toEqual([
      'ticket-1',
      'ticket-2',
    ])
    expect(await world.attachments.tickets('photo-2')).toEqual([])
  })

  it('leaves nothing readable on the disk', async () => {
    const world = await openWorld(store)
    const bytes = new TextEncoder().encode('a street at night '.repeat(100))
    await world.attachments.put({ ...photo, bytes })
    const disk = world.opened.bytes()
    expect(disk.includes('a street at night')).toBe(false)
    expect(disk.includes(Buffer.from(bytes).toString('base64').slice(4, 40))).toBe(false)
  })

  it('wants a photo from the moment its message is stored', async () => {
    const world = await openWorld(store)
    await withLinePhoto(world)
    expect(await world.attachments.records(['line:7001'])).toMatchObject([
      { state: 'wanted', mediaType: null },
    ])
    expect(await world.attachments.get('line:7001')).toBeNull()
    expect(await world.attachments.take('line', due(world))).toMatchObject([{ id: 'line:7001' }])
  })

  it('wants no photo that is here already', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, id: 'line:7001', channel: 'line', bytes: bytesOf(9) })
    await withLinePhoto(world)
    expect(await world.attachments.take('line', due(world))).toEqual([])
  })

  it('wants no video, which is not kept', async () => {
    const world = await openWorld(store)
    const attachments = [{ id: 'line:1', kind: 'video', name: null }] as const
    await world.inbox.put(aMessage('1', { content: { type: 'attachments', attachments } }))
    expect(await world.attachments.records(['line:1'])).toEqual([])
  })

  it('gives one download to one taker, and again when the lease is over', async () => {
    const world = await openWorld(store)
    await withLinePhoto(world)
    await world.attachments.take('line', due(world))
    expect(await world.attachments.take('line', due(world))).toEqual([])
    world.clock.now += minute
    expect(await world.attachments.take('line', due(world))).toMatchObject([{ id: 'line:7001' }])
  })

  it('gives no download of another channel', async () => {
    const world = await openWorld(store)
    await withLinePhoto(world)
    expect(await world.attachments.take('web-chat', due(world))).toEqual([])
  })

  it('tries a failed download again, later each time, and gives it up in the end', async () => {
    const world = await openWorld(store, { attachmentTries: 2, firstRetryMs: 1000 })
    await withLinePhoto(world)
    const failure = { reason: 'line-500', retryable: true }
    await world.attachments.take('line', due(world))
    await world.attachments.failed('line:7001', failure, world.clock.now)
    world.clock.now += 999
    expect(await world.attachments.take('line', due(world))).toEqual([])
    world.clock.now += 1
    expect(await world.attachments.take('line', due(world))).toHaveLength(1)
    await world.attachments.failed('line:7001', failure, world.clock.now)
    expect(await world.attachments.records(['line:7001'])).toMatchObject([{ state: 'lost' }])
  })

  it('gives a download up at once when trying again is no use', async () => {
    const world = await openWorld(store)
    await withLinePhoto(world)
    await world.attachments.take('line', due(world))
    await world.attachments.failed('line:7001', { reason: 'line-404', retryable: false }, monday)
    expect(await world.attachments.records(['line:7001'])).toMatchObject([{ state: 'lost' }])
  })

  it('does not lose a photo that arrived after all', async () => {
    const world = await openWorld(store)
    await withLinePhoto(world)
    await world.attachments.put({ ...photo, id: 'line:7001', channel: 'line', bytes: bytesOf(9) })
    await world.attachments.failed('line:7001', { reason: 'line-404', retryable: false }, monday)
    expect(await world.attachments.records(['line:7001'])).toMatchObject([{ state: 'stored' }])
  })
})
