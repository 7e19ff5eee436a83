import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { facts } from '#db/schema.ts'
import { openSqlite } from '#db/sqlite.ts'

function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-group-'))
  const path = join(folder, 'huiying.db')
  const database = openSqlite(path)
  const other = openSqlite(path)
  onTestFinished(() => {
    database.close()
    other.close()
    rmSync(folder, { recursive: true })
  })
  const put = (name: string) =>
    database.db.insert(facts).values({ name: sql`${name}`, value: name } as never)
  const names = async () => (await other.db.select().from(facts)).map(({ value }) => value)
  return { database, other, put, names }
}

it('What was wanted at the same moment is on disk for everybody once it is answered', async () => {
  const { database, put, names } = opened()
  await Promise.all(['one', 'two', 'three'].map((name) => database.commit([put(name)])))
  expect(await names()).toEqual(expect.arrayContaining(['one', 'two', 'three']))
})

it('One that fails takes nothing of the others with it, and leaves nothing of itself', async () => {
  const { database, put, names } = opened()
  const outcomes = await Promise.allSettled([
    database.commit([put('one')]),
    database.commit([put('half'), put('one')]),
    database.commit([put('two')]),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const found = await names()
  expect(found).toEqual(expect.arrayContaining(['one', 'two']))
  expect(found).not.toContain('half')
})

it('Rows that are wanted come with what was stored beside them', async () => {
  const { database, put, names } = opened()
  const [, rows] = await Promise.all([
    database.commit([put('one')]),
    database.returning(
      database.db.update(facts).set({ value: 'new' }).where(eq(facts.value, 'one')).returning(),
    ),
  ])
  expect(rows).toMatchObject([{ value: 'new' }])
  expect(await names()).toContain('new')
})

it('What still waits when the database is closed is stored before that', async () => {
  const { database, other, put, names } = opened()
  const stored = database.commit([put('last')])
  database.close()
  await stored
  expect(await names()).toContain('last')
  expect(other).toBeDefined()
})
