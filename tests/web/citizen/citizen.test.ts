import { describe, expect, it } from 'vitest'
import type { OutboundMessage } from '#app/messages.ts'
import { citizenPages } from '#web/citizen/pages.tsx'
import { minute } from '#tests/db/world.ts'
import { openBrowser, openWebWorld, senderOf } from '#tests/web/web-world.ts'

async function atTheChat() {
  const world = await openWebWorld()
  const browser = openBrowser(citizenPages(world.deps))
  await browser.get('/')
  return { world, browser, sender: senderOf(browser) }
}

const yesNo: Partial<OutboundMessage> = {
  text: '在哪里？',
  questionId: 'q1',
  choices: [
    { id: 'confirm', label: '确认' },
    { id: 'cancel', label: '取消' },
  ],
}

/** Every button of the page's choices, as its tag. */
function choiceButtons(page: string): string[] {
  return page.match(/<button[^>]*>(?:确认|取消)<\/button>/gu) ?? []
}

describe('the chat page', () => {
  it('gives a new browser an id only the server can have made', async () => {
    const { browser, sender } = await atTheChat()
    const answer = await browser.get('/')
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/u)
    expect(cookie).toMatch(/SameSite=Lax/u)
    expect(sender).toMatch(/^[0-9a-f-]{36}$/u)
  })

  it('takes no id that somebody made up', async () => {
    const { world, sender } = await atTheChat()
    await world.botSays(sender, { text: '您的投诉已派单' })
    const thief = openBrowser(citizenPages(world.deps))
    thief.jar.set('huiying_chat', `chat.${sender}`)
    expect(await thief.read('/')).not.toContain('您的投诉已派单')
  })

  it('says nothing inline: scripts and styles come from files', async () => {
    const { browser } = await atTheChat()
    const page = await browser.read('/')
    expect(page).not.toMatch(/<style|\sstyle=|<script(?![^>]*src=)|\son[a-z]+=/u)
  })

  it('is kept by no cache', async () => {
    const { browser } = await atTheChat()
    expect((await browser.get('/')).headers.get('cache-control')).toBe('no-store')
  })

  it('escapes what people write', async () => {
    const { world, browser, sender } = await atTheChat()
    await world.botSays(sender, { text: '<img src=x onerror=alert(1)>' })
    expect(await browser.read('/')).toContain('&lt;img src=x')
  })

  it('offers the buttons of the last question, those of earlier ones being inert', async () => {
    const { world, browser, sender } = await atTheChat()
    await world.botSays(sender, yesNo)
    await world.botSays(sender, { ...yesNo, questionId: 'q2' })
    const inert = choiceButtons(await browser.read('/')).map((tag) => tag.includes('disabled'))
    expect(inert).toEqual([true, true, false, false])
  })

  it('keeps a question open when only news came after it', async () => {
    const { world, browser, sender } = await atTheChat()
    await world.botSays(sender, yesNo)
    await world.botSays(sender, { text: '果园街道已签收' })
    const inert = choiceButtons(await browser.read('/')).map((tag) => tag.includes('disabled'))
    expect(inert).toEqual([false, false])
  })

  it('draws the summary as a card: problem, place, unit, clause, by when', async () => {
    const { world, browser, sender } = await atTheChat()
    const item = {
      sentence: '开展露天烧烤整治。',
      category: '露天烧烤',
      handler: '果园街道',
      clause: '大气 22',
      due: Date.parse('2026-11-30T18:00+08:00'),
    }
    const card = { type: 'summary', items: [item], place: '果园街道 果园西里', when: null } as const
    await world.botSays(sender, { text: '请核对', card })
    const page = await browser.read('/')
    for (const fact of [
      '露天烧烤',
      '果园街道',
      '大气 22',
      '开展露天烧烤整治。',
      '2026-11-30 18:00',
      '果园西里',
    ]) {
      expect(page).toContain(fact)
    }
  })

  it('says of each problem where it is when they are at different places', async () => {
    const { world, browser, sender } = await atTheChat()
    const fire = {
      category: '露天焚烧',
      handler: '巨各庄镇',
      clause: '大气 24',
      sentence: '查秸秆。',
    }
    const item = { ...fire, due: 0, place: '巨各庄镇 蔡家洼' }
    const card = { type: 'summary', items: [item], place: '两处', when: null } as const
    await world.botSays(sender, { text: '请核对', card })
    expect(await browser.read('/')).toContain('<dd>巨各庄镇 蔡家洼</dd>')
  })

  it('draws the receipt with number and code, and never puts the code in an address', async () => {
    const { world, browser, sender } = await atTheChat()
    const ticket = {
      number: 'MY20261123-00042-7',
      category: '露天烧烤',
      place: '果园街道 果园西里',
      handler: '果园街道',
      clause: '大气 22',
      due: null,
    }
    const card = { type: 'receipt', tickets: [ticket], code: 'KX7M2QPA' } as const
    await world.botSays(sender, { card })
    const page = await browser.read('/')
    expect(page).toContain('MY20261123-00042-7</')
    expect(page).toContain('KX7M2QPA</')
    expect(page).not.toMatch(/(?:href|action)="[^"]*KX7M2QPA/u)
  })
})

