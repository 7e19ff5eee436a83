import { describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { citizenPages } from '#web/citizen/pages.tsx'
import { aTicket } from '#tests/db/build.ts'
import { aJpeg, aPage, anMp4, broken, filesForm } from '#tests/support/media.ts'
import { openBrowser, openWebWorld } from '#tests/web/web-world.ts'

const code = 'KX7M2QPA'
const otherCode = 'BB7M2QPB'

async function withOpenPage() {
  const world = await openWebWorld()
  const own = aTicket('ticket-1')
  const other = aTicket('ticket-2', { serial: 2 })
  for (const [ticket, secret] of [
    [own, code],
    [other, otherCode],
  ] as const) {
    const { ticketId } = ticket
    await world.commit({ tickets: [ticket], codes: [{ ticketId, code: secret }] })
  }
  const pages = citizenPages(world.deps)
  const opened = async (ticket: typeof own, secret: string) => {
    const browser = openBrowser(pages)
    await browser.post('/track', { number: ticket.after.opened.number, code: secret })
    return browser
  }
  const browser = await opened(own, code)
  return { world, pages, browser, stranger: () => opened(other, otherCode) }
}

type Browser = ReturnType<typeof openBrowser>

function supplement(pages: Hono, browser: Browser, form: FormData) {
  const cookie = [...browser.jar].map((pair) => pair.join('=')).join('; ')
  return pages.request('/track/supplement', { method: 'POST', body: form, headers: { cookie } })
}

function shownOn(page: string): string[] {
  return [...page.matchAll(/src="(\/track\/attachments\/[^"]+)"/gu)].map((one) => one[1] ?? '')
}

describe('files added on the progress page', () => {
  it('arrive with the words, and are seen there by whoever has the code', async () => {
    const { world, pages, browser } = await withOpenPage()
    const form = filesForm([aJpeg(), anMp4()], { text: '昨晚拍的' })
    const answer = await supplement(pages, browser, form)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/track?done=supplement'])
    const events = await world.ctx.store.history('ticket-1')
    expect(events.at(-1)).toMatchObject({
      type: 'supplemented',
      data: { text: '昨晚拍的', attachments: [{ kind: 'image' }, { kind: 'video' }] },
    })
    const paths = shownOn(await browser.read('/track'))
    const types = await Promise.all(
      paths.map(async (path) => (await browser.get(path)).headers.get('content-type')),
    )
    expect(types).toEqual(['image/jpeg', 'video/mp4'])
  })

  it('need no words', async () => {
    const { pages, browser } = await withOpenPage()
    expect((await supplement(pages, browser, filesForm([aJpeg()], { text: '' }))).status).toBe(303)
    expect(await browser.read('/track')).toContain('您补充：附件 1 件')
  })

  it('are unknown to whoever opened another ticket, and to whoever opened none', async () => {
    const { pages, browser, stranger } = await withOpenPage()
    await supplement(pages, browser, filesForm([aJpeg()], { text: '' }))
    const [path = ''] = shownOn(await browser.read('/track'))
    expect((await browser.get(path)).status).toBe(200)
    expect((await (await stranger()).get(path)).status).toBe(404)
    expect((await openBrowser(pages).get(path)).status).toBe(404)
  })

  it.each([
    ['a page', aPage(), 422, '这种文件收不了'],
    ['half a photo', broken(aJpeg()), 422, '这个文件打不开'],
  ] as const)(
    'that cannot be taken leave the words in the form: %s',
    async (_what, file, status, why) => {
      const { world, pages, browser } = await withOpenPage()
      const form = filesForm([file], { text: '昨晚拍的' })
      const answer = await supplement(pages, browser, form)
      const page = await answer.text()
      expect(answer.status).toBe(status)
      expect(page).toContain(why)
      expect(page).toMatch(/<textarea[^>]*name="text"[^>]*>昨晚拍的/u)
      const events = await world.ctx.store.history('ticket-1')
      expect(events.some(({ type }) => type === 'supplemented')).toBe(false)
    },
  )
})
