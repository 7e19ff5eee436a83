import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TicketChange } from '#app/ports.ts'
import { searchQuery, storedTokens } from '#db/search-tokens.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { stores } from '#tests/support/stores.ts'
import type { TestStore } from '#tests/support/stores.ts'
import { aChange, aTicket, dispatcher, officerOf, planned } from './build.ts'
import { hour, monday, openWorld } from './world.ts'
import type { World } from './world.ts'

const officer = officerOf('ecology-bureau')
const administrator: Actor = { id: 'staff-9', role: 'administrator', unit: null, name: '孙磊' }

async function worldWith(store: TestStore, changes: readonly TicketChange[]): Promise<World> {
  const world = await openWorld(store)
  for (const change of changes) await world.store.commit(aChange({ tickets: [change] }))
  return world
}

async function found(world: World, search: string): Promise<readonly string[]> {
  const { rows } = await world.readers.list({ search, sort: 'newest', limit: 50, offset: 0 })
  return rows.map(({ id }) => id).sort()
}

const fumes = aTicket('fumes', {
  opened: { sourceNumber: '2026112000123456', text: '楼下饭店的油烟直排，孩子咳嗽' },
})
const noise = aTicket('noise', {
  serial: 2,
  opened: { text: 'KTV夜里两点还在唱', category: 'commercial-noise' },
})

/** From contacted to resolved, with a note on the way. */
const handled = planned(fumes.after, monday + hour, [
  [officer, { type: 'accept' }],
  [officer, { type: 'contact', method: 'phone', note: '与店主约谈' }],
  [officer, { type: 'note', text: '净化器滤网三个月没有清洗' }],
  [officer, { type: 'resolve', publicReply: '11月23日已责令加装排烟管道', internalNote: null }],
])

describe.each(stores)('search on $name', (store) => {
  it.each([
    ['two characters', '油烟'],
    ['one character', '咳'],
    ['more than two', '饭店的油烟'],
    ['words with a blank between, in any order', '咳嗽 饭店'],
    ['its number', fumes.after.opened.number],
    ['the number another system gave it', '2026112000123456'],
    ['the end of that number', '123456'],
    ['the category’s name', '餐饮油烟'],
    ['its township', '鼓楼街道'],
    ['its village', '果园西里'],
    ['its spot', '小区门口'],
    ['a note', '滤网'],
    ['what was said on the phone', '约谈'],
    ['the reply', '排烟管道'],
    ['full-width digits', '２０２６１１２０００１２３４５６'],
  ])('finds a ticket by %s', async (_by, search) => {
    const world = await worldWith(store, [fumes, noise, handled])
    expect(await found(world, search)).toContain('fumes')
  })

  it('finds letters whatever their case, and what they go on with', async () => {
    const world = await worldWith(store, [fumes, noise])
    expect(await found(world, 'ktv')).toEqual(['noise'])
    expect(await found(world, 'KT')).toEqual(['noise'])
  })

  it('finds nothing by what does not stand together, by signs alone, or by FTS5’s own words', async () => {
    const world = await worldWith(store, [fumes, noise])
    for (const search of [
      '饭油',
      '烟油',
      '，。！',
      '油烟 AND 扬尘',
      'words:油烟',
      '"',
      '油烟 夜里',
    ]) {
      expect(await found(world, search)).toEqual([])
    }
  })

  it('no longer finds a ticket by a category or place it does not have any more', async () => {
    const command: TicketCommand = {
      type: 'classify',
      category: 'industrial-emissions',
      note: '实为汽修',
    } as TicketCommand
    const world = await worldWith(store, [
      fumes,
      planned(fumes.after, monday + hour, [[dispatcher, command]]),
    ])
    expect(await found(world, '餐饮油烟')).toEqual([])
    expect(await found(world, '汽修')).toEqual(['fumes'])
  })

  it('of a ticket of secrecy finds nothing by what tells who speaks, also when secrecy came later', async () => {
    const text = '我叫钟离婉贞，楼下饭店油烟直排'
    const open = aTicket('open', { opened: { text } })
    const secret = aTicket('secret', { serial: 2, opened: { text, secrecy: true } })
    const world = await worldWith(store, [open, secret])
    expect(await found(world, '钟离婉贞')).toEqual(['open'])
    const later = planned(open.after, monday + hour, [
      [dispatcher, { type: 'keep-secret', note: '市民要求' } as TicketCommand],
    ])
    await world.store.commit(aChange({ tickets: [later] }))
    expect(await found(world, '钟离婉贞')).toEqual([])
    expect(await found(world, '油烟')).toEqual(['open', 'secret'])
  })

  it('finds an erased ticket by its number and category, by no word of anybody', async () => {
    const ended = planned(handled.after, monday + 2 * hour, [
      [
        { id: 'person-1', role: 'citizen', unit: null, name: '' },
        { type: 'withdraw', reason: '已经解决' } as TicketCommand,
      ],
    ])
    const erased = planned(ended.after, monday + 3 * hour, [[administrator, { type: 'erase' }]])
    const world = await worldWith(store, [fumes, handled, ended])
    expect(await found(world, '滤网')).toEqual(['fumes'])
    await world.store.commit(aChange({ tickets: [erased] }))
    for (const search of ['滤网', '约谈', '排烟管道', '咳嗽', '小区门口']) {
      expect(await found(world, search)).toEqual([])
    }
    expect(await found(world, fumes.after.opened.number)).toEqual(['fumes'])
    expect(await found(world, '餐饮油烟')).toEqual(['fumes'])
  })
})

