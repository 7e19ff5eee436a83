import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startProcess } from '#tests/reliability/server-process.ts'

const shownOnce = /用户名 (\S+) {2}一次性密码 (\S+)/

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-start-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Starts, looks, stops. */
async function oneLife<T>(
  environment: Readonly<Record<string, string>>,
  look: (url: string) => Promise<T>,
): Promise<{ readonly printed: string; readonly seen: T }> {
  const server = await startProcess(environment)
  const seen = await look(server.url)
  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
  return { printed: server.printed(), seen }
}

it('The first start on a bare machine makes everything it needs; the password is shown once and never again', async () => {
  const folder = aFolder()
  const environment = { HUIYING_DB: join(folder, 'new', 'huiying.db') }
  const ready = async (url: string) => (await fetch(`${url}/readyz`)).status
  const first = await oneLife(environment, ready)
  expect(first.seen).toBe(200)
  const [, username, password] = shownOnce.exec(first.printed) ?? []
  expect(username).toBe('admin')
  expect(first.printed.split(password ?? '')).toHaveLength(2)
  const secret = join(folder, 'new', 'huiying.secret')
  expect(statSync(secret).mode & 0o077).toBe(0)

  const signIn = (url: string) =>
    fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    }).then((answer) => answer.status)
  const second = await oneLife(environment, signIn)
  expect(second.seen).toBe(200)
  expect(second.printed).not.toMatch(shownOnce)
  expect(second.printed).not.toContain(password)
}, 60_000)

it('With faults in the environment it says them all in Chinese, exits with 1 and makes no file', async () => {
  const folder = aFolder()
  const starting = startProcess({
    HUIYING_DB: join(folder, 'huiying.db'),
    HUIYING_SECRET: 'too short',
    HUIYING_LOG: 'loud',
  })
  await expect(starting).rejects.toThrow(
    /^ended with 1 [\s\S]*配置有误[\s\S]*HUIYING_SECRET[\s\S]*HUIYING_LOG/,
  )
  expect(readdirSync(folder)).toEqual([])
})
