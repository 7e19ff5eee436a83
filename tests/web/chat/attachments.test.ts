import type { Hono } from 'hono'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Transcriber } from '#app/files/attachments-port.ts'
import { citizenPages } from '#web/citizen/pages.tsx'
import { defaultLimits } from '#domain/media.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { minute } from '#tests/db/world.ts'
import { openLine } from '#tests/channels/line/line-world.ts'
import {
  aHeic,
  aJpeg,
  aPage,
  aPng,
  anAmr,
  anMp4,
  broken,
  filesForm,
  withExif,
} from '#tests/support/media.ts'
import { openBrowser, openWebWorld, senderOf } from '#tests/web/web-world.ts'
import type { WebWorld } from '#tests/web/web-world.ts'

const id = '3f0c4a52-0b0f-4c35-9a53-6f1f6a0d9d11'
const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟呛死人了'
const asJson = { accept: 'application/json' }

type Browser = ReturnType<typeof openBrowser>

async function atTheChat(transcribe: Transcriber | null = null) {
  const world = await openWebWorld(null, transcribe)
  const pages = citizenPages(world.deps)
  const browser = openBrowser(pages)
  await browser.get('/')
  return { world, pages, browser }
}

/** Posts a form with photos, as the browser that has these cookies. */
function send(
  pages: Hono,
  browser: Browser,
  body: FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const cookie = [...browser.jar].map((pair) => pair.join('=')).join('; ')
  const request = new Request('http://localhost/chat/attachments', {
    method: 'POST',
    body,
    headers: { cookie, ...headers },
  })
  return Promise.resolve(pages.fetch(request))
}

/** Addresses of the photos a page shows. */
function shownOn(page: string): string[] {
  return [...page.matchAll(/<img[^>]*src="(\/chat\/attachments\/[^"]+)"/gu)].map(
    (found) => found[1] ?? '',
  )
}

async function ticketsOf({ ctx }: WebWorld, browser: Browser) {
  const dialogue = await ctx.dialogues.find('web-chat', senderOf(browser))
  const ids = dialogue?.ticketIds ?? []
  return Promise.all(
    ids.map(async (ticketId) => {
      const events = await ctx.store.history(ticketId)
      return { ticket: fold(ticketId, events), events }
    }),
  )
}

async function confirm({ ctx }: WebWorld, browser: Browser): Promise<void> {
  const question = (await ctx.dialogues.find('web-chat', senderOf(browser)))?.question
  await browser.post('/chat/choice', { questionId: question?.id ?? '', choiceId: 'confirm' })
}

