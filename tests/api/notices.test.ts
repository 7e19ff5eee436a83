import { describe, expect, it } from 'vitest'
import { defaultChoices } from '#domain/notices/choices.ts'
import { anOpenCommand } from '#tests/support/build.ts'
import { aProblem, openApi } from './api-world.ts'

const street = '110118002'
const robot = {
  owner: street,
  way: 'wecom-robot',
  label: '果园街道工作群',
  address: 'b1d4f6c2-0001-4e55-9d11-1234567890ab',
  choices: defaultChoices,
}

type Listed = { readonly notices: readonly { readonly position: number }[] }

describe('notices through the API', () => {
  it('are one’s own, unread first, and read one by one or all', async () => {
    const world = await openApi()
    const numbers = [await world.opens(anOpenCommand()), await world.opens(anOpenCommand())]
    const officer = await world.signedIn({ unit: street })
    const listed = await officer.get('/notices')
    expect(listed.body).toMatchObject({
      unread: 2,
      next: null,
      notices: numbers.toReversed().map((number) => ({
        matter: 'dispatched',
        read: false,
        facts: { number, village: '果园西里' },
      })),
    })
    expect(JSON.stringify(listed.body)).not.toContain('南门')
    const { notices } = listed.body as Listed // safe: matched above
    await officer.post('/notices/read', { positions: [notices[0]?.position] })
    expect((await officer.get('/notices')).body).toMatchObject({ unread: 1 })
    expect(await officer.post('/notices/read')).toMatchObject({ status: 204 })
    expect((await officer.get('/notices')).body).toMatchObject({ unread: 0, notices: [] })
    const all = (await officer.get('/notices?unread=false')).body as Listed // safe: as above
    expect(all.notices).toHaveLength(2)
    const elsewhere = await world.signedIn({ unit: 'water-bureau' })
    expect((await elsewhere.get('/notices?unread=false')).body).toMatchObject({ notices: [] })
  })

  it('choices are kept; what is none is bad input; without a mail server no address is taken', async () => {
    const world = await openApi()
    const officer = await world.signedIn({ unit: street })
    expect((await officer.get('/notice-choices')).body).toMatchObject({
      choices: defaultChoices,
      email: null,
      mailOn: false,
    })
    const choices = { ...defaultChoices, modes: { urged: 'off' }, quiet: null }
    expect(await officer.put('/notice-choices', choices)).toMatchObject({ status: 204 })
    expect((await officer.get('/notice-choices')).body).toMatchObject({ choices })
    for (const wrong of [
      { modes: { urged: 'whenever' } },
      { modes: { rain: 'now' } },
      { dailyAt: 1440 },
    ]) {
      const answer = await officer.put('/notice-choices', { ...choices, ...wrong })
      expect(answer).toMatchObject(aProblem(422, 'invalid-input'))
    }
    const given = await officer.post('/notice-choices/email', { email: 'a@example.gov.cn' })
    expect(given).toMatchObject(aProblem(409, 'way-off'))
    const confirmed = await officer.post('/notice-choices/email/confirm', { code: '123456' })
    expect(confirmed).toMatchObject(aProblem(422, 'invalid-input'))
    expect(await officer.delete('/notice-choices/email')).toMatchObject({ status: 204 })
  })

  it('groups are the lead’s and the administrator’s to set; addresses stay inside', async () => {
    const world = await openApi()
    const lead = await world.signedIn({ role: 'unit-lead', unit: street })
    const added = await lead.post('/notice-targets', robot)
    expect(added.body).toMatchObject({ owner: street, way: 'wecom-robot', secret: null })
    expect(JSON.stringify(added.body)).not.toContain(robot.address)
    const { id } = added.body as { readonly id: string } // safe: matched above
    const officer = await world.signedIn({ unit: street })
    expect(await officer.get('/notice-targets')).toMatchObject(aProblem(403, 'not-allowed'))
    const other = await world.signedIn({ role: 'unit-lead', unit: 'water-bureau' })
    expect((await other.get('/notice-targets')).body).toEqual([])
    expect(await other.delete(`/notice-targets/${id}`)).toMatchObject(aProblem(404, 'not-found'))
    expect(await lead.post(`/notice-targets/${id}/test`)).toMatchObject({ status: 204 })
    const choices = { ...defaultChoices, quiet: null }
    expect(await lead.put(`/notice-targets/${id}/choices`, choices)).toMatchObject({ status: 204 })
    const admin = await world.signedIn({ role: 'administrator' })
    expect((await admin.get('/notice-targets')).body).toMatchObject([{ id, choices }])
    expect(await admin.delete(`/notice-targets/${id}`)).toMatchObject({ status: 204 })
    expect((await lead.get('/notice-targets')).body).toEqual([])
  })

  it('a webhook’s secret is given once; one into a private network is refused', async () => {
    const world = await openApi()
    const admin = await world.signedIn({ role: 'administrator' })
    const hook = { ...robot, owner: 'inspectors', way: 'webhook' }
    const added = await admin.post('/notice-targets', {
      ...hook,
      address: 'https://a.example.gov.cn/',
    })
    expect(added.body).toMatchObject({ secret: expect.stringMatching(/^whsec_/) as string }) // safe: a matcher
    expect((await admin.get('/notice-targets')).body).toMatchObject([{ secret: null }])
    const inside = await admin.post('/notice-targets', { ...hook, address: 'https://10.0.0.1/' })
    expect(inside).toMatchObject(aProblem(422, 'invalid-input'))
  })
})
