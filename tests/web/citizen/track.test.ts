import { describe, expect, it } from 'vitest'
import { citizenPages } from '#web/citizen/pages.tsx'
import type { TicketChange } from '#app/ports.ts'
import { aTicket, officerOf, planned } from '#tests/db/build.ts'
import { day, hour } from '#tests/db/world.ts'
import { openBrowser, openWebWorld, store } from '#tests/web/web-world.ts'

const code = 'KX7M2QPA'
const officer = officerOf('ecology-bureau')

/** A ticket of catering fumes with its code, and a browser that has not opened it yet. */
async function withTicket() {
  const world = await openWebWorld()
  const opened = aTicket('ticket-1')
  await world.commit({ tickets: [opened], codes: [{ ticketId: 'ticket-1', code }] })
  const browser = openBrowser(citizenPages(world.deps))
  const { number } = opened.after.opened
  return { world, browser, number, opened }
}

/** The same, the ticket opened in the browser. */
async function withOpenPage() {
  const all = await withTicket()
  await all.browser.post('/track', { number: all.number, code })
  return all
}

function resolved({ after }: TicketChange, now: number): TicketChange {
  return planned(after, now, [
    [officer, { type: 'accept' }],
    [officer, { type: 'contact', method: 'phone', note: '已电话联系' }],
    [
      officer,
      { type: 'resolve', publicReply: '11月23日已责令清洗油烟净化器', internalNote: '店主态度差' },
    ],
  ])
}

describe('opening a ticket', () => {
  it('wants number and code, and then has an address without them', async () => {
    const { browser, number } = await withTicket()
    const answer = await browser.post('/track', { number, code })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/track'])
    expect(await browser.read('/track')).toContain('已派给区生态环境局')
  })

  it('understands a number without dashes and a code with a space, in small letters', async () => {
    const { browser, number } = await withTicket()
    const form = { number: number.replaceAll('-', '').toLowerCase(), code: 'kx7m 2qpa' }
    expect((await browser.post('/track', form)).status).toBe(303)
  })

  it('answers a wrong code and an unknown number alike', async () => {
    const { browser, number } = await withTicket()
    const wrong = await browser.post('/track', { number, code: 'AAAAAAAA' })
    const unknown = await browser.post('/track', { number: 'MY20261123-99999-9', code })
    const said = async (answer: Response) => (await answer.text()).replace(/value="MY[^"]*"/u, '')
    expect([wrong.status, unknown.status]).toEqual([404, 404])
    expect(await said(wrong)).toBe(await said(unknown))
  })

  it('takes no cookie that somebody made up', async () => {
    const { browser, number } = await withTicket()
    browser.jar.set('huiying_track', `track.${number}.${code}`)
    expect(await browser.read('/track')).toContain('name="code"')
  })

  it('ends when the person leaves', async () => {
    const { browser } = await withOpenPage()
    await browser.post('/track/forget', {})
    expect(await browser.read('/track')).toContain('name="code"')
  })

  it('is slowed down for whoever tries codes', async () => {
    const { browser, number, world } = await withTicket()
    for (let n = 0; n < 100; n += 1) await browser.post('/track', { number, code: 'AAAAAAAA' })
    expect((await browser.post('/track', { number, code })).status).toBe(429)
    world.clock.now += hour
    expect((await browser.post('/track', { number, code })).status).toBe(303)
  })

  it('shows the public reply and never the internal note', async () => {
    const { world, browser, opened } = await withOpenPage()
    await store(world, resolved(opened, world.clock.now))
    const page = await browser.read('/track')
    expect(page).toContain('已责令清洗油烟净化器')
    expect(page).not.toContain('店主态度差')
  })
})

