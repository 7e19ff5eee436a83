import { describe, expect, it } from 'vitest'
import { stores } from '#tests/support/stores.ts'
import { aChange, aDialogue, aMessage, anAnswer } from './build.ts'
import { openWorld } from './world.ts'

const sender = 'U4af4980629'

async function worldWithPerson(store: (typeof stores)[number]) {
  const world = await openWorld(store)
  return { world, personId: await world.people.ensure('line', sender) }
}

const choices = [
  { id: 'yes', label: '确认' },
  { id: 'no', label: '不是' },
]

describe.each(stores)('dialogues on $name', (store) => {
  it('finds nothing for a sender who never wrote', async () => {
    const world = await openWorld(store)
    expect(await world.dialogues.find('line', sender)).toBeNull()
    expect(await world.dialogues.get('dialogue-1')).toBeNull()
    expect(await world.dialogues.transcript('line', sender, 0, 10)).toEqual([])
  })

  it('gives a dialogue back as it was stored, by sender and by id', async () => {
    const { world, personId } = await worldWithPerson(store)
    const dialogue = aDialogue({ personId, asked: 2, ticketIds: ['t1'] })
    await world.store.commit(aChange({ dialogue }))
    expect(await world.dialogues.find('line', sender)).toEqual(dialogue)
    expect(await world.dialogues.get('dialogue-1')).toEqual(dialogue)
  })

  it('does not take the same name on another channel for the same sender', async () => {
    const { world, personId } = await worldWithPerson(store)
    await world.store.commit(aChange({ dialogue: aDialogue({ personId }) }))
    expect(await world.dialogues.find('web-chat', sender)).toBeNull()
  })

  it('shows both sides in the order they were stored', async () => {
    const { world, personId } = await worldWithPerson(store)
    await world.inbox.put(aMessage('1', { content: { type: 'text', text: '你好' } }))
    await world.store.commit(
      aChange({
        inboxDone: ['1'],
        outbox: [
          anAnswer('m1', { personId, batch: 'b', text: '您好' }),
          anAnswer('m2', {
            personId,
            batch: 'b',
            index: 1,
            text: '请讲',
            choices,
            questionId: 'q',
          }),
        ],
      }),
    )
    await world.inbox.put(aMessage('2'))
    const shown = await world.dialogues.transcript('line', sender, 0, 10)
    expect(shown.map(({ from, text }) => [from, text])).toEqual([
      ['citizen', '你好'],
      ['bot', '您好'],
      ['bot', '请讲'],
      ['citizen', '楼下饭店油烟直排'],
    ])
    expect(shown[2]).toMatchObject({ choices, questionId: 'q' })
  })

  it('shows what came after a cursor, a page at a time', async () => {
    const { world } = await worldWithPerson(store)
    for (const id of ['1', '2', '3']) {
      await world.inbox.put(aMessage(id, { content: { type: 'text', text: id } }))
    }
    const first = await world.dialogues.transcript('line', sender, 0, 2)
    const rest = await world.dialogues.transcript('line', sender, first.at(-1)?.cursor ?? 0, 2)
    expect([...first, ...rest].map((entry) => entry.text)).toEqual(['1', '2', '3'])
  })

  it('shows nothing of what others wrote', async () => {
    const { world } = await worldWithPerson(store)
    await world.inbox.put(aMessage('1', { sender: 'somebody else' }))
    expect(await world.dialogues.transcript('line', sender, 0, 10)).toEqual([])
  })

  it('shows a pressed button by the words that came with it', async () => {
    const { world } = await worldWithPerson(store)
    const content = { type: 'choice', questionId: 'q', choiceId: 'yes', label: '好的' } as const
    await world.inbox.put(aMessage('1', { content }))
    const [entry] = await world.dialogues.transcript('line', sender, 0, 10)
    expect(entry?.text).toBe('好的')
  })

  it('shows a pressed button that came without words as it was offered', async () => {
    const { world, personId } = await worldWithPerson(store)
    const asked = anAnswer('m1', { personId, choices, questionId: 'q' })
    await world.store.commit(aChange({ outbox: [asked] }))
    const content = { type: 'choice', questionId: 'q', choiceId: 'yes', label: null } as const
    await world.inbox.put(aMessage('1', { content }))
    const shown = await world.dialogues.transcript('line', sender, 0, 10)
    expect(shown[1]?.text).toBe('确认')
  })

  it('does not tell what another person was asked', async () => {
    const { world } = await worldWithPerson(store)
    const asked = anAnswer('m1', { personId: 'somebody else', choices, questionId: 'q' })
    await world.store.commit(aChange({ outbox: [asked] }))
    const content = { type: 'choice', questionId: 'q', choiceId: 'yes', label: null } as const
    await world.inbox.put(aMessage('1', { content }))
    const [entry] = await world.dialogues.transcript('line', sender, 0, 10)
    expect(entry?.text).toBe('yes')
  })

  it('shows a pin by its label, or else by its coordinates', async () => {
    const { world } = await worldWithPerson(store)
    const pin = { type: 'location', coordinates: { lat: 40.37, lon: 116.84 } } as const
    await world.inbox.put(aMessage('1', { content: { ...pin, label: '果园西里' } }))
    await world.inbox.put(aMessage('2', { content: { ...pin, label: null } }))
    const shown = await world.dialogues.transcript('line', sender, 0, 10)
    expect(shown.map((entry) => entry.text)).toEqual(['果园西里', '40.37, 116.84'])
  })

  it('shows an attachment by its name', async () => {
    const { world } = await worldWithPerson(store)
    const attachments = [{ id: 'a', kind: 'image', name: '油烟.jpg' }] as const
    await world.inbox.put(aMessage('1', { content: { type: 'attachments', attachments } }))
    const [entry] = await world.dialogues.transcript('line', sender, 0, 10)
    expect(entry?.text).toBe('油烟.jpg')
  })

  it('does not show that somebody joined or left', async () => {
    const { world } = await worldWithPerson(store)
    await world.inbox.put(aMessage('1', { content: { type: 'joined' } }))
    await world.inbox.put(aMessage('2', { content: { type: 'left' } }))
    expect(await world.dialogues.transcript('line', sender, 0, 10)).toEqual([])
  })
})
