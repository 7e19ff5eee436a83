import { expect, it } from 'vitest'
import { anOpenCommand } from '#tests/support/build.ts'
import { openDesk, read, steps } from '#tests/web/desk/desk-world.ts'

const street = '110118002'

it('finds by two characters, by what staff wrote, and among one’s own tickets only', async () => {
  const desk = await openDesk()
  const number = await desk.opens(anOpenCommand({ text: '楼下饭店油烟直排' }))
  const officer = await desk.signedIn({ unit: street })
  const other = await desk.signedIn({ unit: '110118001' })
  await steps(
    officer,
    number,
    { type: 'accept' },
    { type: 'contact', method: 'phone', note: '约在店里见面' },
  )
  for (const q of ['油烟', '店里见面', number]) {
    const asked = `/desk/cases?${new URLSearchParams({ q }).toString()}`
    expect(await read(officer, asked)).toContain(`/desk/tickets/${number}`)
    expect(await read(other, asked)).not.toContain(`/desk/tickets/${number}`)
  }
})

it('finds by a whole telephone number for whoever may read it, by a part of it or for a unit never', async () => {
  const desk = await openDesk()
  const citizenId = await desk.house.ports.people.ensure('hotline', 'caller-1')
  await desk.house.ports.people.setContact(citizenId, { name: '王女士', phone: '13812345678' })
  const number = await desk.opens(anOpenCommand({ citizenId }))
  const link = `/desk/tickets/${number}`
  const whole = '/desk/cases?q=138+1234-5678'
  for (const role of ['dispatcher', 'operator', 'inspector'] as const) {
    const person = await desk.signedIn({ role })
    expect(await read(person, whole)).toContain(link)
    expect(await read(person, '/desk/cases?q=1381234')).not.toContain(link)
    expect(await read(person, '/desk/cases?q=王女士')).not.toContain(link)
  }
  for (const who of [{ unit: street }, { role: 'administrator' }] as const) {
    expect(await read(await desk.signedIn(who), whole)).not.toContain(link)
  }
})

it('of a ticket of secrecy finds nothing for its unit that its pages do not show', async () => {
  const desk = await openDesk()
  const text = '我叫钟离婉贞，楼下饭店油烟直排'
  const number = await desk.opens(anOpenCommand({ text, secrecy: true }))
  const officer = await desk.signedIn({ unit: street })
  const link = `/desk/tickets/${number}`
  expect(await read(officer, '/desk/cases?q=钟离婉贞')).not.toContain(link)
  expect(await read(officer, '/desk/cases?q=油烟')).toContain(link)
})

it('counts follow the filters, in both lists, and the address keeps them', async () => {
  const desk = await openDesk()
  const fast = await desk.opens(anOpenCommand({ urgency: 'fast' }))
  const calm = await desk.opens(
    anOpenCommand({ text: '河边有人焚烧秸秆', category: 'open-burning' }),
  )
  const officer = await desk.signedIn({ unit: street })
  const list = await read(officer, '/desk?urgency=fast')
  expect(list).toContain('待签收 1')
  expect(list).toContain(fast)
  expect(list).not.toContain(`/desk/tickets/${calm}`)
  expect(list).toContain('href="/desk?urgency=fast&amp;kind=sign"')
  const cases = await read(officer, '/desk/cases?category=open-burning')
  expect(cases).toContain('待签收 1')
  expect(cases).toContain('全部 1')
  expect(await read(officer, '/desk?q=秸秆&town=110118001')).toContain('没有符合这些条件的')
  for (const odd of [
    '?town=nowhere',
    '?from=yesterday',
    '?kind=none',
    '?after=%00',
    '?who=somebody',
  ]) {
    expect(await read(officer, `/desk${odd}`)).toContain('待签收 2')
  }
})

it('a page goes on after the last piece of the one before, and ends', async () => {
  const desk = await openDesk()
  const numbers: string[] = []
  for (let n = 0; n < 35; n += 1) numbers.push(await desk.opens(anOpenCommand()))
  const officer = await desk.signedIn({ unit: street })
  const first = await read(officer, '/desk')
  expect(first).toContain('共 35 件')
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1] ?? ''
  const second = await read(officer, next.replaceAll('&amp;', '&'))
  const on = (page: string) => numbers.filter((number) => page.includes(`id="sign-${number}"`))
  expect(on(first)).toHaveLength(30)
  expect([...on(first), ...on(second)].sort()).toEqual([...numbers].sort())
  expect(second).not.toContain('rel="next"')
})

it('next leads on in the list one came from, and back to it when nothing is left', async () => {
  const desk = await openDesk()
  const one = await desk.opens(anOpenCommand())
  const two = await desk.opens(anOpenCommand())
  const officer = await desk.signedIn({ unit: street })
  const after = async (past: string) =>
    (
      await officer.get(
        `/desk/next?${new URLSearchParams({ list: '/desk?kind=sign', past }).toString()}`,
      )
    ).headers.get('location')
  expect(await after(one)).toBe(`/desk/tickets/${two}?list=%2Fdesk%3Fkind%3Dsign`)
  expect(await after(two)).toBe(`/desk/tickets/${one}?list=%2Fdesk%3Fkind%3Dsign`)
  await steps(officer, one, { type: 'accept' })
  expect(await after(two)).toBe('/desk?kind=sign')
  const page = await read(officer, `/desk/tickets/${two}?list=%2Fdesk%3Fkind%3Dsign`)
  expect(page).toContain('href="/desk?kind=sign"')
  const strange = await read(officer, `/desk/tickets/${two}?list=https%3A%2F%2Fevil.example`)
  expect(strange).not.toContain('evil.example')
})