describe('photos in the chat', () => {
  it('are sent by a plain form, and seen in the log by whoever sent them', async () => {
    const { pages, browser } = await atTheChat()
    const answer = await send(pages, browser, filesForm([aJpeg(), aPng()]))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/#last'])
    const page = await browser.read('/')
    expect(page).toContain('alt="您发的照片 2"')
    const [first = '', second = ''] = shownOn(page)
    const photo = await browser.get(second)
    expect(photo.headers.get('content-type')).toBe('image/png')
    expect((await sharp(await photo.arrayBuffer()).metadata()).width).toBe(40)
    expect((await browser.get(first)).headers.get('content-type')).toBe('image/jpeg')
  })

  it('are answered to a script with what is new in the log', async () => {
    const { pages, browser } = await atTheChat()
    const form = filesForm([aJpeg()], { id, after: '0' })
    const answer = await send(pages, browser, form, asJson)
    // Safe because it is what the page's script reads.
    const { entries } = (await answer.json()) as { readonly entries: { readonly html: string }[] }
    expect(shownOn(entries[0]?.html ?? '')).toHaveLength(1)
    expect(entries).toHaveLength(2)
  })

  it('are one message, however often the same form is sent', async () => {
    const { pages, browser } = await atTheChat()
    await send(pages, browser, filesForm([aJpeg()], { id }))
    await send(pages, browser, filesForm([aJpeg()], { id }))
    expect(shownOn(await browser.read('/'))).toHaveLength(1)
  })

  it('are given back as what they are, to be shown and kept by nobody', async () => {
    const { pages, browser } = await atTheChat()
    await send(pages, browser, filesForm([aHeic()]))
    const [path = ''] = shownOn(await browser.read('/'))
    const { headers } = await browser.get(path)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('content-disposition')).toBe('inline; filename="image.jpeg"')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('are unknown to every other browser', async () => {
    const { world, pages, browser } = await atTheChat()
    await send(pages, browser, filesForm([aJpeg()]))
    const [path = ''] = shownOn(await browser.read('/'))
    const other = openBrowser(citizenPages(world.deps))
    expect((await other.get(path)).status).toBe(404)
    await other.get('/')
    expect((await other.get(path)).status).toBe(404)
    expect((await browser.get(path)).status).toBe(200)
  })

  it.each([
    ['nothing', [], 422, '请先选择照片、视频或录音'],
    ['a page that says it is a photo', [aPage()], 422, '这种文件收不了'],
    ['half a photo', [broken(aJpeg())], 422, '这个文件打不开'],
    ['a photo beside something else', [aJpeg(), aPage()], 422, '这种文件收不了'],
    ['four photos', [aJpeg(), aJpeg(), aJpeg(), aJpeg()], 422, '一次最多发 3 个'],
    ['a photo of more than ten mebibytes', [aJpeg(defaultLimits.image + 1)], 413, '文件太大了'],
  ] as const)('are refused in Chinese: %s', async (_what, photos, status, reason) => {
    const { pages, browser } = await atTheChat()
    const form = filesForm(photos)
    const answer = await send(pages, browser, form)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(reason)
    expect((await send(pages, browser, filesForm(photos), asJson)).status).toBe(status)
    expect(shownOn(await browser.read('/'))).toEqual([])
  })

  it('are refused before they are read when the form is too large as a whole', async () => {
    const { pages, browser } = await atTheChat()
    const large = aJpeg(defaultLimits.image)
    const answer = await send(
      pages,
      browser,
      filesForm(Array.from({ length: 6 }, () => large)),
      asJson,
    )
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining('文件太大了') })
  })

  it('are slowed down when they become a flood', async () => {
    const { world, pages, browser } = await atTheChat()
    const post = () => send(pages, browser, filesForm([aJpeg()]))
    for (let n = 0; n < 10; n += 1) expect((await post()).status).toBe(303)
    expect((await post()).status).toBe(429)
    world.clock.now += 10 * minute
    expect((await post()).status).toBe(303)
  })

  it('added to what is being told arrive on the ticket', async () => {
    const { world, pages, browser } = await atTheChat()
    await browser.post('/chat/messages', { text: complaint })
    await send(pages, browser, filesForm([aJpeg(), aJpeg()]))
    await confirm(world, browser)
    const [opened] = await ticketsOf(world, browser)
    const attachments = opened?.ticket?.opened.attachments ?? []
    expect(attachments.map(({ kind, name }) => [kind, name])).toEqual([
      ['image', null],
      ['image', null],
    ])
    const found = await world.ctx.attachments.records(attachments.map((one) => one.id))
    expect(found.map(({ state }) => state)).toEqual(['stored', 'stored'])
    expect(await world.ctx.attachments.tickets(attachments[0]?.id ?? '')).toEqual([
      opened?.ticket?.id,
    ])
  })

  it('may come before the first word', async () => {
    const { world, pages, browser } = await atTheChat()
    await send(pages, browser, filesForm([aJpeg()]))
    await browser.post('/chat/messages', { text: complaint })
    await confirm(world, browser)
    const [opened] = await ticketsOf(world, browser)
    expect(opened?.ticket?.opened.attachments).toHaveLength(1)
  })

  it('sent after the ticket supplement it', async () => {
    const { world, pages, browser } = await atTheChat()
    await browser.post('/chat/messages', { text: complaint })
    await confirm(world, browser)
    await send(pages, browser, filesForm([aJpeg()]))
    const [ticket, ...others] = await ticketsOf(world, browser)
    expect(others).toEqual([])
    expect(ticket?.ticket?.opened.attachments).toEqual([])
    const added = ticket?.events.flatMap((event) =>
      event.type === 'supplemented' ? event.data.attachments : [],
    )
    expect(added).toHaveLength(1)
  })

  it('have a button on the page, and a form for browsers without scripts', async () => {
    const { browser } = await atTheChat()
    const page = await browser.read('/')
    expect(page).toMatch(
      /<form[^>]*action="\/chat\/attachments"[^>]*enctype="multipart\/form-data"/u,
    )
    expect(page).toMatch(
      /<input[^>]*type="file"[^>]*accept="image\/\*,video\/\*,audio\/\*"[^>]*multiple/u,
    )
    expect(page).toContain('<label for="file">')
  })
})

