import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runTimers } from '#app/timers/run-timers.ts'
import { backupCommand } from '#cli/database/backup-command.ts'
import { restoreCommand } from '#cli/database/restore-command.ts'
import { sealHistory } from '#app/evaluation/audit.ts'
import { auditVerifyCommand } from '#cli/database/audit-verify-command.ts'
import { journal } from '#db/schema.ts'
import { openSqlite } from '#db/sqlite.ts'
import { eq } from 'drizzle-orm'
import { imageCleanerOnNode } from '#server/clean-image-node.ts'
import { headFile } from '#server/head-file.ts'
import { openHouse } from '#server/house.ts'
import { readConfig } from '#server/config.ts'
import { silentLog } from '#server/log.ts'
import { leaveGap, makeNumberMark } from '#server/number-mark.ts'
import { lockServer } from '#server/server-lock.ts'
import { words } from '#tests/app/app-world.ts'
import { start } from '#tests/support/build.ts'

const secret = 'a master secret for tests, 32+ characters'
const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

async function openPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-backup-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'data', 'huiying.db')
  const env = { HUIYING_DB: path, HUIYING_SECRET: secret }
  return { folder, path, env, backups: join(folder, 'backups') }
}

type Place = Awaited<ReturnType<typeof openPlace>>

/** The house on the file of a place; closed by whoever opened it. */
async function openOn({ env, path }: Place) {
  const read = readConfig(env)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const clock = { now: start }
  const database = openSqlite(path)
  const house = await openHouse({
    database,
    config: read.config,
    secret,
    baseUrl: 'http://localhost',
    log: silentLog,
    cleanImage: imageCleanerOnNode(),
    now: () => clock.now,
  })
  const opens = async (sender: string) => {
    const ctx = house.ctxFor(null)
    for (const text of [complaint, '确认']) {
      await ctx.inbox.put(words(text, sender))
      clock.now += 20_000
      await runTimers(ctx)
    }
  }
  const serials = async () => {
    const { rows } = await house.ports.readers.list({ sort: 'newest', limit: 100, offset: 0 })
    return rows.map(({ number }) => Number(number.slice(11, 16))).sort((a, b) => a - b)
  }
  return { house, database, clock, opens, serials }
}

const onlyIn = (folder: string) => join(folder, readdirSync(folder)[0] ?? '')

describe('A backup', () => {
  it('is taken while the house is open, is whole, and does not hold the key', async () => {
    const place = await openPlace()
    const house = await openOn(place)
    await house.opens('citizen-1')
    await house.database.files.write('a'.repeat(64), new Uint8Array([1, 2, 3]))
    const { lines, code } = await backupCommand([place.backups], place.env)
    house.database.close()
    expect([code, lines[1]]).toEqual([0, expect.stringContaining('1 件工单，检查完好；附件 1 个')])
    const made = onlyIn(place.backups)
    const manifest = readFileSync(join(made, 'manifest.json'), 'utf8')
    expect(manifest).toContain('"tickets": 1')
    for (const name of ['huiying.db', 'manifest.json']) {
      expect(readFileSync(join(made, name)).includes(Buffer.from(secret))).toBe(false)
    }
  })

  it('put back gives no number again that a citizen may hold', async () => {
    const place = await openPlace()
    const before = await openOn(place)
    await before.opens('citizen-1')
    await backupCommand([place.backups], place.env, start)
    await before.opens('citizen-2')
    expect(await before.serials()).toEqual([1, 2])
    before.database.close()
    const restored = await restoreCommand([onlyIn(place.backups)], place.env, start)
    expect(restored.lines.join('\n')).toContain('今天的新编号从 10001 之后开始')
    const after = await openOn(place)
    expect(await after.serials()).toEqual([1])
    await after.opens('citizen-3')
    expect(await after.serials()).toEqual([1, 10_002])
    after.database.close()
    const kept = readdirSync(join(place.folder, 'data')).filter((name) => name.includes('.before-'))
    expect(kept.length).toBeGreaterThan(0)
  })

  it.each([
    ['is cut', (made: string) => cut(join(made, 'huiying.db')), '校验值不同'],
    ['has no manifest', (made: string) => rmSync(join(made, 'manifest.json')), '没有完整的备份'],
    [
      'says nonsense',
      (made: string) => writeFileSync(join(made, 'manifest.json'), '{'),
      '没有完整的备份',
    ],
  ])('that %s is not put back, and the database stays', async (_, spoil, words) => {
    const place = await openPlace()
    const house = await openOn(place)
    await house.opens('citizen-1')
    house.database.close()
    await backupCommand([place.backups], place.env)
    spoil(onlyIn(place.backups))
    await expect(restoreCommand([onlyIn(place.backups)], place.env)).rejects.toThrow(words)
    const again = await openOn(place)
    expect(await again.serials()).toEqual([1])
    again.database.close()
  })

  it('is not put back with another key, nor while a server runs', async () => {
    const place = await openPlace()
    const house = await openOn(place)
    await house.opens('citizen-1')
    house.database.close()
    await backupCommand([place.backups], place.env)
    const made = onlyIn(place.backups)
    const other = { ...place.env, HUIYING_SECRET: 'another key, thirty-two characters long' }
    await expect(restoreCommand([made], other)).rejects.toThrow('密钥不是这份备份用的那一把')
    const lock = lockServer(place.path)
    await expect(restoreCommand([made], place.env)).rejects.toThrow('服务还在运行')
    lock.release()
    expect((await restoreCommand([made], place.env)).code).toBe(0)
  })
})

