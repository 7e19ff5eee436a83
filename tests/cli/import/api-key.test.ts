import { describe, expect, it } from 'vitest'
import { apiKeyCommand } from '#cli/import/api-key-command.ts'
import { faultOf, openImports } from './import-world.ts'
import type { ImportWorld } from './import-world.ts'

const env = { HUIYING_SECRET: 'a master secret for tests, 32+ characters' }

function run(world: ImportWorld, ...args: readonly string[]) {
  return apiKeyCommand([...args, '--db', world.path('huiying.db')], env)
}

describe('npm run api-key', () => {
  it('shows a new key once; the database knows its hash alone', async () => {
    const world = openImports()
    const { lines } = await run(world, 'add', 'dust-video', '--for', 'alarm')
    const key = lines.join('\n').split('\n').at(-1) ?? ''
    expect(key).toMatch(/^[\w-]{43}$/)
    const [found, wrong] = await world.inDatabase(async ({ clients }) => [
      await clients.byKey(key),
      await clients.byKey(`${key}x`),
    ])
    expect(found).toEqual({ name: 'dust-video', door: 'alarm' })
    expect(wrong).toBeNull()
    expect((await run(world, 'list')).lines.join('\n')).not.toContain(key)
  })

  it('stops a key at once', async () => {
    const world = openImports()
    const { lines } = await run(world, 'add', 'fixmystreet', '--for', 'open311')
    const key = lines.join('\n').split('\n').at(-1) ?? ''
    await run(world, 'remove', 'fixmystreet')
    expect(await world.inDatabase(({ clients }) => clients.byKey(key))).toBeNull()
  })

  it('takes a name once', async () => {
    const world = openImports()
    await run(world, 'add', 'grid', '--for', 'alarm')
    expect(await faultOf(run(world, 'add', 'grid', '--for', 'alarm'))).toContain('已被使用')
  })

  it.each([
    [['add', 'grid']],
    [['add', 'grid', '--for', 'desk']],
    [['remove']],
    [['list', '--loud']],
    [[]],
  ])('answers %j with how it is used', async (args) => {
    const world = openImports()
    expect(await faultOf(run(world, ...args))).toContain('npm run api-key')
  })

  it('takes no name with a colon: it parts source and number', async () => {
    const world = openImports()
    expect(await faultOf(run(world, 'add', 'a:b', '--for', 'alarm'))).toContain('a:b')
  })
})