describe('a film in the chat', () => {
  async function withFilm() {
    const { world, pages, browser } = await atTheChat()
    await send(pages, browser, filesForm([anMp4()]))
    const page = await browser.read('/')
    const [, path = ''] =
      /<video[^>]*>\s*<source src="(\/chat\/attachments\/[^"]+)"/u.exec(page) ?? []
    const cookie = [...browser.jar].map((pair) => pair.join('=')).join('; ')
    const get = (headers: Readonly<Record<string, string>> = {}) =>
      pages.request(path, { headers: { cookie, ...headers } })
    return { world, page, get }
  }

  it('is shown with a player that has a name', async () => {
    const { page, get } = await withFilm()
    expect(page).toContain('aria-label="您发的视频 1"')
    const whole = await get()
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(whole.headers.get('content-type')).toBe('video/mp4')
    expect((await whole.arrayBuffer()).byteLength).toBe(anMp4().length)
  })

  it.each([
    ['bytes=0-3', 0, 4],
    ['bytes=4-7', 4, 8],
    ['bytes=2000-', 2000, undefined],
    ['bytes=-5', -5, undefined],
    ['bytes=10-999999', 10, undefined],
  ])('is given in the part a player asks for: %s', async (range, from, to) => {
    const { get } = await withFilm()
    const whole = new Uint8Array(await (await get()).arrayBuffer())
    const part = await get({ range })
    const expected = whole.slice(from, to)
    expect(part.status).toBe(206)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(expected)
    const start = from < 0 ? whole.length + from : from
    const end = start + expected.length - 1
    const stated = `bytes ${String(start)}-${String(end)}/${String(whole.length)}`
    expect(part.headers.get('content-range')).toBe(stated)
  })

  it.each(['bytes=999999-', 'bytes=8-2'])('has no such part: %s', async (range) => {
    const { get } = await withFilm()
    const refused = await get({ range })
    expect(refused.status).toBe(416)
    expect(refused.headers.get('content-range')).toBe(`bytes */${String(anMp4().length)}`)
  })

  it.each(['bytes=0-1,4-5', 'pages=1-2', 'bytes=-'])('is given whole for %s', async (range) => {
    const { get } = await withFilm()
    expect((await get({ range })).status).toBe(200)
  })
})

describe('a photo that says where it was taken', () => {
  it('is asked about, and its place is the ticket’s when the citizen says so', async () => {
    const { world, pages, browser } = await atTheChat()
    await send(pages, browser, filesForm([withExif(1, { lat: 40.4606, lon: 116.8437 })]))
    await browser.post('/chat/messages', { text: '楼下饭店油烟直排，天天呛人' })
    await browser.post('/chat/messages', { text: '对' })
    await confirm(world, browser)
    const [opened] = await ticketsOf(world, browser)
    expect(opened?.ticket?.place).toMatchObject({
      town: '110118101',
      coordinates: { lat: expect.closeTo(40.4606, 3), lon: expect.closeTo(116.8437, 3) },
    })
  })
})

describe('a recording', () => {
  it('is evidence; what a transcriber hears in it is taken as said', async () => {
    const heard: string[] = []
    const { world, pages, browser } = await atTheChat(({ mediaType }) => {
      heard.push(mediaType)
      return Promise.resolve(complaint)
    })
    await send(pages, browser, filesForm([anAmr()]))
    expect(heard).toEqual(['audio/amr'])
    await confirm(world, browser)
    const [opened] = await ticketsOf(world, browser)
    expect(opened?.ticket?.category).toBe('open-air-barbecue')
    expect(opened?.ticket?.opened.attachments.map(({ kind }) => kind)).toEqual(['audio'])
  })

  it('is kept when the transcriber fails', async () => {
    const { pages, browser } = await atTheChat(() => Promise.reject(new Error('no model')))
    expect((await send(pages, browser, filesForm([anAmr()]))).status).toBe(303)
    expect(await browser.read('/')).toContain('aria-label="您发的录音 1"')
  })
})

describe('the size of what is sent to the whole app', () => {
  it('may be that of photos where photos are taken, and nowhere else', async () => {
    const { app } = await openLine({ line: false })
    const headers = { origin: 'http://localhost', ...asJson }
    const post = (path: string) =>
      app.request(path, { method: 'POST', headers, body: filesForm([aJpeg(1_200_000)]) })
    expect((await post('/chat/attachments')).status).toBe(200)
    expect((await post('/chat/messages')).status).toBe(413)
    expect((await post('/desk/sign-in')).status).toBe(413)
  })

  it('keeps photos from foreign pages out', async () => {
    const { app } = await openLine({ line: false })
    const headers = { origin: 'http://evil.example' }
    const request = { method: 'POST', headers, body: filesForm([aJpeg()]) }
    expect((await app.request('/chat/attachments', request)).status).toBe(403)
  })
})
