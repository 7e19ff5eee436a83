import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '#db/sqlite.ts'
import { outbox } from '#db/schema.ts'
import {
  channelAccessToken,
  channelSecret,
  lineUser,
  signedCall,
  textEvent,
} from '#tests/support/fakes/line-events.ts'
import { startLineServer } from '#tests/support/fakes/line-server.ts'
import { pause } from './line-crowd.ts'
import { startProcess } from './server-process.ts'
import type { ServerProcess } from './server-process.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

/** A server of its own with LINE switched on. */
async function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-stop-'))
  const path = join(folder, 'huiying.db')
  const line = await startLineServer()
  const server = await startProcess({
    HUIYING_DB: path,
    HUIYING_LOG: 'error',
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
    LINE_API_URL: line.url,
  })
  onTestFinished(async () => {
    server.signal('SIGKILL')
    await server.ended
    await line.close()
    rmSync(folder, { recursive: true })
  })
  return { path, line, server }
}

async function stopping(server: ServerProcess): Promise<void> {
  server.signal('SIGTERM')
  while (!server.printed().includes('正在停止')) await pause(10)
}

async function refusesNewcomers({ url }: ServerProcess): Promise<boolean> {
  // A connection of its own: one kept alive would still be served.
  const headers = { connection: 'close' }
  return fetch(`${url}/healthz`, { headers }).then(
    () => false,
    () => true,
  )
}

it('Told to stop while LINE takes its time, it waits for the answer, notes it as sent and exits with 0', async () => {
  const { path, line, server } = await opened()
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  line.meet(held)
  const event = textEvent({ id: 'stop-1', user: lineUser(1), at: Date.now() }, complaint)
  const { body, headers } = signedCall([event])
  const answer = await fetch(`${server.url}/webhooks/line`, { method: 'POST', body, headers })
  expect(answer.status).toBe(200)
  await stopping(server)
  release()
  expect(await server.ended).toBe(0)
  expect(server.printed()).toContain('已停止')
  expect(line.delivered).toHaveLength(1)
  const database = openSqlite(path)
  const states = await database.db.select({ state: outbox.state }).from(outbox)
  database.close()
  expect(states).toEqual([{ state: 'sent' }])
})

it('Told to stop in the middle of a request, it finishes that one, takes no other and exits with 0', async () => {
  const { server } = await opened()
  const event = textEvent({ id: 'stop-2', user: lineUser(1), at: Date.now() }, complaint)
  const { body, headers } = signedCall([event])
  const bytes = Buffer.from(body)
  const sent = request(`${server.url}/webhooks/line`, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(bytes.length) },
  })
  const answered = new Promise<IncomingMessage>((resolve) => sent.once('response', resolve))
  await new Promise<void>((resolve) => {
    sent.write(bytes.subarray(0, 20), () => {
      resolve()
    })
  })
  // Another request answered on a newer connection: the first, taken up before it, has arrived as well.
  await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } })
  await stopping(server)
  expect(await refusesNewcomers(server)).toBe(true)
  sent.end(bytes.subarray(20))
  expect((await answered).statusCode).toBe(200)
  expect(await server.ended).toBe(0)
})

it('A chat page left open and connections kept alive do not hold up the stop', async () => {
  const { server } = await opened()
  const page = await fetch(server.url, { headers: { accept: 'text/html' } })
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await page.text()
  const events = await fetch(`${server.url}/chat/events`, { headers: { cookie } })
  expect(events.headers.get('content-type')).toContain('text/event-stream')
  await stopping(server)
  expect(await server.ended).toBe(0)
})
