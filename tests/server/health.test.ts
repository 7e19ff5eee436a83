import { describe, expect, it } from 'vitest'
import { openApi } from '#tests/api/api-world.ts'
import { makeHealth } from '#server/health.ts'

const minute = 60_000

function aHouse() {
  const clock = { now: 0 }
  const disk = { error: null as Error | null, writes: 0 }
  const lines: string[] = []
  const say = (event: string, fields: object = {}) =>
    lines.push(`${event} ${JSON.stringify(fields)}`)
  const health = makeHealth({
    now: () => clock.now,
    log: { info: say, warn: say, error: say },
    write: () => {
      disk.writes += 1
      return disk.error === null ? Promise.resolve() : Promise.reject(disk.error)
    },
  })
  return { clock, disk, lines, health }
}

describe('Whether the house is ready', () => {
  it('A stage that has not finished for five minutes is late, until it finishes', async () => {
    const { clock, health } = aHouse()
    await health.watch('clocks', () => Promise.resolve())
    void health.watch('outbox', () => new Promise(() => undefined))
    clock.now += 5 * minute
    expect(await health.readiness()).toEqual({ isWritable: true, late: [] })
    clock.now += 1
    expect((await health.readiness()).late).toEqual(['clocks', 'outbox'])
    await health.watch('clocks', () => Promise.resolve())
    expect((await health.readiness()).late).toEqual(['outbox'])
  })

  it('One that fails each time is late too', async () => {
    const { clock, health } = aHouse()
    for (let n = 0; n < 7; n += 1) {
      await health.watch('clocks', () => Promise.reject(new Error())).catch(() => undefined)
      clock.now += minute
    }
    expect((await health.readiness()).late).toEqual(['clocks'])
  })

  it('A full disk is said once, with its reason, and once that it is over', async () => {
    const { clock, disk, lines, health } = aHouse()
    disk.error = Object.assign(new Error(), { code: 'SQLITE_FULL' })
    for (let n = 0; n < 3; n += 1) {
      expect((await health.readiness()).isWritable).toBe(false)
      clock.now += minute
    }
    disk.error = null
    expect((await health.readiness()).isWritable).toBe(true)
    expect(lines).toEqual(['storage.unwritable {"why":"SQLITE_FULL"}', 'storage.writable {}'])
  })

  it('Asking often writes seldom', async () => {
    const { disk, health } = aHouse()
    for (let n = 0; n < 100; n += 1) await health.readiness()
    expect(disk.writes).toBe(1)
  })
})

it('A database nobody can write to is 503 at /readyz, while the process lives', async () => {
  const { app, house } = await openApi()
  // Safe because the engine of this world is better-sqlite3.
  const { $client: engine } = house.database.db as unknown as {
    $client: { pragma(s: string): void }
  }
  engine.pragma('query_only = ON')
  const ready = await app.request('/readyz')
  expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'unwritable' }])
  expect((await app.request('/healthz')).status).toBe(200)
  engine.pragma('query_only = OFF')
})
