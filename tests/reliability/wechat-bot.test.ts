import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it, onTestFinished, vi } from 'vitest'
import { silentLog } from '#server/log.ts'
import { keepRunning } from '#server/wechat-child.ts'
import { startProcess } from './server-process.ts'

const patience = { timeout: 30_000, interval: 100 }

/** Processes that a process has started, by the kernel's word. */
function childrenOf(pid: number): number[] {
  const told = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
  return told.split(' ').filter(Boolean).map(Number)
}

function isBot(pid: number): boolean {
  return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('src/server/wechat.ts')
}

function botOf(pid: number): Promise<number> {
  return vi.waitFor(() => {
    const [bot] = childrenOf(pid).filter(isBot)
    if (bot === undefined) throw new Error('no bot')
    return bot
  }, patience)
}

it('A bot that is killed takes nothing down: the server serves on and starts another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-bot-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const server = await startProcess({
    HUIYING_DB: join(folder, 'huiying.db'),
    HUIYING_WECHATY: 'mock',
  })
  const first = await botOf(server.pid)
  process.kill(first, 'SIGKILL')
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  await vi.waitFor(() => {
    expect(childrenOf(server.pid)).not.toContain(first)
  }, patience)
  const second = await botOf(server.pid)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(() => process.kill(second, 0)).toThrow('ESRCH')
}, 90_000)

it('A bot that cannot live is started again more and more seldom, and at last every five minutes', async () => {
  const waits: number[] = []
  let gaveTen: () => void = () => undefined
  const ten = new Promise<void>((resolve) => (gaveTen = resolve))
  const kept = keepRunning({
    start: () => ({ ended: Promise.resolve(), signal: () => undefined }),
    log: silentLog,
    now: () => 0,
    pause: (ms) => {
      waits.push(ms)
      if (waits.length < 10) return Promise.resolve()
      gaveTen()
      return new Promise(() => undefined)
    },
  })
  await ten
  await kept.stop()
  const seconds = waits.map((ms) => ms / 1000)
  expect(seconds).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
})

it('A bot that had lived well is started again soon', async () => {
  const waits: number[] = []
  let now = 0
  let again: () => void = () => undefined
  const waited = new Promise<void>((resolve) => (again = resolve))
  const kept = keepRunning({
    start: () => {
      now += 60_000
      return { ended: Promise.resolve(), signal: () => undefined }
    },
    log: silentLog,
    now: () => now,
    pause: (ms) => {
      waits.push(ms)
      again()
      return new Promise(() => undefined)
    },
  })
  await waited
  await kept.stop()
  expect(waits).toEqual([1000])
})

it.each(['node', 'worker'])('What src/server/%s.ts needs does not hold Wechaty', async (name) => {
  const { metafile } = await build({
    entryPoints: [`src/server/${name}.ts`],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  const needed = Object.values(metafile.outputs).flatMap(({ imports }) => imports)
  expect(needed.map(({ path }) => path)).toContain('hono')
  expect(needed.filter(({ path }) => path.startsWith('wechaty'))).toEqual([])
})
