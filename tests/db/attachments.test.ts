import { describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { attachmentChunks, attachments as attachmentsTable } from '#db/schema.ts'
import { makeSeal } from '#db/seal.ts'
import { aChange, aMessage, aTicket, citizen, planned } from './build.ts'
import { minute, monday, openWorld, worldSecret } from './world.ts'
import type { World } from './world.ts'
import { wholeOf } from '#tests/support/media.ts'
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
  location: null,
  at: monday,
} as const

async function withLinePhoto(world: World, id = 'line:7001'): Promise<void> {
  const attachments = [{ id, kind: 'image', name: null }] as const
  await world.inbox.put(aMessage(`event-${id}`, { content: { type: 'attachments', attachments } }))
}

async function fileOf({ database }: World, id: string): Promise<string> {
  const [row] = await database.db
    .select({ file: attachmentsTable.file })
    .from(attachmentsTable)
    .where(eq(attachmentsTable.id, id))
  return row?.file ?? ''
}

/** All keys among the files. */
async function keysOf({ database }: World): Promise<string[]> {
  const keys: string[] = []
  let after: string | null = null
  do {
    const page = await database.files.list(after)
    keys.push(...page.files.map(({ key }) => key))
    after = page.next
  } while (after !== null)
  return keys
}

/** Stores a photo as version 0.1.0 did: in rows of half a mebibyte, sealed as text. */
async function inChunks({ database }: World, bytes: Uint8Array): Promise<void> {
  const seal = await makeSeal(worldSecret)
  const size = 512 * 1024
  for (let index = 0; index * size < bytes.length; index += 1) {
    const piece = bytes.subarray(index * size, (index + 1) * size)
    const place = JSON.stringify(['attachment', 'photo-1', 'upload-1', index])
    const sealed = Buffer.from(await seal.sealBytes(piece, place)).toString('base64')
    const row = { attachmentId: 'photo-1', upload: 'upload-1', index, sealedBytes: `1.${sealed}` }
    await database.db.insert(attachmentChunks).values(row)
  }
  const { id, personId, channel, mediaType, at } = photo
  const kept = { state: 'stored', size: bytes.length, upload: 'upload-1', tries: 0 } as const
  await database.db
    .insert(attachmentsTable)
    .values({ id, personId, channel, mediaType, at, nextTryAt: at, ...kept })
}

const due = (world: World) => ({ now: world.clock.now, limit: 10, leaseMs: minute })

