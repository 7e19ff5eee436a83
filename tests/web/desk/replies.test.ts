import { describe, expect, it } from 'vitest'
import { factNames } from '#app/replies/texts.ts'
import { replyFacts } from '#app/replies/fill-template.ts'
import { anOpenCommand } from '#tests/support/build.ts'
import { alertOf, openDesk, read, seqOf, step, steps } from './desk-world.ts'
import type { Browser } from './desk-world.ts'

const street = '110118002'
const path = '/desk/replies'
const stall = {
  name: '露天烧烤已取缔',
  text: '您{反映日期}反映的{地点}{问题}问题，我单位{今天}到场，已取缔摊位。',
  category: '',
  state: '',
}
const contact = { type: 'contact', method: 'phone', note: '已电话联系，约今晚到场' }

/** Writes a template; gives its id. */
async function writes(lead: Browser, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await lead.post(`${path}/new`, fields)
  const location = answer.headers.get('location') ?? ''
  expect([answer.status, location]).toEqual([303, expect.stringContaining(`${path}?saved=`)])
  return location.split('saved=')[1] ?? ''
}

/** The reply in the form of closing, as somebody sees it who chose a template. */
function replyIn(page: string): string {
  return /<textarea id="resolve-publicReply[^>]*>([^<]*)</u.exec(page)?.[1]?.trim() ?? ''
}

describe('templates of replies', () => {
  it('close a case in two presses: the template with the case’s facts in it, and the closing', async () => {
    const desk = await openDesk()
    const lead = await desk.signedIn({ role: 'unit-lead', unit: street })
    const officer = await desk.signedIn({ unit: street })
    const number = await desk.opens(anOpenCommand())
    const template = await writes(lead, stall)
    await steps(officer, number, { type: 'accept' }, contact)
    const before = await read(officer, `/desk/tickets/${number}`)
    expect(before).toContain(`?reply=${template}#resolve-publicReply-${number}`)
    const page = await read(officer, `/desk/tickets/${number}?reply=${template}`)
    const publicReply = replyIn(page)
    expect(publicReply).toMatch(/^您11月23日反映的.+问题，我单位11月23日到场，已取缔摊位。$/u)
    expect(publicReply).not.toContain('{')
    const answer = await officer.post(`/desk/tickets/${number}/steps`, {
      type: 'resolve',
      publicReply,
      internalNote: '',
      seq: seqOf(page),
    })
    expect(answer.status).toBe(303)
  })

  it.each(replyFacts)('know the fact %s of a case that is being handled', async (fact) => {
    const desk = await openDesk()
    const lead = await desk.signedIn({ role: 'unit-lead', unit: street })
    const number = await desk.opens(anOpenCommand())
    await steps(lead, number, { type: 'accept' }, contact)
    const template = await writes(lead, { ...stall, text: `前{${factNames[fact]}}后` })
    const reply = replyIn(await read(lead, `/desk/tickets/${number}?reply=${template}`))
    expect(reply).toMatch(/^前[^{【]+后$/u)
  })

  it('are offered for the category and the state they are kept to', async () => {
    const desk = await openDesk()
    const lead = await desk.signedIn({ role: 'unit-lead', unit: street })
    const number = await desk.opens(anOpenCommand())
    await writes(lead, { ...stall, name: '各类都用' })
    await writes(lead, { ...stall, name: '只用于工地', category: 'construction-noise' })
    await writes(lead, { ...stall, name: '二次办理时用', state: 'reopened' })
    await writes(lead, { ...stall, name: '办理中用', state: 'in-progress' })
    await steps(lead, number, { type: 'accept' }, contact)
    const [, offered = ''] = (await read(lead, `/desk/tickets/${number}`)).split('用本单位的模板')
    expect(offered).toContain('各类都用')
    expect(offered.indexOf('办理中用')).toBeLessThan(offered.indexOf('各类都用'))
    expect(offered).not.toContain('只用于工地')
    expect(offered).not.toContain('二次办理时用')
  })

  it('keep every version, and are offered no more when taken out of use', async () => {
    const desk = await openDesk()
    const lead = await desk.signedIn({ role: 'unit-lead', unit: street, name: '王芳' })
    const number = await desk.opens(anOpenCommand())
    await steps(lead, number, { type: 'accept' }, contact)
    const template = await writes(lead, stall)
    const changed = { ...stall, text: '{今天}已取缔，并安排夜间巡查。', retired: 'yes' }
    expect((await lead.post(`${path}/${template}`, changed)).status).toBe(303)
    const page = await read(lead, path)
    for (const said of ['已停用', '修改记录（2 版）', '王芳', '到场，已取缔摊位', '安排夜间巡查'])
      expect(page).toContain(said)
    expect(await read(lead, `/desk/tickets/${number}`)).not.toContain('用本单位的模板')
  })

  it('say which name in braces they do not know, and lose nothing typed', async () => {
    const desk = await openDesk()
    const lead = await desk.signedIn({ role: 'unit-lead', unit: street })
    const answer = await lead.post(`${path}/new`, { ...stall, text: '{联系人}于{今天}到场。' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('没有叫“联系人”的一项')
    expect(page).toContain('{联系人}于{今天}到场。')
    const empty = await lead.post(`${path}/new`, { ...stall, name: ' ', text: '' })
    expect(await empty.text()).toContain('请检查：名称、答复')
  })

  it('leave a blank to be filled in, without which the case is not closed', async () => {
    const desk = await openDesk()
    const lead = await desk.signedIn({ role: 'unit-lead', unit: street })
    const number = await desk.opens(anOpenCommand())
    await steps(lead, number, { type: 'accept' }, contact)
    const publicReply = '11月23日到场，【请填写：查到了什么】，已要求整改。'
    const refused = await step(lead, number, { type: 'resolve', publicReply, internalNote: '' })
    expect(alertOf(await refused.text())).toContain('没有填')
  })

  it('are read by the unit’s people, written by its lead, and of no other unit', async () => {
    const desk = await openDesk()
    const lead = await desk.signedIn({ role: 'unit-lead', unit: street })
    const officer = await desk.signedIn({ unit: street })
    const other = await desk.signedIn({ role: 'unit-lead', unit: '110118001' })
    const template = await writes(lead, stall)
    expect(await read(officer, path)).toContain(stall.name)
    expect(await read(officer, path)).not.toContain('<form method="post" action="/desk/replies')
    expect((await officer.post(`${path}/new`, stall)).status).toBe(403)
    expect(await read(other, path)).not.toContain(stall.name)
    expect((await other.post(`${path}/${template}`, stall)).status).toBe(404)
    for (const role of ['dispatcher', 'operator', 'inspector', 'administrator'] as const) {
      const outside = await desk.signedIn({ role })
      expect((await outside.get(path)).status).toBe(403)
      expect((await outside.post(`${path}/new`, stall)).status).toBe(403)
    }
  })
})
