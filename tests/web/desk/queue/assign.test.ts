import { describe, expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import { isRefusal } from '#domain/refusal.ts'
import { anOfficer, anOpenCommand, commands } from '#tests/support/build.ts'
import { openDesk } from '#tests/web/desk/desk-world.ts'
import type { Browser, DeskWorld } from '#tests/web/desk/desk-world.ts'

const guoyuan = '110118002'

/** A ticket of a unit where three people work. */
async function withColleagues() {
  const world = await openDesk()
  const number = await world.opens(anOpenCommand())
  const officer = await world.signedIn({ unit: guoyuan, name: '王强' })
  const colleague = await world.signedIn({ unit: guoyuan, name: '李霞' })
  const lead = await world.signedIn({
    unit: guoyuan,
    role: 'unit-lead',
    name: '赵敏',
  })
  const elsewhere = await world.signedIn({ unit: '110118001', name: '孙浩' })
  return { world, number, officer, colleague, lead, elsewhere }
}

async function seqOf(browser: Browser, number: string): Promise<string> {
  const page = await (await browser.get(`/desk/tickets/${number}`)).text()
  return /name="seq" value="(\d+)"/.exec(page)?.[1] ?? ''
}

async function assigns(browser: Browser, number: string, to: string): Promise<Response> {
  const seq = await seqOf(browser, number)
  return browser.post(`/desk/tickets/${number}/steps`, { type: 'assign', seq, to, note: '' })
}

const inbox = async (browser: Browser) => (await browser.get('/desk')).text()

describe('交办 at the desk', () => {
  it('offers the people of the unit, nobody else', async () => {
    const { number, officer } = await withColleagues()
    const page = await (await officer.get(`/desk/tickets/${number}`)).text()
    for (const name of ['王强', '李霞', '赵敏']) expect(page).toContain(`>${name}</option>`)
    expect(page).not.toContain('>孙浩</option>')
  })

  it('puts the ticket on the colleague’s worklist, and history names both', async () => {
    const { number, officer, colleague } = await withColleagues()
    expect((await assigns(officer, number, colleague.account.id)).status).toBe(303)
    expect(await inbox(colleague)).toContain(number)
    expect(await inbox(officer)).not.toContain(number)
    const page = await (await officer.get(`/desk/tickets/${number}`)).text()
    expect(page).toContain('交给：李霞')
    expect(page).toContain('王强')
  })

  it('tells the colleague by a notice, and nobody else', async () => {
    const { number, officer, colleague, lead } = await withColleagues()
    await assigns(officer, number, colleague.account.id)
    expect(await (await colleague.get('/desk/notices')).text()).toContain('有工单交给您经办')
    expect(await (await lead.get('/desk/notices')).text()).not.toContain('有工单交给您经办')
  })

  it('refuses somebody of another unit, or who may not sign in any more', async () => {
    const { world, number, officer, colleague, elsewhere } = await withColleagues()
    expect((await assigns(officer, number, elsewhere.account.id)).status).toBe(422)
    await world.house.auth.setDisabled(colleague.account.id, true)
    expect((await assigns(officer, number, colleague.account.id)).status).toBe(422)
  })

  it('shows a lead what was given to somebody who has left', async () => {
    const { world, number, officer, colleague, lead } = await withColleagues()
    await assigns(officer, number, colleague.account.id)
    expect(await inbox(lead)).not.toContain('经办人已停用')
    await world.house.auth.setDisabled(colleague.account.id, true)
    expect(await inbox(lead)).toContain('经办人已停用')
    expect(await (await lead.get('/desk/cases?tab=all')).text()).toContain(number)
  })

  it('hands over everything at once, with a line in each history', async () => {
    const { number, officer, colleague, lead } = await withColleagues()
    await assigns(officer, number, colleague.account.id)
    const asked = { from: colleague.account.id, to: lead.account.id }
    const refused = await officer.post('/desk/hand-over', asked)
    expect(refused.status).toBe(403)
    const done = await lead.post('/desk/hand-over', asked)
    expect(done.headers.get('location')).toBe('/desk?handed=1')
    expect(await inbox(lead)).toContain(number)
    expect(await inbox(colleague)).not.toContain(number)
    const page = await (await lead.get(`/desk/tickets/${number}`)).text()
    expect(page).toContain('交给：赵敏')
  })

  it('finds a person’s tickets among any number that colleagues have', async () => {
    const { world, number, officer, colleague, lead } = await withColleagues()
    for (let more = 0; more < 201; more += 1) {
      await assignedTo(world, await world.opens(anOpenCommand()), officer.account.id)
    }
    await assignedTo(world, number, colleague.account.id)
    expect(await inbox(colleague)).toContain(number)
    const asked = { from: colleague.account.id, to: lead.account.id }
    const done = await lead.post('/desk/hand-over', asked)
    expect(done.headers.get('location')).toBe('/desk?handed=1')
    await world.house.auth.setDisabled(lead.account.id, true)
    const other = await world.signedIn({ unit: guoyuan, role: 'unit-lead', name: '周宁' })
    expect(await inbox(other)).toContain(number)
  })
})

/** Given to a person by a lead, without the pages. */
async function assignedTo(world: DeskWorld, number: string, to: string): Promise<void> {
  const ctx = world.house.ctxFor(anOfficer(guoyuan))
  const ticketId = (await ctx.readers.idByNumber(number)) ?? ''
  const done = await changeTicket(ctx, ticketId, { ...commands.assign, to })
  if (isRefusal(done)) throw new Error(done.refused)
}
