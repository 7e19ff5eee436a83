import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NewerData, TrialData } from '#app/errors.ts'
import { readConfig } from '#server/config.ts'
import { StartFault, startFaultLine } from '#server/start-fault.ts'
import { startProcess } from '#tests/reliability/server-process.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-fault-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

const settings = { database: '/var/lib/huiying/huiying.db', host: '127.0.0.1', port: 8787 }
const withCode = (code: string, more: object = {}) =>
  Object.assign(new Error('x'), { code, ...more })

describe('A start that fails says in one line what to do', () => {
  it.each([
    [withCode('EADDRINUSE', { syscall: 'listen' }), '端口 8787 已被占用'],
    [withCode('EACCES', { syscall: 'listen' }), '没有权限使用端口 8787'],
    [withCode('EADDRNOTAVAIL', { syscall: 'listen' }), '没有地址 127.0.0.1'],
    [withCode('EACCES', { syscall: 'mkdir' }), '目录不能写'],
    [withCode('EROFS', { syscall: 'mkdir' }), '目录不能写'],
    [withCode('SQLITE_CANTOPEN'), '目录不能写'],
    [withCode('SQLITE_READONLY_DBMOVED'), '目录不能写'],
    [withCode('SQLITE_FULL'), '磁盘已满'],
    [withCode('ENOSPC', { syscall: 'write' }), '磁盘已满'],
    [withCode('SQLITE_NOTADB'), '不是数据库'],
    [withCode('SQLITE_CORRUPT'), '不是数据库'],
    [withCode('SQLITE_BUSY'), '正被别的程序占用'],
    [new NewerData('x'), '更新版本'],
    [new TrialData('x'), '试用版'],
    [new StartFault('running'), '已经有一个“回应”在用'],
    [new Error('wrapped', { cause: withCode('SQLITE_FULL') }), '磁盘已满'],
  ])('%s', (error, words) => {
    const line = startFaultLine(error, settings)
    expect(line).toMatch(/^没有启动：/)
    expect(line).toContain(words)
    expect(line).not.toMatch(/\n|\{/)
  })

  it('but a fault of the program is no such line', () => {
    expect(startFaultLine(new TypeError('x'), settings)).toBeNull()
  })
})

it('Values with the line ends of Windows are all named', () => {
  const read = readConfig({
    HUIYING_DB: 'a.db\r',
    PORT: '8787\r',
    HUIYING_URL: 'https://a.example\r',
  })
  const faults = 'faults' in read ? read.faults : []
  const named = faults.filter(({ message }) => message.includes('回车符')).map(({ name }) => name)
  expect(named.sort()).toEqual(['HUIYING_DB', 'HUIYING_URL', 'PORT'])
})

const refused = async (environment: Record<string, string>) =>
  startProcess(environment).then(
    async (server) => {
      server.signal('SIGKILL')
      await server.ended
      throw new Error('it started')
    },
    (error: unknown) => String(error),
  )

it('The server itself says so, and exits with 1', async () => {
  const folder = aFolder()
  const database = join(folder, 'huiying.db')
  const key = join(folder, 'huiying.secret')
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const busy = await refused({ HUIYING_DB: database, PORT: port })
  expect(busy).toMatch(new RegExp(`ended with 1[\\s\\S]*没有启动：端口 ${port} 已被占用`))
  expect(busy).not.toContain('    at ')

  const own = await startProcess({ HUIYING_DB: database })
  expect(await refused({ HUIYING_DB: database })).toContain('没有启动：已经有一个“回应”在用')
  own.signal('SIGKILL')
  await own.ended
  // The lock ends with the process, however that ended.
  const again = await startProcess({ HUIYING_DB: database })
  again.signal('SIGTERM')
  expect(await again.ended).toBe(0)

  writeFileSync(key, '\n')
  expect(await refused({ HUIYING_DB: database })).toContain('没有启动：密钥文件')
  rmSync(key)
  expect(await refused({ HUIYING_DB: database })).toContain('已经有数据，但没有密钥')
  writeFileSync(key, 'another key, thirty-two characters long\n')
  expect(await refused({ HUIYING_DB: database })).toContain('密钥不是')

  const notOurs = join(folder, 'other', 'huiying.db')
  mkdirSync(join(folder, 'other'))
  writeFileSync(notOurs, 'these are words and no database, as everybody can see'.repeat(100))
  writeFileSync(
    join(folder, 'other', 'huiying.secret'),
    'a key of thirty-two characters, at least\n',
  )
  chmodSync(notOurs, 0o600)
  expect(await refused({ HUIYING_DB: notOurs })).toContain('不是数据库')
}, 180_000)
