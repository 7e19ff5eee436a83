import { expect, it } from 'vitest'
import { openDesk, password, read } from '#tests/web/desk/desk-world.ts'

const path = '/desk/profile/second-factor'

it('A second factor is set up with a picture to scan and spare codes, in force only by a right code', async () => {
  const desk = await openDesk()
  const somebody = await desk.signedIn({ role: 'dispatcher' })
  expect(await read(somebody, '/desk/profile')).toContain(`href="${path}"`)
  expect(await read(somebody, path)).toContain('没有开启')
  expect((await somebody.post(`${path}/begin`, { password: 'wrong' })).status).toBe(422)
  const setup = await (await somebody.post(`${path}/begin`, { password })).text()
  expect(setup).toContain('src="data:image/svg+xml;base64,')
  expect(setup).toContain('备用码只显示这一次')
  const wrong = await somebody.post(`${path}/confirm`, { code: '000000' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('动态码不对')])
  expect(await read(somebody, path)).toContain('没有开启')
})

it('The second step of signing in refuses a code without its first', async () => {
  const desk = await openDesk()
  const answer = await desk.browser().post('/desk/sign-in/code', { code: '123456', back: '' })
  expect(answer.status).toBe(401)
  expect(await answer.text()).toContain('动态码不对')
})

it('A password that is easy to guess is refused with what would do', async () => {
  const desk = await openDesk()
  const somebody = await desk.signedIn({ role: 'dispatcher' })
  const next = 'aaaaaaaaaaaa'
  const fields = { current: password, next, repeat: next }
  const answer = await somebody.post('/desk/profile/password', fields)
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('太容易猜到')])
})

it.each(['周\u202e敏', '周\n敏', '周\u0007敏', '\u200e周敏'])(
  'An account is not given a name with signs nobody can see',
  async (name) => {
    const desk = await openDesk()
    const admin = await desk.signedIn({ role: 'administrator' })
    const fields = { username: 'new.one', name, role: 'dispatcher', unit: '' }
    await admin.post('/desk/accounts', fields)
    const accounts = await desk.house.auth.accounts()
    expect(accounts.map(({ username }) => username)).not.toContain('new.one')
  },
)