it('the file holds no word of an erased ticket’s index once it has been written anew', async () => {
  const [sqlite] = stores
  if (sqlite === undefined) throw new Error('no store')
  const withdraw = { type: 'withdraw', reason: '已经解决' } as TicketCommand
  const citizen: Actor = { id: 'person-1', role: 'citizen', unit: null, name: '' }
  const ended = planned(handled.after, monday + 2 * hour, [[citizen, withdraw]])
  const erased = planned(ended.after, monday + 3 * hour, [[administrator, { type: 'erase' }]])
  const world = await worldWith(sqlite, [fumes, handled, ended])
  const isThere = (word: string) => world.opened.bytes().includes(word)
  expect(isThere('滤网')).toBe(true)
  await world.store.commit(aChange({ tickets: [erased] }))
  await world.database.rewrite()
  expect(['滤网', '约谈', '排烟', '烟管'].filter(isThere)).toEqual([])
})

const texts = fc.string({
  unit: fc.constantFrom('油', '烟', '味', 'a', '1', '2', '，', ' '),
  maxLength: 12,
})

/** What FTS5 does with tokens and a query, in few words: every phrase stands somewhere, the last token goes on where it may. */
function holds(stored: string, query: string): boolean {
  const tokens = stored.split(' ')
  return [...query.matchAll(/"([^"]*)"(\*?)/g)].every(([, phrase = '', star]) => {
    const wanted = phrase.split(' ')
    return tokens.some((_, at) =>
      wanted.every((one, index) => {
        const token = tokens[at + index]
        const isLast = index === wanted.length - 1
        return star === '*' && isLast ? token?.startsWith(one) === true : token === one
      }),
    )
  })
}

describe('tokens', () => {
  it('find every text by any piece of a run of Chinese in it', () => {
    fc.assert(
      fc.property(texts, fc.nat(11), fc.nat(11), (text, from, length) => {
        const piece = [...text].slice(from, from + length + 1).join('')
        if (!/^[油烟味]+$/u.test(piece)) return
        expect(holds(storedTokens(text), searchQuery(piece) ?? '')).toBe(true)
      }),
    )
  })

  it('find no text by Chinese it does not hold', () => {
    fc.assert(
      fc.property(texts, texts, (text, search) => {
        if (!/^[油烟味]{2,}$/u.test(search)) return
        expect(holds(storedTokens(text), searchQuery(search) ?? '')).toBe(text.includes(search))
      }),
    )
  })
})
