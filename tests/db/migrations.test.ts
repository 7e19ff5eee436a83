import { readFileSync, readdirSync } from 'node:fs'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { describe, expect, it } from 'vitest'
import * as authSchema from '#db/auth-schema.ts'
import * as noticeSchema from '#db/notice-schema.ts'
import * as schema from '#db/schema.ts'

const folder = new URL('../../db/migrations/', import.meta.url)

type Snapshot = Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>

function newestSnapshot(): Snapshot {
  const name = readdirSync(new URL('meta/', folder))
    .filter((file) => file.endsWith('_snapshot.json'))
    .sort()
    .at(-1)
  // Safe because drizzle-kit wrote it in this very form.
  return JSON.parse(readFileSync(new URL(`meta/${String(name)}`, folder), 'utf8')) as Snapshot
}

describe('migrations', () => {
  it('leave nothing to be generated from the schema', async () => {
    const before = newestSnapshot()
    const after = await generateSQLiteDrizzleJson(
      { ...schema, ...noticeSchema, ...authSchema },
      before.id,
    )
    expect(await generateSQLiteMigration(before, after)).toEqual([])
  })

  it('make every table the code knows', async () => {
    const { tables } = await generateSQLiteDrizzleJson({
      ...schema,
      ...noticeSchema,
      ...authSchema,
    })
    const statements = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n')
    const missing = Object.keys(tables).filter(
      (name) => !statements.includes(`CREATE TABLE \`${name}\``),
    )
    expect(missing).toEqual([])
  })
})
