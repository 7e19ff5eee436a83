import { describe, expect, it } from 'vitest'
import { staffRoles } from '#doors/staff-auth.ts'
import { openDesk, read } from '#tests/web/desk/desk-world.ts'

const path = '/desk/accounts'

describe('the administrator changes an account', () => {
  it.each(staffRoles)(
    'into %s, with another name and unit, which holds from the next sign-in on',
    async (role) => {
      const desk = await openDesk()
      const admin = await desk.signedIn({ role: 'administrator' })
      const officer = await desk.signedIn({ unit: '110118002' })
      const { id, username } = officer.account
      const form = { name: '王芳', role, unit: 'water-bureau' }
      const answer = await admin.post(`${path}/${id}/change`, form)
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `${path}?done=changed&who=${username}`,
      ])
      const after = (await desk.house.auth.accounts()).find((one) => one.id === id)
      const unit = role === 'officer' || role === 'unit-lead' ? 'water-bureau' : null
      expect(after).toMatchObject({ username, name: '王芳', role, unit })
      expect((await officer.get('/desk')).headers.get('location')).toContain('/desk/sign-in')
      expect(await read(admin, `${path}?done=changed&who=${username}`)).toContain('已修改')
    },
  )

  it('and whose name alone changed stays signed in', async () => {
    const desk = await openDesk()
    const admin = await desk.signedIn({ role: 'administrator' })
    const officer = await desk.signedIn({ unit: '110118002' })
    const form = { name: '王芳', role: 'officer', unit: '110118002' }
    await admin.post(`${path}/${officer.account.id}/change`, form)
    expect(await read(officer, '/desk')).toContain('王芳')
  })

  it('but not into what cannot be, nor out of being the administrator themselves', async () => {
    const desk = await openDesk()
    const admin = await desk.signedIn({ role: 'administrator' })
    const { account } = await desk.signedIn({ unit: '110118002' })
    const good = { name: '王芳', role: 'officer', unit: '110118002' }
    const faulty = [
      { ...good, unit: '' },
      { ...good, name: ' ' },
      { ...good, role: 'mayor' },
    ]
    for (const form of faulty)
      expect((await admin.post(`${path}/${account.id}/change`, form)).status).toBe(422)
    expect((await admin.post(`${path}/${admin.account.id}/change`, good)).status).toBe(422)
    expect((await admin.post(`${path}/nobody/change`, good)).status).toBe(404)
    const after = (await desk.house.auth.accounts()).find(({ id }) => id === account.id)
    expect(after).toEqual(account)
  })

  it('and nobody else does', async () => {
    const desk = await openDesk()
    const { account } = await desk.signedIn({ unit: '110118002' })
    const form = { name: '王芳', role: 'administrator', unit: '' }
    for (const role of staffRoles.filter((one) => one !== 'administrator')) {
      const other = await desk.signedIn({ role, unit: '110118002' })
      expect((await other.post(`${path}/${account.id}/change`, form)).status).toBe(403)
    }
  })
})