describe.each(stores)('attachments on $name', (store) => {
  it('gives a photo back as it was put, whatever its size', async () => {
    const world = await openWorld(store)
    const bytes = bytesOf(10 * 1024 * 1024)
    await world.attachments.put({ ...photo, bytes })
    const found = await wholeOf(await world.attachments.open('photo-1'))
    expect(found?.mediaType).toBe('image/jpeg')
    expect(Buffer.compare(found?.bytes ?? new Uint8Array(), bytes)).toBe(0)
  })

  it('knows nothing of an id that was never put', async () => {
    const world = await openWorld(store)
    expect(await world.attachments.open('photo-1')).toBeNull()
    expect(await world.attachments.records(['photo-1'])).toEqual([])
  })

  it('keeps the first photo when its id is put again', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(10, 1) })
    await world.attachments.put({ ...photo, personId: 'person-2', bytes: bytesOf(20, 2) })
    expect((await wholeOf(await world.attachments.open('photo-1')))?.bytes).toEqual(bytesOf(10, 1))
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
    const kept = Buffer.from((await wholeOf(await world.attachments.open('photo-1')))?.bytes ?? [])
    expect([one, two].filter((bytes) => kept.equals(bytes))).toHaveLength(1)
  })

  it.each([
    ['the first byte', 0, 1],
    ['across two pieces', 262_140, 262_150],
    ['the end, and beyond it', 599_990, 700_000],
    ['nothing beyond the end', 600_000, 700_000],
  ])('gives a part of a film without the rest: %s', async (_what, from, to) => {
    const world = await openWorld(store)
    const bytes = bytesOf(600_000)
    await world.attachments.put({ ...photo, mediaType: 'video/mp4', bytes })
    const film = await world.attachments.open('photo-1')
    expect(await film?.read(from, to)).toEqual(bytes.slice(from, to))
  })

  it('opens no file that was swapped with that of another attachment', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(100, 1) })
    await world.attachments.put({ ...photo, id: 'photo-2', bytes: bytesOf(100, 2) })
    const { db } = world.database
    const file = await fileOf(world, 'photo-2')
    await db.update(attachmentsTable).set({ file }).where(eq(attachmentsTable.id, 'photo-1'))
    await expect(wholeOf(await world.attachments.open('photo-1'))).rejects.toThrow()
    expect((await wholeOf(await world.attachments.open('photo-2')))?.bytes).toEqual(bytesOf(100, 2))
  })

  it('opens no file that was altered or cut short', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(100) })
    const key = await fileOf(world, 'photo-1')
    const sealed = (await world.database.files.read(key, 0, 1000)) ?? new Uint8Array()
    await world.database.files.write(key, sealed.subarray(0, 90))
    await expect(wholeOf(await world.attachments.open('photo-1'))).rejects.toThrow()
  })

  it('keeps files under keys nobody can guess, unlike the ids of attachments', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(10) })
    expect(await fileOf(world, 'photo-1')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keeps where a photo was taken beside it, unreadable on the disk', async () => {
    const world = await openWorld(store)
    const location = { lat: 40.37641, lon: 116.84321 }
    await world.attachments.put({ ...photo, location, bytes: bytesOf(10) })
    expect(await world.attachments.records(['photo-1'])).toMatchObject([{ location }])
    expect(world.opened.bytes().includes('40.37641')).toBe(false)
  })

  it('leaves one file of two uploads at once', async () => {
    const world = await openWorld(store)
    const other = await world.beside()
    await Promise.all([
      world.attachments.put({ ...photo, bytes: bytesOf(10, 1) }),
      other.attachments.put({ ...photo, bytes: bytesOf(10, 2) }),
    ])
    expect(await keysOf(world)).toEqual([await fileOf(world, 'photo-1')])
  })

  it('sweeps away files that nothing refers to, once they are old, and no others', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(10) })
    await world.database.files.write('ab'.repeat(32), bytesOf(10))
    expect(await world.attachments.sweep(Date.now() - minute)).toEqual({ removed: 0, strange: 0 })
    expect(await keysOf(world)).toHaveLength(2)
    expect(await world.attachments.sweep(Date.now() + minute)).toEqual({ removed: 1, strange: 0 })
    expect(await keysOf(world)).toEqual([await fileOf(world, 'photo-1')])
  })

  it("leaves a folder alone that is mostly another database's", async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, bytes: bytesOf(10) })
    const foreign = Array.from({ length: 21 }, (_, i) => i.toString(16).padStart(64, '0'))
    for (const key of foreign) await world.database.files.write(key, bytesOf(10))
    const swept = await world.attachments.sweep(Date.now() + minute)
    expect(swept).toEqual({ removed: 0, strange: foreign.length })
    expect(await keysOf(world)).toHaveLength(foreign.length + 1)
  })

  it('reads what an older version kept in the database, and moves it out', async () => {
    const world = await openWorld(store)
    const bytes = bytesOf(600_000)
    await inChunks(world, bytes)
    expect((await wholeOf(await world.attachments.open('photo-1')))?.bytes).toEqual(bytes)
    const [old, ...others] = await world.attachments.unmoved(10)
    expect(others).toEqual([])
    expect(old).toMatchObject({ id: 'photo-1', personId: 'person-1', channel: 'web-chat' })
    await world.attachments.put({ ...photo, bytes })
    expect(await world.attachments.unmoved(10)).toEqual([])
    expect(await world.database.db.select().from(attachmentChunks)).toEqual([])
    expect((await wholeOf(await world.attachments.open('photo-1')))?.bytes).toEqual(bytes)
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
    expect(await world.attachments.open('line:7001')).toBeNull()
    expect(await world.attachments.take('line', due(world))).toMatchObject([{ id: 'line:7001' }])
  })

  it('wants no photo that is here already', async () => {
    const world = await openWorld(store)
    await world.attachments.put({ ...photo, id: 'line:7001', channel: 'line', bytes: bytesOf(9) })
    await withLinePhoto(world)
    expect(await world.attachments.take('line', due(world))).toEqual([])
  })

  it.each(['video', 'audio', 'file'] as const)('wants a %s as well', async (kind) => {
    const world = await openWorld(store)
    const attachments = [{ id: 'line:1', kind, name: null }] as const
    await world.inbox.put(aMessage('1', { content: { type: 'attachments', attachments } }))
    expect(await world.attachments.records(['line:1'])).toMatchObject([{ state: 'wanted' }])
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
