import { expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { aSilk, aJpeg } from '#tests/support/media.ts'
import { openDesk } from '#tests/web/desk/desk-world.ts'
import type { DeskWorld } from '#tests/web/desk/desk-world.ts'

const street = '110118002'
const photo = { id: 'line:7001', kind: 'image', name: null } as const
const path = '/desk/attachments/line%3A7001'

/** A ticket of the street's with a photo; what of it is stored is up to the test. */
async function withPhoto(desk: DeskWorld, attachments: readonly (typeof photo)[] = [photo]) {
  const command = anOpenCommand()
  return desk.opens({ ...command, opened: { ...command.opened, attachments } })
}

async function keep(desk: DeskWorld, bytes = aJpeg(), mediaType = 'image/jpeg' as const) {
  const at = desk.clock.now
  const given = {
    id: photo.id,
    personId: 'person-1',
    channel: 'line',
    mediaType,
    bytes,
    location: null,
    at,
  } as const
  await desk.house.ports.attachments.put(given)
}

async function want(desk: DeskWorld): Promise<void> {
  await desk.house.ports.inbox.put({
    id: 'line:event-1',
    channel: 'line',
    sender: 'U1',
    at: desk.clock.now,
    content: { type: 'attachments', attachments: [photo] },
    replyToken: null,
  })
}

it('A ticket shows its photos, each with words for those who do not see it', async () => {
  const desk = await openDesk()
  const number = await withPhoto(desk)
  await keep(desk)
  const officer = await desk.signedIn({ unit: street })
  const page = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(page).toMatch(new RegExp(`<img[^>]*src="${path}"[^>]*alt="市民发来的照片 1，[^"]+"`, 'u'))
})

it('A photo is given to the unit of its ticket as it is, kept by no cache', async () => {
  const desk = await openDesk()
  await withPhoto(desk)
  await keep(desk)
  const officer = await desk.signedIn({ unit: street })
  const shown = await officer.get(path)
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(aJpeg())
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline; filename="image.jpeg"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
})

it('A photo of another unit’s ticket is as unknown as one that does not exist', async () => {
  const desk = await openDesk()
  await withPhoto(desk)
  await keep(desk)
  const other = await desk.signedIn({ unit: '110118001' })
  const unseen = await other.get(path)
  const unknown = await other.get('/desk/attachments/line%3A9999')
  expect([unseen.status, unknown.status]).toEqual([404, 404])
  expect(await unseen.text()).toBe(await unknown.text())
})

it('A photo is seen by the unit that helps and by the desk, and asks others to sign in', async () => {
  const desk = await openDesk()
  await withPhoto(desk)
  await keep(desk)
  const helping = await desk.signedIn({ unit: 'city-enforcement' })
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  expect((await helping.get(path)).status).toBe(200)
  expect((await dispatcher.get(path)).status).toBe(200)
  expect((await desk.browser().get(path)).status).toBe(303)
})

it('A photo that no ticket names is shown to nobody at the desk', async () => {
  const desk = await openDesk()
  await keep(desk)
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  expect((await dispatcher.get(path)).status).toBe(404)
})

it('A photo not fetched yet, one that is lost and what nobody kept are said to be so', async () => {
  const desk = await openDesk()
  const video = { id: 'line:7002', kind: 'video', name: null } as const
  const command = anOpenCommand()
  const attachments = [photo, video]
  const number = await desk.opens({ ...command, opened: { ...command.opened, attachments } })
  await want(desk)
  const officer = await desk.signedIn({ unit: street })
  const page = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(page).toContain('图片 1（正在从渠道取回')
  expect(page).toContain('视频 2（不保存内容')
  expect((await officer.get(path)).status).toBe(404)
  const failure = { reason: 'line-404', retryable: false }
  await desk.house.ports.attachments.failed(photo.id, failure, desk.clock.now)
  const later = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(later).toContain('图片 1（没能取回')
})

it('A file that was fetched and is none of what is kept is said to be so', async () => {
  const desk = await openDesk()
  const number = await withPhoto(desk)
  await want(desk)
  const failure = { reason: 'wrong-type', retryable: false }
  await desk.house.ports.attachments.failed(photo.id, failure, desk.clock.now)
  const officer = await desk.signedIn({ unit: street })
  const page = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(page).toContain('图片 1（类型、大小或内容不合要求')
})

it('A recording no browser plays is offered as a file', async () => {
  const desk = await openDesk()
  const number = await withPhoto(desk)
  const at = desk.clock.now
  const silk = { id: photo.id, personId: 'person-1', channel: 'line', at } as const
  await desk.house.ports.attachments.put({
    ...silk,
    mediaType: 'audio/silk',
    bytes: aSilk(),
    location: null,
  })
  const officer = await desk.signedIn({ unit: street })
  const page = await (await officer.get(`/desk/tickets/${number}`)).text()
  expect(page).toContain(`<a href="${path}">图片 1（浏览器不能直接播放`)
})
