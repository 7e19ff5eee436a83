import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aPage, anMp4, filesForm, withExif } from '#tests/support/media.ts'
import { writeTable } from '#doors/spreadsheet/write.ts'
import { anOrder, header } from '#tests/cli/import/import-world.ts'
import { startWorker } from './start.ts'
import type { RunningWorker } from './start.ts'

const adminPassword = 'one password for the first day'
const channelSecret = 'a channel secret'

// One worker for all: bundling and starting it takes seconds. Each test writes as somebody else.
let worker: RunningWorker
/** Texts that reached LINE. */
const sent: string[] = []
const line = createServer((request, response) => {
  let body = ''
  request.on('data', (data: Buffer) => (body += data.toString()))
  request.on('end', () => {
    sent.push(body)
    response.setHeader('content-type', 'application/json').end('{"sentMessages":[]}')
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  // Safe because the server listens on a port.
  const { port } = line.address() as AddressInfo
  worker = await startWorker({
    HUIYING_SECRET: 'a master secret for tests, 32+ characters',
    HUIYING_ADMIN_PASSWORD: adminPassword,
    HUIYING_LOG: 'error',
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: 'a token',
    LINE_API_URL: `http://127.0.0.1:${String(port)}`,
  })
})

afterAll(async () => {
  await worker.stop()
  line.close()
})

type Entry = {
  readonly from: string
  readonly text: string
  readonly choices: readonly { readonly id: string }[]
  readonly questionId: string | null
  readonly attachments: readonly { readonly id: string }[]
}

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return worker.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

async function say(session: string, content: object, id: string = crypto.randomUUID()) {
  const answer = await post(`/api/v1/chat/${session}`, { id, content })
  expect(answer.status).toBe(200)
  // Safe because it is checked by what the tests expect of it.
  return ((await answer.json()) as { entries: Entry[] }).entries
}

const complaint = {
  type: 'text',
  text: '果园街道果园西里小区门口的饭店油烟直排，熏得人开不了窗',
} as const

/** Complains and confirms; gives what the bot said last, with the ticket's number and code. */
async function complain(session: string, text: string = complaint.text) {
  const asked = (await say(session, { ...complaint, text })).at(-1)
  const confirm = { type: 'choice', questionId: asked?.questionId, choiceId: 'confirm' }
  const said = (await say(session, confirm)).map((entry) => entry.text).join('\n')
  return {
    number: /MY\d{8}-\d{5}-\d/.exec(said)?.[0] ?? '',
    code: /[A-Z0-9]{8}(?=。)/.exec(said)?.[0] ?? '',
  }
}

describe('the bundled worker in workerd', () => {
  it('is small enough to be deployed', () => {
    // Workers take 10 MB compressed (3 MB without a plan); this is before compression.
    expect(worker.size).toBeLessThan(6_000_000)
  })

  it('is alive, and ready when its database is', async () => {
    expect(await (await worker.fetch('/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await worker.fetch('/readyz')).json()).toEqual({ status: 'ready' })
  })

  it('shows the chat page with strict headers', async () => {
    const page = await worker.fetch('/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toMatch('text/html')
    expect(page.headers.get('content-security-policy')).toMatch("default-src 'self'")
    expect(await page.text()).toMatch('<form')
  })

  it('serves the files of the pages, with the same headers', async () => {
    const style = await worker.fetch('/static/app.css')
    expect(style.status).toBe(200)
    expect(style.headers.get('content-type')).toMatch('text/css')
    expect(style.headers.get('x-frame-options')).toBe('DENY')
    expect((await worker.fetch('/static/nothing.css')).status).toBe(404)
  })

  it('opens a ticket from a chat, which its number and code find again', async () => {
    const found = await complain(crypto.randomUUID())
    const tracked = await post('/api/v1/track', found)
    expect(tracked.status).toBe(200)
    expect(await tracked.json()).toMatchObject({
      number: found.number,
      status: 'dispatched',
      category: 'catering-fumes',
    })
    const wrong = await post('/api/v1/track', { ...found, code: 'AAAAAAAA' })
    expect(wrong.status).toBe(404)
  })

  it('keeps a photo in R2, made anew, with the place it named, and gives it to its sender alone', async () => {
    const session = crypto.randomUUID()
    const body = filesForm([withExif()], { id: crypto.randomUUID() })
    const path = `/api/v1/chat/${session}/attachments`
    const sent = await worker.fetch(path, { method: 'POST', body })
    expect([sent.status, await sent.json()]).toEqual([200, { received: 1 }])
    const said = await say(session, { type: 'text', text: '楼下饭店油烟直排，天天呛人' })
    expect(said.at(-1)?.text).toContain('照片里带有拍摄位置')
    const id = said.flatMap((entry) => entry.attachments)[0]?.id ?? ''
    const photo = await worker.fetch(`${path}/${id}`)
    expect(photo.headers.get('content-type')).toBe('image/webp')
    const bytes = new Uint8Array(await photo.arrayBuffer())
    const { width, exif } = await sharp(bytes).metadata()
    expect([width, exif]).toEqual([40, undefined])
    const other = `/api/v1/chat/${crypto.randomUUID()}/attachments/${id}`
    expect((await worker.fetch(other)).status).toBe(404)
  })

  it('gives a part of a film, and refuses what is no film', async () => {
    const session = crypto.randomUUID()
    const path = `/api/v1/chat/${session}/attachments`
    const send = (bytes: Uint8Array<ArrayBuffer>) =>
      worker.fetch(path, {
        method: 'POST',
        body: filesForm([bytes], { id: crypto.randomUUID() }),
      })
    expect((await send(aPage())).status).toBe(422)
    expect((await send(anMp4())).status).toBe(200)
    const [entry] = await say(session, { type: 'text', text: '你好' })
    const id = entry?.attachments[0]?.id ?? ''
    const part = await worker.fetch(`${path}/${id}`, { headers: { range: 'bytes=4-7' } })
    expect([part.status, await part.text()]).toEqual([206, 'ftyp'])
  })

  it('gives two who complain at the same moment numbers of their own', async () => {
    // Of one matter the second is offered the first one's ticket.
    const matters = [
      '石城镇石城村河边有人烧秸秆，烟很大',
      '太师屯镇太师庄村的养猪场臭得开不了窗',
      '巨各庄镇塘子村的工地半夜两点还在打桩',
    ]
    const found = await Promise.all(matters.map((text) => complain(crypto.randomUUID(), text)))
    expect(new Set(found.map((one) => one.number)).size).toBe(3)
    expect(found.every((one) => one.number !== '')).toBe(true)
  })

  it('answers a message that is delivered twice once', async () => {
    const [session, id] = [crypto.randomUUID(), crypto.randomUUID()]
    const once = await say(session, complaint, id)
    expect(await say(session, complaint, id)).toEqual(once)
  })

  it('answers a LINE message after the 200', async () => {
    const event = {
      type: 'message',
      mode: 'active',
      webhookEventId: '01JD0000000000000000000001',
      timestamp: Date.now(),
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: `U${'4a'.repeat(16)}` },
      replyToken: 'reply-token-1',
      message: { type: 'text', id: '1', quoteToken: 'q', text: complaint.text },
    }
    const body = { destination: 'U0', events: [event] }
    const signature = createHmac('sha256', channelSecret)
      .update(JSON.stringify(body))
      .digest('base64')
    const answer = await post('/webhooks/line', body, { 'x-line-signature': signature })
    expect(answer.status).toBe(200)
    await vi.waitFor(() => expect(sent.join()).toMatch('reply-token-1'), { timeout: 10_000 })
  })

  it('takes nothing from LINE that LINE did not sign', async () => {
    const answer = await post('/webhooks/line', { events: [] }, { 'x-line-signature': 'x' })
    expect(answer.status).toBe(401)
  })

  it('lets the first administrator in once its clock has rung', async () => {
    await worker.ring()
    const answer = await post('/api/v1/sign-in', { username: 'admin', password: adminPassword })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ account: { role: 'administrator' } })
  })

  it('reads a spreadsheet, as .xlsx and as CSV in GBK, and imports it', async () => {
    const visit = await operatorAtDesk()
    const rows = [anOrder(1), anOrder(2, { 受理时间: '昨天' })]
    const xlsx = await writeTable('xlsx', { header: [...header], rows })
    const sheet = await handsIn(visit, new File([xlsx], 'orders.xlsx'))
    expect(sheet.page).toContain('共 2 行：可以导入 1 行，有问题 1 行。')
    await visit(`${sheet.path}/run`, new FormData())
    expect(await (await visit(sheet.path)).text()).toContain('<b>1</b>新立工单')
    // 编号,内容 / 7,油烟
    const gbk = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a]
    const line = [0x37, 0x2c, 0xd3, 0xcd, 0xd1, 0xcc, 0x0a]
    const csv = await handsIn(visit, new File([new Uint8Array([...gbk, ...line])], 'orders.csv'))
    expect(csv.page).toContain('<option value="内容"')
    const rejected = await visit(`${sheet.path}/rejected.xlsx`)
    expect(new Uint8Array(await rejected.arrayBuffer()).slice(0, 2)).toEqual(
      new Uint8Array([0x50, 0x4b]),
    )
  })
})

type Visit = (path: string, form?: FormData) => Promise<Response>

/** An operator's browser, signed in with a password of their own. */
async function operatorAtDesk(): Promise<Visit> {
  await worker.ring()
  const signIn = async (username: string, password: string) => {
    const answer = await post('/api/v1/sign-in', { username, password })
    const { token } = (await answer.json()) as { readonly token: string } // Safe: the answer's schema.
    return { authorization: `Bearer ${token}` }
  }
  const admin = await signIn('admin', adminPassword)
  const account = { username: 'operator', name: '陈静', role: 'operator', unit: null }
  const made = await post('/api/v1/accounts', account, admin)
  expect(made.status).toBe(200)
  const { password } = (await made.json()) as { readonly password: string } // Safe: the answer's schema.
  const own = 'a password of my own'
  await post(
    '/api/v1/me/password',
    { current: password, next: own },
    await signIn('operator', password),
  )
  const { origin } = new URL((await worker.fetch('/healthz')).url)
  let cookie = ''
  const visit: Visit = async (path, form) => {
    const headers = { cookie, origin, accept: 'text/html' }
    const init =
      form === undefined ? { headers } : { method: 'POST', ...(await encoded(form, headers)) }
    return worker.fetch(path, { ...init, redirect: 'manual' })
  }
  const form = new FormData()
  form.set('username', 'operator')
  form.set('password', own)
  const entered = await visit('/desk/sign-in', form)
  cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return visit
}

/** A form as a browser sends it. */
async function encoded(form: FormData, headers: Readonly<Record<string, string>>) {
  const body = new Response(form)
  const type = body.headers.get('content-type') ?? ''
  return { body: await body.arrayBuffer(), headers: { ...headers, 'content-type': type } }
}

async function handsIn(visit: Visit, file: File) {
  const form = new FormData()
  form.set('file', file)
  const path = (await visit('/desk/import', form)).headers.get('location') ?? ''
  return { path, page: await (await visit(path)).text() }
}
