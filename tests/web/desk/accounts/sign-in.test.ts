import { expect, it } from 'vitest'
import { openDesk, password } from '#tests/web/desk/desk-world.ts'

const wrong = { username: 'li.jianguo', password: 'not-my-password' }

it('A wrong password is refused without saying which part was wrong, and keeps the name typed', async () => {
  const desk = await openDesk()
  await desk.signedIn({ username: 'li.jianguo', unit: '110118002' })
  const known = await desk.browser().post('/desk/sign-in', wrong)
  const unknown = await desk.browser().post('/desk/sign-in', { ...wrong, username: 'nobody.here' })
  expect([known.status, unknown.status]).toEqual([401, 401])
  const page = await known.text()
  expect(page).toContain('用户名或密码不对')
  expect(page).toContain('value="li.jianguo"')
  expect(await unknown.text()).toContain('用户名或密码不对')
})

it('After five failures the name rests, and the page says how many minutes', async () => {
  const desk = await openDesk()
  const browser = desk.browser()
  for (let tries = 0; tries < 5; tries += 1) await browser.post('/desk/sign-in', wrong)
  const refused = await browser.post('/desk/sign-in', wrong)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.text()).toContain('尝试次数太多，请 15 分钟后再试')
})

it('Whoever is not signed in comes to the sign-in page and afterwards back to where they wanted to go', async () => {
  const desk = await openDesk()
  await desk.signedIn({ username: 'li.jianguo', unit: '110118002' })
  const browser = desk.browser()
  const turned = await browser.get('/desk?tab=working')
  expect(turned.headers.get('location')).toBe('/desk/sign-in')
  const deep = await browser.get('/desk/profile?x=1')
  const location = deep.headers.get('location') ?? ''
  expect(location).toBe('/desk/sign-in?back=%2Fdesk%2Fprofile%3Fx%3D1')
  expect(await (await browser.get(location)).text()).toContain('value="/desk/profile?x=1"')
  const back = { username: 'li.jianguo', password, back: '/desk/profile?x=1' }
  const entered = await browser.post('/desk/sign-in', back)
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/desk/profile?x=1'])
})

it.each([
  'https://evil.example/desk',
  '//evil.example/desk',
  '/\\evil.example/desk',
  '/track',
  'javascript:alert(1)',
])('Signing in never leads away to %s', async (back) => {
  const desk = await openDesk()
  await desk.signedIn({ username: 'li.jianguo', unit: '110118002' })
  const entered = await desk
    .browser()
    .post('/desk/sign-in', { username: 'li.jianguo', password, back })
  expect(entered.headers.get('location')).toBe('/desk')
})

it('A one-time password opens nothing but the page to change it', async () => {
  const desk = await openDesk()
  const made = await desk.house.auth.createAccount({
    username: 'wang.fang',
    name: '王芳',
    role: 'dispatcher',
    unit: null,
  })
  if ('denied' in made) throw new Error(made.denied)
  const browser = desk.browser()
  const entered = await browser.post('/desk/sign-in', {
    username: 'wang.fang',
    password: made.password,
  })
  expect(entered.headers.get('location')).toBe('/desk/profile')
  const turned = await browser.get('/desk/dispatch')
  expect([turned.status, turned.headers.get('location')]).toEqual([303, '/desk/profile'])
  expect(await (await browser.get('/desk/profile')).text()).toContain('首次登录，请先换一个新密码')
  const changed = await browser.post('/desk/profile/password', {
    current: made.password,
    next: password,
    repeat: password,
  })
  expect(changed.headers.get('location')).toBe('/desk/profile?done=password')
  expect((await browser.get('/desk/dispatch')).status).toBe(200)
})

it.each([
  [{ current: password, next: 'short', repeat: 'short' }, '新密码至少 10 位'],
  [
    { current: password, next: 'another-long-1', repeat: 'another-long-2' },
    '两次输入的新密码不一样',
  ],
  [{ current: password, next: password, repeat: password }, '新密码不能和现在的密码相同'],
  [
    { current: 'not-mine-at-all', next: 'another-long-1', repeat: 'another-long-1' },
    '现在的密码不对',
  ],
])('A new password that does not do is refused with the reason: %j', async (fields, reason) => {
  const desk = await openDesk()
  const officer = await desk.signedIn({ unit: '110118002' })
  const refused = await officer.post('/desk/profile/password', fields)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(reason)
})

it('Ending other sessions signs the other browser out and keeps this one', async () => {
  const desk = await openDesk()
  const here = await desk.signedIn({ username: 'li.jianguo', unit: '110118002' })
  const there = desk.browser()
  await there.post('/desk/sign-in', { username: 'li.jianguo', password })
  expect((await there.get('/desk')).status).toBe(200)
  await here.post('/desk/profile/end-others')
  expect((await there.get('/desk')).status).toBe(303)
  expect((await here.get('/desk')).status).toBe(200)
})

it('Signing out ends the session', async () => {
  const desk = await openDesk()
  const officer = await desk.signedIn({ unit: '110118002' })
  const out = await officer.post('/desk/sign-out')
  expect(out.headers.get('location')).toBe('/desk/sign-in?out=1')
  expect((await officer.get('/desk')).status).toBe(303)
})

it('A form posted from another site is refused and changes nothing', async () => {
  const desk = await openDesk()
  const admin = await desk.signedIn({ role: 'administrator' })
  const fields = { username: 'new.one', name: '新人', role: 'operator', unit: '' }
  const refused = await admin.post('/desk/accounts', fields, { origin: 'https://evil.example' })
  expect(refused.status).toBe(403)
  expect(await (await admin.get('/desk/accounts')).text()).not.toContain('new.one')
})
