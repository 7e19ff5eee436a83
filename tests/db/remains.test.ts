import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '#db/sqlite.ts'
import { originals } from '#db/schema.ts'

const word = '钟离婉贞'

/** Numbers that look random and are always the same. */
function dice(seed: number): (below: number) => number {
  let at = seed
  return (below) => {
    at = (at * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((at / 2 ** 31) * below)
  }
}

it('the file keeps copies of deleted words in pages that were split, until it is written anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-remains-'))
  const path = join(folder, 'huiying.db')
  const { db, truncateLog, rewrite, close } = openSqlite(path)
  onTestFinished(() => {
    close()
    rmSync(folder, { recursive: true })
  })
  const roll = dice(7)
  const isIn = () => [path, `${path}-wal`].some((file) => readFileSync(file).includes(word))
  for (let row = 0; row < 4000; row += 1) {
    const sealedText = row % 2 === 0 ? word + 'x'.repeat(roll(1500)) : 'y'.repeat(roll(1500))
    await db.insert(originals).values({ ticketId: `t${String(roll(10_000))}`, sealedText })
    if (row % 7 === 0) {
      const other = roll(row + 1)
      const longer = sql`${originals.sealedText} || ${'z'.repeat(roll(900))}`
      await db
        .update(originals)
        .set({ sealedText: longer })
        .where(sql`${originals.id} = ${other}`)
    }
  }
  await db.delete(originals).where(sql`${originals.sealedText} like ${`${word}%`}`)
  truncateLog()
  expect(readFileSync(`${path}-wal`)).toHaveLength(0)
  expect(isIn()).toBe(true)
  expect(await rewrite()).toBe(true)
  expect(isIn()).toBe(false)
})

it('while somebody else is using the file it is left for later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-remains-'))
  const path = join(folder, 'huiying.db')
  const [own, other] = [openSqlite(path, { busyTimeoutMs: 10 }), openSqlite(path)]
  onTestFinished(() => {
    for (const one of [own, other]) one.close()
    rmSync(folder, { recursive: true })
  })
  await other.db.run(sql`begin immediate`)
  expect(await own.rewrite()).toBe(false)
  await other.db.run(sql`commit`)
  expect(await own.rewrite()).toBe(true)
})
