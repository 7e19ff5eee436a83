import { expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { openDesk, read, steps } from '#tests/web/desk/desk-world.ts'

const street = '110118002'

/** The boxes of a list, as they would be posted. */
function boxesOf(page: string): readonly string[] {
  return [...page.matchAll(/name="item" form="many" value="([^"]+)"/g)].map(
    ([, value = '']) => value,
  )
}

it('Several tickets are signed for in one go, each with a line of its own', async () => {
  const desk = await openDesk()
  const numbers = [await desk.opens(anOpenCommand()), await desk.opens(anOpenCommand())]
  const officer = await desk.signedIn({ unit: street, name: '王强' })
  const item = boxesOf(await read(officer, '/desk'))
  expect(item).toHaveLength(2)
  const answer = await officer.post('/desk/many', { act: 'accept', item, back: '/desk?kind=sign' })
  const page = await answer.text()
  expect(page).toContain('签收选中的：完成 2 件')
  expect(page).toContain('href="/desk?kind=sign"')
  expect(await read(officer, '/desk')).toContain('待联系 2')
  for (const number of numbers) {
    expect(await read(officer, `/desk/tickets/${number}`)).toContain('已签收')
  }
})

it('What is refused is named with its reason and holds up nothing', async () => {
  const desk = await openDesk()
  const [one, two] = [await desk.opens(anOpenCommand()), await desk.opens(anOpenCommand())]
  const officer = await desk.signedIn({ unit: street })
  const item = boxesOf(await read(officer, '/desk'))
  await steps(officer, one, { type: 'accept' })
  const foreign = await desk.opens(anOpenCommand({}, { routing: null, queueReason: 'unsure' }))
  const posted = { act: 'accept', item: [...item, `${foreign}.2`, 'nonsense'] }
  const page = await (await officer.post('/desk/many', posted)).text()
  expect(page).toContain('完成 1 件')
  expect(page).toContain('没有办成的 2 件')
  expect(page).toContain(`/desk/tickets/${one}`)
  expect(await read(officer, `/desk/tickets/${two}`)).toContain('已签收')
  expect((await officer.post('/desk/many', { act: 'accept' })).status).toBe(422)
})

it('Several are given to a colleague at once, and to nobody of another unit', async () => {
  const desk = await openDesk()
  for (let n = 0; n < 2; n += 1) await desk.opens(anOpenCommand())
  const lead = await desk.signedIn({ unit: street, role: 'unit-lead' })
  const colleague = await desk.signedIn({ unit: street, name: '李霞' })
  const elsewhere = await desk.signedIn({ unit: '110118001' })
  const item = boxesOf(await read(lead, '/desk'))
  const wrong = await lead.post('/desk/many', { act: 'assign', item, to: elsewhere.account.id })
  expect(await wrong.text()).toContain('没有办成的 2 件')
  await lead.post('/desk/many', { act: 'assign', item, to: colleague.account.id })
  expect(await read(colleague, '/desk?who=me')).toContain('待签收 2')
})

it('The desk sends out by the rules what they name a unit for', async () => {
  const desk = await openDesk()
  const queued = { routing: null, queueReason: 'unsure' } as const
  await desk.opens(anOpenCommand({}, queued))
  const unclear = await desk.opens(anOpenCommand({ category: null }, queued))
  const dispatcher = await desk.signedIn({ role: 'dispatcher' })
  const item = boxesOf(await read(dispatcher, '/desk'))
  const page = await (await dispatcher.post('/desk/many', { act: 'dispatch', item })).text()
  expect(page).toContain('按规则派出选中的：完成 1 件')
  expect(page).toContain(unclear)
  expect(await read(dispatcher, '/desk')).toContain('等待派单 1')
})
