import { describe, expect, it } from 'vitest'
import { makeSeal } from '#db/seal.ts'
import { stores } from '#tests/support/stores.ts'
import { aChange, aDialogue, aMessage, aTicket, anAnswer, dispatcher } from './build.ts'
import { minute, monday, openWorld } from './world.ts'

const sender = 'U4af4980629'

describe.each(stores)('people on $name', (store) => {
  it('knows a sender again', async () => {
    const world = await openWorld(store)
    const id = await world.people.ensure('line', sender)
    expect(await world.people.ensure('line', sender)).toBe(id)
  })

  it('makes one person of a sender who writes twice at the same moment', async () => {
    const world = await openWorld(store)
    const beside = await world.beside()
    const [one, other] = await Promise.all([
      world.people.ensure('line', sender),
      beside.people.ensure('line', sender),
    ])
    expect(one).toBe(other)
  })

  it('tells senders of different channels apart', async () => {
    const world = await openWorld(store)
    const id = await world.people.ensure('line', sender)
    expect(await world.people.ensure('web-chat', sender)).not.toBe(id)
  })

  it('gives the address for sending, without logging', async () => {
    const world = await openWorld(store)
    const id = await world.people.ensure('line', sender)
    expect(await world.people.address(id)).toEqual({ channel: 'line', sender })
    expect(await world.people.accessLog(10)).toEqual([])
  })

  it('has nobody behind an unknown id, and logs nothing', async () => {
    const world = await openWorld(store)
    expect(await world.people.address('nobody')).toBeNull()
    expect(await world.people.read('nobody', dispatcher, 'why', monday)).toBeNull()
    expect(await world.people.originalText('nothing', dispatcher, 'why', monday)).toBeNull()
    expect(await world.people.accessLog(10)).toEqual([])
  })

  it('gives name and phone to whoever reads a person, and logs who and why', async () => {
    const world = await openWorld(store)
    const id = await world.people.ensure('line', sender)
    await world.people.setContact(id, { name: '王芳', phone: '13800001111' })
    const person = await world.people.read(id, dispatcher, '联系市民', monday)
    expect(person).toEqual({ id, channel: 'line', sender, name: '王芳', phone: '13800001111' })
    expect(await world.people.accessLog(10)).toEqual([
      { at: monday, by: dispatcher.id, what: `person:${id}`, reason: '联系市民' },
    ])
  })

  it('tells whether a number is on file, without reading it', async () => {
    const world = await openWorld(store)
    const id = await world.people.ensure('line', sender)
    expect(await world.people.hasPhone(id)).toBe(false)
    await world.people.setContact(id, { name: null, phone: '13800001111' })
    expect(await world.people.hasPhone(id)).toBe(true)
    expect(await world.people.hasPhone('nobody')).toBe(false)
    expect(await world.people.accessLog(10)).toEqual([])
  })

  it('forgets name and phone when they are taken back', async () => {
    const world = await openWorld(store)
    const id = await world.people.ensure('line', sender)
    await world.people.setContact(id, { name: '王芳', phone: '13800001111' })
    await world.people.setContact(id, { name: null, phone: null })
    const person = await world.people.read(id, dispatcher, 'why', monday)
    expect(person).toMatchObject({ name: null, phone: null })
  })

  it('gives the unmasked words of a ticket to whoever reads them, and logs it', async () => {
    const world = await openWorld(store)
    const original = { ticketId: 't1', text: '我叫王芳' }
    const second = { ticketId: 't1', text: '电话13800001111' }
    await world.store.commit(aChange({ originals: [original] }))
    await world.store.commit(aChange({ originals: [second] }))
    const text = await world.people.originalText('t1', dispatcher, '核实', monday)
    expect(text).toBe('我叫王芳\n电话13800001111')
    expect(await world.people.accessLog(10)).toEqual([
      { at: monday, by: dispatcher.id, what: 'original:t1', reason: '核实' },
    ])
  })

  it('shows the newest entries of the log first', async () => {
    const world = await openWorld(store)
    const id = await world.people.ensure('line', sender)
    for (const at of [monday, monday + minute, monday + 2 * minute]) {
      await world.people.read(id, dispatcher, 'why', at)
    }
    const log = await world.people.accessLog(2)
    expect(log.map((entry) => entry.at)).toEqual([monday + 2 * minute, monday + minute])
  })

  it('leaves no personal data readable on disk', async () => {
    const world = await openWorld(store)
    const session = 'web-session-5f0c'
    await world.inbox.put(
      aMessage('line:event-1', { content: { type: 'text', text: '我叫王芳，电话13800001111' } }),
    )
    await world.inbox.put(
      aMessage(`web-chat:${session}:1`, { channel: 'web-chat', sender: session }),
    )
    const personId = await world.people.ensure('line', sender)
    await world.people.setContact(personId, { name: '王芳', phone: '13800001111' })
    await world.store.commit(
      aChange({
        tickets: [aTicket('t1')],
        dialogue: aDialogue({
          personId,
          waitingAct: { act: 'supplement', text: '我叫王芳，电话13800001111' },
        }),
        outbox: [anAnswer('m1', { personId, text: '王芳您好' })],
        inboxDone: [`web-chat:${session}:1`],
        codes: [{ ticketId: 't1', code: 'K7PX2M9Q' }],
        originals: [{ ticketId: 't1', text: '我叫王芳，楼下饭店油烟直排' }],
        phone: { personId, phone: '13800001111' },
      }),
    )
    const raw = world.opened.bytes()
    const readable = (text: string) => raw.includes(Buffer.from(text, 'utf8'))
    // What is no secret is found: the search works.
    expect(readable('MY20261123-00001')).toBe(true)
    expect(readable('楼下饭店油烟直排')).toBe(true)
    const secrets = ['王芳', '13800001111', sender, session, 'K7PX2M9Q', '我叫']
    expect(secrets.filter(readable)).toEqual([])
  })
})

describe('seal', () => {
  it('never seals the same text twice alike', async () => {
    const seal = await makeSeal('a master secret for tests')
    expect(await seal.seal('王芳')).not.toBe(await seal.seal('王芳'))
  })

  it('does not open what was sealed with another secret', async () => {
    const sealed = await (await makeSeal('a master secret for tests')).seal('王芳')
    const other = await makeSeal('another secret for tests')
    await expect(other.open(sealed)).rejects.toThrow()
  })

  it('does not open what was altered', async () => {
    const seal = await makeSeal('a master secret for tests')
    const sealed = await seal.seal('王芳')
    const altered = sealed.slice(0, -6) + (sealed.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA')
    await expect(seal.open(altered)).rejects.toThrow()
    await expect(seal.open('王芳')).rejects.toThrow()
  })

  it('finds by the secret alone', async () => {
    const seal = await makeSeal('a master secret for tests')
    const same = await makeSeal('a master secret for tests')
    const other = await makeSeal('another secret for tests')
    expect(await same.lookup('13800001111')).toBe(await seal.lookup('13800001111'))
    expect(await other.lookup('13800001111')).not.toBe(await seal.lookup('13800001111'))
  })

  it('refuses a short secret', async () => {
    await expect(makeSeal('short')).rejects.toThrow(RangeError)
  })
})