describe('what a citizen may do', () => {
  it('a supplement stands in the history', async () => {
    const { browser } = await withOpenPage()
    const answer = await browser.post('/track/supplement', { text: '晚上八点以后最大' })
    expect(answer.headers.get('location')).toBe('/track?done=supplement')
    expect(await browser.read('/track')).toContain('您补充：晚上八点以后最大')
  })

  it('a supplement without words is refused with what to do', async () => {
    const { browser } = await withOpenPage()
    const answer = await browser.post('/track/supplement', { text: ' ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('请写下内容')
  })

  it('urging counts once a day, and says so', async () => {
    const { world, browser } = await withOpenPage()
    expect((await browser.post('/track/urge', {})).status).toBe(303)
    const again = await browser.post('/track/urge', { urgeText: '还没来' })
    expect(again.status).toBe(429)
    expect(await again.text()).toContain('今天已经催过了')
    world.clock.now += day
    expect((await browser.post('/track/urge', {})).status).toBe(303)
  })

  it('withdrawing ends it, and nothing more is offered', async () => {
    const { browser } = await withOpenPage()
    await browser.post('/track/withdraw', { withdrawReason: '' })
    const page = await browser.read('/track')
    expect(page).toContain('已撤诉')
    expect(page).not.toMatch(/action="\/track\/(?:urge|supplement|withdraw|rate)"/u)
  })

  it('nothing is done for whoever has not opened the ticket', async () => {
    const { world, browser } = await withTicket()
    const answer = await browser.post('/track/withdraw', {})
    expect(answer.headers.get('location')).toBe('/track')
    expect(await world.ctx.store.history('ticket-1')).not.toContainEqual(
      expect.objectContaining({ type: 'withdrawn' }),
    )
  })
})

describe('an exclusion', () => {
  const proposed = {
    type: 'propose-exclusion',
    ground: 'untrue',
    evidence: '夜查三次没有油烟',
  } as const

  it('is told with its ground, not with the unit’s evidence, and the citizen has their say', async () => {
    const { world, browser, opened } = await withOpenPage()
    await store(world, planned(opened.after, world.clock.now, [[officer, proposed]]))
    const before = await browser.read('/track')
    expect(before).toContain('被提请不计入考评（情况不属实）')
    expect(before).not.toContain('夜查三次')
    await browser.post('/track/answer-exclusion', { exclusionText: '可以打13800138000问我' })
    const page = await browser.read('/track')
    expect(page).toContain('您对不计入考评说明了情况：可以打138＊＊＊＊＊＊00问我')
    expect(page).not.toContain('action="/track/answer-exclusion"')
  })

  it('is not spoken of where there is none', async () => {
    const { browser } = await withOpenPage()
    expect(await browser.read('/track')).not.toContain('考评')
    const answer = await browser.post('/track/answer-exclusion', { exclusionText: '冤枉' })
    expect(answer.status).toBe(409)
  })
})

describe('the three call-back questions', () => {
  const allGood = { contacted: 'yes', solved: 'solved', satisfied: 'satisfied', comment: '' }

  async function toRate() {
    const all = await withOpenPage()
    await store(all.world, resolved(all.opened, all.world.clock.now))
    return all
  }

  it('are not asked before the unit has finished', async () => {
    const { browser } = await withOpenPage()
    expect(await browser.read('/track')).not.toContain('action="/track/rate"')
  })

  it('are asked once it has, and close the ticket when all is well', async () => {
    const { browser } = await toRate()
    expect(await browser.read('/track')).toContain('action="/track/rate"')
    await browser.post('/track/rate', allGood)
    const page = await browser.read('/track')
    expect(page).toContain('已归档')
    expect(page).toContain('市民确认解决')
  })

  it('open a second handling when it is not solved', async () => {
    const { browser } = await toRate()
    await browser.post('/track/rate', { ...allGood, solved: 'unsolved', satisfied: 'unsatisfied' })
    expect(await browser.read('/track')).toContain('未解决，二次办理')
  })

  it('all want an answer; those given are kept', async () => {
    const { browser } = await toRate()
    const two = { contacted: 'yes', solved: 'solved', comment: '就差一点' }
    const answer = await browser.post('/track/rate', two)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('三个问题都要选')
    expect(page).toContain('>就差一点</textarea>')
    expect(page).toMatch(/value="solved"[^>]*checked/u)
  })

  it('are answered once', async () => {
    const { browser } = await toRate()
    await browser.post('/track/rate', allGood)
    expect((await browser.post('/track/rate', allGood)).status).toBe(409)
  })
})
