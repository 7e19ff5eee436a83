import exifr from 'exifr'
import { expect, it } from 'vitest'
import { tidyAttachments } from '#app/files/tidy-attachments.ts'
import { system } from '#app/tickets/plan-change.ts'
import { attachmentChunks, attachments } from '#db/schema.ts'
import { makeSeal } from '#db/seal.ts'
import { guoyuan, wholeOf, withExif } from '#tests/support/media.ts'
import { openApp } from '#tests/app/app-world.ts'

const none = { moved: 0, removed: 0 }

it('What an older version stored is moved out of the database, cleaned, once', async () => {
  const { house } = await openApp()
  const { db } = house.database
  const bytes = withExif()
  const seal = await makeSeal(house.secret)
  const place = JSON.stringify(['attachment', 'photo-1', 'upload-1', 0])
  const sealed = Buffer.from(await seal.sealBytes(bytes, place)).toString('base64')
  const chunk = { attachmentId: 'photo-1', upload: 'upload-1', index: 0 }
  await db.insert(attachmentChunks).values({ ...chunk, sealedBytes: `1.${sealed}` })
  await db.insert(attachments).values({
    id: 'photo-1',
    personId: 'person-1',
    channel: 'web-chat',
    state: 'stored',
    at: 1,
    mediaType: 'image/jpeg',
    size: bytes.length,
    upload: 'upload-1',
    tries: 0,
    nextTryAt: 1,
  })
  const ctx = house.ctxFor(system)
  expect(await tidyAttachments(ctx)).toEqual({ moved: 1, removed: 0 })
  expect(await tidyAttachments(ctx)).toEqual(none)
  const kept = await wholeOf(await ctx.attachments.open('photo-1'))
  expect(await exifr.gps(kept?.bytes ?? new Uint8Array())).toBeUndefined()
  const [record] = await ctx.attachments.records(['photo-1'])
  expect(record?.location?.lat).toBeCloseTo(guoyuan.lat, 4)
  expect(await db.select().from(attachmentChunks)).toEqual([])
})