describe('The newest seal written down elsewhere', () => {
  const seals = async (place: Place, on: Awaited<ReturnType<typeof openOn>>) => {
    on.clock.now += 120_000
    const heads = headFile(join(place.folder, 'head.json'))
    await sealHistory({ ...on.house.ctxFor(null), heads })
    return (await heads.read())?.number
  }

  it('finds a database that was put in the place of a newer one, and stays', async () => {
    const place = await openPlace()
    const env = { ...place.env, HUIYING_HEAD_FILE: join(place.folder, 'head.json') }
    const first = await openOn(place)
    await first.opens('citizen-1')
    await seals(place, first)
    first.database.close()
    cpSync(place.path, join(place.folder, 'old.db'))
    const later = await openOn(place)
    await later.opens('citizen-2')
    const newest = await seals(place, later)
    later.database.close()
    expect((await auditVerifyCommand([], env)).code).toBe(0)

    putBack(place)
    const after = await openOn(place)
    await after.opens('citizen-3')
    expect(await seals(place, after)).toBe(newest)
    after.database.close()
    const { code, lines } = await auditVerifyCommand([], env)
    expect([code, lines.join('\n')]).toEqual([1, expect.stringContaining('数据库被换过')])
    expect((await auditVerifyCommand([], place.env)).code).toBe(0)
  })

  it('is put aside when a backup is put back, of which history tells', async () => {
    const place = await openPlace()
    const env = { ...place.env, HUIYING_HEAD_FILE: join(place.folder, 'head.json') }
    const before = await openOn(place)
    await before.opens('citizen-1')
    await backupCommand([place.backups], env, start)
    await seals(place, before)
    before.database.close()
    const { lines } = await restoreCommand([onlyIn(place.backups)], env, start)
    expect(lines.join('\n')).toContain('抄在别处的封存点改名为')
    expect((await auditVerifyCommand([], env)).code).toBe(0)
    const database = openSqlite(place.path)
    const [entry] = await database.db.select().from(journal).where(eq(journal.type, 'restored'))
    database.close()
    expect(entry?.data).toMatchObject({ madeAt: start })
  })
})

/** The copy of before in the place of the database, with what has not yet been written into it gone. */
function putBack(place: Place): void {
  cpSync(join(place.folder, 'old.db'), place.path)
  for (const end of ['-wal', '-shm']) rmSync(place.path + end, { force: true })
}

describe('A database older than the numbers that were given', () => {
  it('put there by hand leaves a gap after them, and says from where', async () => {
    const place = await openPlace()
    const first = await openOn(place)
    await first.opens('citizen-1')
    first.database.close()
    cpSync(place.path, join(place.folder, 'old.db'))
    const later = await openOn(place)
    await later.opens('citizen-2')
    await makeNumberMark(place.path, later.house.facts)()
    later.database.close()
    expect(existsSync(`${place.path}.numbers`)).toBe(true)
    putBack(place)
    const after = await openOn(place)
    expect(await leaveGap(place.path, after.house.facts)).toMatchObject({ serial: 1_002 })
    await after.opens('citizen-3')
    expect(await after.serials()).toEqual([1, 1_003])
    expect(await leaveGap(place.path, after.house.facts)).toBeNull()
    after.database.close()
  })

  it('is not what an ordinary start finds', async () => {
    const place = await openPlace()
    const house = await openOn(place)
    expect(await leaveGap(place.path, house.house.facts)).toBeNull()
    await house.opens('citizen-1')
    const mark = makeNumberMark(place.path, house.house.facts)
    await mark()
    expect(await leaveGap(place.path, house.house.facts)).toBeNull()
    house.database.close()
  })
})

function cut(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, 8192))
}
