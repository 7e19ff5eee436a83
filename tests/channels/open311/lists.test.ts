import { describe, expect, it } from 'vitest'
import { makeListCache } from '#channels/open311/list-cache.ts'
import { files, openWorld } from './open311-world.ts'

const list = '/open311/v2/requests.json'

describe('The public list', () => {
  it('is not sent again to whoever has it, and is new as soon as something has happened', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    await files(world, key)
    const first = await world.get(list)
    const tag = first.headers.get('etag') ?? ''
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    const again = await world.get(list, { 'if-none-match': tag })
    expect([again.status, again.text]).toEqual([304, ''])
    await files(world, key, { description: '路边又有人烧垃圾' })
    const later = await world.get(list, { 'if-none-match': tag })
    expect(later.status).toBe(200)
    expect(later.json()).toHaveLength(2)
  })

  it('is cut into pages, as many programs ask for it', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const numbers = []
    for (let n = 0; n < 5; n += 1) {
      numbers.unshift(await files(world, key, { description: `第${String(n)}次油烟` }))
      world.clock.now += 60_000
    }
    const page = async (query: string) =>
      ((await world.get(`${list}?${query}`)).json() as { service_request_id: string }[]).map(
        ({ service_request_id: number }) => number,
      )
    expect(await page('page_size=2')).toEqual(numbers.slice(0, 2))
    expect(await page('page_size=2&page=3')).toEqual(numbers.slice(4))
    expect(await page('page_size=2&page=4')).toEqual([])
    expect(await page('page_size=nonsense')).toEqual(numbers)
  })

  it('counts what it costs: whole lists that are made anew are few, the same one again is free', async () => {
    const world = await openWorld()
    const statuses = []
    for (let n = 0; n < 30; n += 1)
      statuses.push((await world.get(`${list}?x=${String(n)}`)).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(7)
    expect(statuses.at(-1)).toBe(429)
    world.clock.now += 60_000
    expect((await world.get(list)).status).toBe(200)
    for (let n = 0; n < 100; n += 1) expect((await world.get(list)).status).toBe(200)
    for (let n = 0; n < 50; n += 1) {
      expect((await world.get(`${list}?page_size=5&x=${String(n)}`)).status).toBe(200)
    }
  })
})

describe('Lists that are kept', () => {
  it('are made once for all that ask at once, and one after another', async () => {
    const cache = makeListCache<string>()
    const log: string[] = []
    const make = (name: string) => async () => {
      log.push(`begin ${name}`)
      await new Promise((resolve) => setImmediate(resolve))
      log.push(`end ${name}`)
      return name
    }
    const now = 0
    const asked = ['a', 'a', 'b', 'a'].map((key) => cache.get(key, { version: 1, now }, make(key)))
    expect(await Promise.all(asked)).toEqual(['a', 'a', 'b', 'a'])
    expect(log).toEqual(['begin a', 'end a', 'begin b', 'end b'])
  })

  it('are forgotten with time, with a new version, when they failed, and when there are too many', async () => {
    const cache = makeListCache<string>()
    const said = (words: string) => () => Promise.resolve(words)
    await cache.get('a', { version: 1, now: 0 }, said('old'))
    expect(await cache.get('a', { version: 2, now: 0 }, said('new'))).toBe('new')
    expect(await cache.get('a', { version: 2, now: 60_000 }, said('newer'))).toBe('newer')
    const fails = () => Promise.reject(new Error('no'))
    await expect(cache.get('b', { version: 1, now: 0 }, fails)).rejects.toThrow()
    expect(await cache.get('b', { version: 1, now: 0 }, said('well'))).toBe('well')
    for (let n = 0; n < 60; n += 1) await cache.get(String(n), { version: 1, now: 0 }, said('x'))
    expect([cache.has('b', 1, 0), cache.has('59', 1, 0)]).toEqual([false, true])
    await cache.get('c', { version: null, now: 0 }, said('x'))
    expect(cache.has('c', null, 0)).toBe(false)
  })
})
