import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { auditFaultKinds } from '#app/evaluation/archive-port.ts'
import { auditVerifyCommand } from '#cli/database/audit-verify-command.ts'
import { auditTexts } from '#cli/database/texts-audit.ts'
import { createFacts } from '#db/facts.ts'
import { createPorts } from '#db/ports.ts'
import { events } from '#db/schema.ts'
import { makeSeal } from '#db/seal.ts'
import { openSqlite } from '#db/sqlite.ts'
import { aChange, aTicket } from '#tests/db/build.ts'
import { monday, worldSecret } from '#tests/db/world.ts'

/** A database file with one ticket under its seal. */
async function aPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-audit-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'huiying.db')
  const database = openSqlite(path)
  const seal = await makeSeal(worldSecret)
  await createFacts(database, seal).isOurKey()
  const ports = createPorts(database, seal, { newId: () => 'id', now: () => monday })
  await ports.store.commit(aChange({ tickets: [aTicket('t1')] }))
  await ports.archive.seal(monday, 0)
  return { folder, database, env: { HUIYING_DB: path, HUIYING_SECRET: worldSecret } }
}

describe('npm run audit:verify', () => {
  it('says that history is whole, and the seal to write down', async () => {
    const { database, env } = await aPlace()
    database.close()
    const { code, lines } = await auditVerifyCommand([], env)
    const hash = /[0-9a-f]{64}/.exec(lines[1] ?? '')?.[0] ?? ''
    expect([code, lines[0], ...lines.slice(-2)]).toEqual([
      0,
      '已核对 1 件工单、2 条记录、1 个封存点（0 条尚未封存）。',
      auditTexts.whole,
      auditTexts.rebuild.same,
    ])
    expect((await auditVerifyCommand(['--head', hash], env)).code).toBe(0)
    expect((await auditVerifyCommand(['--head', 'f'.repeat(64)], env)).code).toBe(1)
  })

  it('names the ticket and the step that was changed', async () => {
    const { database, env } = await aPlace()
    await database.db.update(events).set({ at: monday + 1 })
    database.close()
    const { code, lines } = await auditVerifyCommand([], env)
    expect(code).toBe(1)
    expect(lines.join('\n')).toContain('内容被改动，或不是本系统写的\tMY20261123-00001-3\t第 1 步')
    const [json = ''] = (await auditVerifyCommand(['--json'], env)).lines
    expect(JSON.parse(json)).toMatchObject({ faults: [{ kind: 'altered' }, { kind: 'altered' }] })
  })

  it.each([
    ['no database', { HUIYING_DB: '/nowhere/huiying.db' }, '找不到数据库'],
    ['no key', { HUIYING_SECRET: '' }, '没有找到密钥'],
    ['another key', { HUIYING_SECRET: 'another key, thirty-two characters long' }, '密钥不是'],
  ])('with %s checks nothing, and says so', async (_, other, words) => {
    const { database, env } = await aPlace()
    database.close()
    const { code, lines } = await auditVerifyCommand([], { ...env, ...other })
    expect([code, lines.join('\n')]).toEqual([2, expect.stringContaining(words)])
  })

  it('takes the key from beside the database, whatever its line ends', async () => {
    const { folder, database, env } = await aPlace()
    database.close()
    writeFileSync(join(folder, 'huiying.secret'), `${worldSecret}\r\n`)
    const { HUIYING_DB } = env
    expect((await auditVerifyCommand([], { HUIYING_DB })).code).toBe(0)
  })

  it('has words for every fault', () => {
    expect(Object.keys(auditTexts.kinds).sort()).toEqual([...auditFaultKinds].sort())
  })
})
