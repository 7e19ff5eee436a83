import { describe, expect, it } from 'vitest'
import { anOpenCommand, day, start } from '#tests/support/build.ts'
import { aProblem, openApi } from './api-world.ts'
import { opened } from './talk.ts'

const guoyuan = '110118002'
const period = `from=${String(start - day)}&to=${String(start + day)}`

/** A ticket its citizen has rated, and an inspector. */
async function rated() {
  const { world, key } = await opened()
  const officer = await world.signedIn({ unit: guoyuan })
  for (const command of [
    { type: 'accept' },
    { type: 'contact', method: 'phone', note: '已联系' },
    { type: 'resolve', publicReply: '11月23日已劝离并清洗路面。', internalNote: null },
  ]) {
    await officer.post(`/tickets/${key.number}/commands`, { command })
  }
  const command = { type: 'rate', contacted: true, solved: 'solved', satisfied: 'satisfied' }
  expect((await world.anybody.post('/track/commands', { ...key, command })).status).toBe(200)
  return { number: key.number, officer, inspector: await world.signedIn({ role: 'inspector' }) }
}

describe('Figures', () => {
  it('The bureau reads the rates of a period', async () => {
    const { inspector } = await rated()
    expect(await inspector.get(`/rates?${period}`)).toMatchObject({
      status: 200,
      body: { period: { from: start - day, to: start + day }, table: { total: { valid: 1 } } },
    })
  })

  it('Behind a figure stand its call-backs and their tickets', async () => {
    const { inspector, number } = await rated()
    const answer = await inspector.get(`/rates/tickets?${period}&figure=solved`)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        total: 1,
        settled: [{ number, handler: guoyuan, solved: 'solved' }],
        rows: [{ number, status: 'closed' }],
      },
    })
    expect(JSON.stringify(answer.body)).not.toContain('ticketId')
  })

  it.each([
    ['figure=not-solved', 0],
    [`figure=valid&group=handler&key=${guoyuan}`, 1],
    ['figure=valid&group=handler&key=110118001', 0],
  ])('%s counts %i', async (query, total) => {
    const { inspector } = await rated()
    const answer = await inspector.get(`/rates/tickets?${period}&${query}`)
    expect(answer.body).toMatchObject({ total })
  })

  it.each(['/rates/tickets?from=0&to=1&figure=horoscope', '/bureau/tickets?list=secret'])(
    '%s is 422',
    async (path) => {
      const world = await openApi()
      const inspector = await world.signedIn({ role: 'inspector' })
      expect(await inspector.get(path)).toMatchObject(aProblem(422, 'invalid-input'))
    },
  )

  it.each([
    ['open', 2],
    ['pending', 1],
    ['overdue', 0],
  ])('The list of what is %s now has %i', async (list, total) => {
    const world = await openApi()
    await world.opens(anOpenCommand())
    await world.opens(anOpenCommand({}, { routing: null, queueReason: 'unsure' }))
    const inspector = await world.signedIn({ role: 'inspector' })
    expect((await inspector.get(`/bureau/tickets?list=${list}`)).body).toMatchObject({ total })
  })

  it.each([
    `/rates?${period}`,
    `/rates/tickets?${period}&figure=valid`,
    '/bureau/tickets?list=open',
  ])('A unit and an operator do not read %s', async (path) => {
    const world = await openApi()
    for (const who of [{ unit: guoyuan }, { role: 'operator' }] as const) {
      const client = await world.signedIn(who)
      expect(await client.get(path)).toMatchObject(aProblem(403, 'not-allowed'))
    }
  })
})
