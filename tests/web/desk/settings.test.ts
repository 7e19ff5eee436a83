import { describe, expect, it } from 'vitest'
import { declaredSettings, defaultsOf } from '#app/settings/declared.ts'
import { openApi } from '#tests/api/api-world.ts'
import { openDesk, read } from './desk-world.ts'

const filled = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
const later = { from: '2026-12-15', reason: '主管单位核定' }

describe('the page of settings', () => {
  it.each(declaredSettings)(
    'shows $id, changes it from a day on and keeps the history',
    async (declared) => {
      const desk = await openDesk()
      const admin = await desk.signedIn({ role: 'administrator', name: '陈静' })
      const before = await read(admin, '/desk/settings')
      expect(before).toContain(declared.label)
      for (const { name } of declared.fields)
        expect(before).toContain(`id="${declared.id}-${name}"`)
      const form = { ...filled(defaultsOf(declared)), ...later }
      const saved = await admin.post(`/desk/settings/${declared.id}`, form)
      expect([saved.status, saved.headers.get('location')]).toEqual([
        303,
        `/desk/settings?saved=${declared.id}`,
      ])
      const after = await read(admin, `/desk/settings?saved=${declared.id}`)
      expect(after).toContain('已保存')
      expect(after).toContain('2026-12-15 起')
      expect(after).toContain('主管单位核定')
    },
  )

  it('says what is wrong and keeps what was typed', async () => {
    const desk = await openDesk()
    const admin = await desk.signedIn({ role: 'administrator' })
    const typed = {
      contacted: '0.5',
      solved: '0.45',
      satisfied: '0.45',
      ...later,
      reason: '试一试',
    }
    const answer = await admin.post('/desk/settings/weights', typed)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('各项相加要等于 1')
    expect(page).toContain('value="0.5"')
    expect(page).toContain('value="试一试"')
    const early = await admin.post('/desk/settings/retention', {
      years: '3',
      ...later,
      from: '2026-11-23',
    })
    expect(await early.text()).toContain('最早从 2026-11-24 起')
    const empty = await admin.post('/desk/settings/retention', { ...later, years: '' })
    expect(await empty.text()).toContain('请检查：年数')
  })

  it('is nobody else’s', async () => {
    const desk = await openDesk()
    const inspector = await desk.signedIn({ role: 'inspector' })
    expect((await inspector.get('/desk/settings')).status).toBe(403)
    expect(
      (await inspector.post('/desk/settings/retention', { years: '3', ...later })).status,
    ).toBe(403)
  })
})

it('the API gives and changes settings, to the administrator alone', async () => {
  const api = await openApi()
  const admin = await api.signedIn({ role: 'administrator' })
  const body = { values: { years: 3 }, from: '2026-12-15', reason: '主管单位核定' }
  expect(await admin.post('/settings/retention', body)).toMatchObject({ status: 204 })
  const { body: all } = await admin.get('/settings')
  expect(all).toContainEqual(
    expect.objectContaining({
      id: 'retention',
      now: { years: 2 },
      coming: [expect.objectContaining({ values: { years: 3 }, from: '2026-12-15' }) as unknown],
    }),
  )
  expect(await admin.post('/settings/retention', { ...body, from: '15.12.' })).toMatchObject({
    status: 422,
  })
  expect(await admin.post('/settings/nothing', body)).toMatchObject({ status: 404 })
  const other = await api.signedIn({ role: 'dispatcher' })
  expect((await other.get('/settings')).status).toBe(403)
  expect((await other.post('/settings/retention', body)).status).toBe(403)
})
