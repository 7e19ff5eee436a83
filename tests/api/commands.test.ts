import { expect, it } from 'vitest'
import { anOpenCommand, day } from '#tests/support/build.ts'
import { aProblem, openApi } from './api-world.ts'

const street = '110118002'
const whistle = {
  type: 'whistle',
  units: ['city-enforcement'],
  purpose: '联合取缔无照烧烤',
  place: null,
  due: null,
}

it('A township whistles through the API; the house gives the id and the deadline, the bureau reports in', async () => {
  const world = await openApi()
  const number = await world.opens(anOpenCommand())
  const township = await world.signedIn({ unit: street })
  const bureau = await world.signedIn({ unit: 'city-enforcement' })
  const path = `/tickets/${number}/commands`
  await township.post(path, { command: { type: 'accept' } })
  expect(await township.post(path, { command: whistle })).toMatchObject({ status: 200 })
  const [opened] = (await world.house.ports.store.history('ticket-1')).filter(
    ({ type }) => type === 'whistle-opened',
  )
  expect(opened?.data).toMatchObject({ units: whistle.units, due: world.clock.now + day })
  const whistleId = opened?.type === 'whistle-opened' ? opened.data.whistleId : ''
  const report = { type: 'report-in', whistleId, how: 'online', note: '视频会商' }
  expect(await bureau.post(path, { command: report })).toMatchObject({ status: 200 })
  expect(await bureau.post(path, { command: report })).toMatchObject(aProblem(409, 'already-done'))
})

it('A merge names the main ticket by its number; an unknown one is bad input', async () => {
  const world = await openApi()
  const main = await world.opens(anOpenCommand())
  const second = await world.opens(anOpenCommand())
  const dispatcher = await world.signedIn({ role: 'dispatcher' })
  const path = `/tickets/${second}/commands`
  const merge = (intoNumber: string) =>
    dispatcher.post(path, { command: { type: 'merge', intoNumber } })
  expect(await merge('MY20261123-09999-0')).toMatchObject(aProblem(422, 'invalid-input'))
  expect(await merge(main)).toMatchObject({ status: 200, body: { status: 'merged' } })
})

it('An operator passes on what a caller says', async () => {
  const world = await openApi()
  const number = await world.opens(anOpenCommand())
  const operator = await world.signedIn({ role: 'operator' })
  const officer = await world.signedIn({ unit: street })
  const path = `/tickets/${number}/commands`
  const urge = { command: { type: 'urge', text: '怎么还没人管' } }
  expect(await officer.post(path, urge)).toMatchObject(aProblem(403, 'not-allowed'))
  expect(await operator.post(path, urge)).toMatchObject({ status: 200 })
  expect(await operator.post(path, urge)).toMatchObject(aProblem(429, 'too-often'))
})