describe('sending without scripts', () => {
  it('leads back to the chat, where the words stand', async () => {
    const { browser } = await atTheChat()
    const answer = await browser.post('/chat/messages', { text: '楼下饭店油烟直排' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/#last'])
    expect(await browser.read('/')).toContain('楼下饭店油烟直排</span>')
  })

  it('twice by a double press is one message', async () => {
    const { world, browser, sender } = await atTheChat()
    const form = { id: '22222222-2222-4222-8222-222222222222', text: '楼下饭店油烟直排' }
    await browser.post('/chat/messages', form)
    await browser.post('/chat/messages', form)
    const entries = await world.ctx.dialogues.transcript('web-chat', sender, 0, 100)
    expect(entries.filter((entry) => entry.from === 'citizen')).toHaveLength(1)
  })

  it('of too much is refused with what to do, and the words are kept', async () => {
    const { browser } = await atTheChat()
    const text = '噪'.repeat(2001)
    const answer = await browser.post('/chat/messages', { text })
    const page = await answer.text()
    expect(answer.status).toBe(413)
    expect(page).toContain('请分几条发送')
    expect(page).toContain(`>${text}</textarea>`)
  })

  it('of nothing is refused', async () => {
    const { browser } = await atTheChat()
    const answer = await browser.post('/chat/messages', { text: '  ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('请先写下内容')
  })

  it('of what is no form is refused', async () => {
    const { browser } = await atTheChat()
    expect((await browser.post('/chat/messages', { lat: 'north' })).status).toBe(400)
  })

  it('of a body beyond all measure is refused', async () => {
    const { browser } = await atTheChat()
    const text = 'x'.repeat(70_000)
    const headers = { 'content-length': String(text.length + 5) }
    expect((await browser.post('/chat/messages', { text }, headers)).status).toBe(413)
  })

  it('of a flood is answered with one polite line, the words kept, until a minute has passed', async () => {
    const { world, browser } = await atTheChat()
    for (let n = 0; n < 20; n += 1) await browser.post('/chat/messages', { text: '喂' })
    const answer = await browser.post('/chat/messages', { text: '还有一件事' })
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('>还有一件事</textarea>')
    world.clock.now += minute
    expect((await browser.post('/chat/messages', { text: '还有一件事' })).status).toBe(303)
  })
})

describe('sending with scripts', () => {
  const asScript = { accept: 'application/json' }

  it('is answered with what is new, rendered', async () => {
    const { world, browser, sender } = await atTheChat()
    await world.botSays(sender, { text: '早先的话' })
    const [{ cursor: after } = { cursor: 0 }] = await world.ctx.dialogues.transcript(
      'web-chat',
      sender,
      0,
      1,
    )
    const form = { text: '楼下饭店油烟直排', after: String(after) }
    const answer = await (await browser.post('/chat/messages', form, asScript)).json()
    const { entries } = answer as { entries: { cursor: number; html: string }[] }
    expect(entries[0]?.html).toContain('楼下饭店油烟直排')
    expect(entries.map((entry) => entry.html).join('')).not.toContain('早先的话')
    expect(entries.length).toBeGreaterThan(1)
  })

  it('is refused with the reason as data', async () => {
    const { browser } = await atTheChat()
    const answer = await browser.post('/chat/messages', { text: '' }, asScript)
    expect(await answer.json()).toEqual({ error: '请先写下内容。' })
  })
})

describe('server-sent events', () => {
  /** Reads a stream until it has said `wanted`. */
  async function readUntil(answer: Response, wanted: string): Promise<string> {
    const reader = answer.body?.getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (!text.includes(wanted)) {
      const read = await reader?.read()
      if (read === undefined || read.done) break
      text += decoder.decode(read.value, { stream: true })
    }
    await reader?.cancel()
    return text
  }

  it('tell what was said after the last id seen, each with its own id', async () => {
    const { world, browser, sender } = await atTheChat()
    await world.botSays(sender, { text: '第一句' }, { text: '第二句' })
    const [first] = await world.ctx.dialogues.transcript('web-chat', sender, 0, 1)
    const answer = await browser.get('/chat/events', { 'last-event-id': String(first?.cursor) })
    const told = await readUntil(answer, '第二句')
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(told).toContain('第二句')
    expect(told).not.toContain('第一句')
  })

  it('tell what the bot says later, unasked', async () => {
    const { world, browser, sender } = await atTheChat()
    const answer = await browser.get('/chat/events')
    const told = readUntil(answer, '果园街道已签收')
    await world.botSays(sender, { text: '果园街道已签收' })
    expect(await told).toContain('event: entry')
  })

  it('end when the server closes', async () => {
    const { world, browser } = await atTheChat()
    const answer = await browser.get('/chat/events')
    world.closing.abort()
    expect(await answer.text()).not.toContain('event: entry')
  })

  it('are not for a browser without a dialogue, which is told not to ask again', async () => {
    const world = await openWebWorld()
    const answer = await openBrowser(citizenPages(world.deps)).get('/chat/events')
    expect(answer.status).toBe(204)
  })
})

describe('a complaint from the first word to its receipt', () => {
  it('is summed up with buttons, confirmed, and leaves number, code and the way to progress', async () => {
    const { browser } = await atTheChat()
    await browser.post('/chat/messages', { text: '果园西里小区门口的烧烤摊每天晚上冒烟呛死人了' })
    const summed = await browser.read('/')
    expect(summed).toContain('露天烧烤')
    const [form = ''] =
      summed.match(/<form[^>]*chat\/choice(?:(?!<\/form>).)*>确认<\/button>/su) ?? []
    const fields = [...form.matchAll(/name="([^"]*)" value="([^"]*)"/gu)]
    await browser.post(
      '/chat/choice',
      Object.fromEntries(fields.map(([, n = '', v = '']) => [n, v])),
    )
    const [, number = ''] = /name="number" value="(MY[^"]+)"/u.exec(await browser.read('/')) ?? []
    const [, code = ''] = /name="code" value="([^"]+)"/u.exec(await browser.read('/')) ?? []
    await browser.post('/track', { number, code })
    expect(await browser.read('/track')).toContain('已派给果园街道')
  })
})

it('One person has only so many streams of events at once; one that ends makes room', async () => {
  const world = await openWebWorld()
  const pages = citizenPages(world.deps)
  const browser = openBrowser(pages)
  await browser.get('/')
  const streams = await Promise.all(Array.from({ length: 8 }, () => browser.get('/chat/events')))
  expect(streams.filter(({ status }) => status === 200)).toHaveLength(6)
  expect(streams.filter(({ status }) => status === 204)).toHaveLength(2)
  world.closing.abort()
  await Promise.all(streams.map((stream) => stream.text()))
  expect((await browser.get('/chat/events')).status).toBe(200)
})
