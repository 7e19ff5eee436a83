import type { messagingApi } from '@line/bot-sdk'
import { describe, expect, it } from 'vitest'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { OutboundMessage } from '#app/messages.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { colours } from '#channels/line/bubble.ts'
import { writeCalls } from '#channels/line/write.ts'
import { faultOf } from '#tests/support/fakes/line-limits.ts'
import { actionsOf, wordsOf } from '#tests/support/fakes/line-words.ts'
import { anAnswer } from '#tests/db/build.ts'
import { contrast } from '#tests/support/contrast.ts'
import { openLine } from './line-world.ts'
import type { LineWorld } from './line-world.ts'

const complaint = '果园西里小区门口的烧烤摊每天晚上冒烟'

function lastSaid(world: LineWorld): messagingApi.Message[] {
  return [...(world.line.delivered.at(-1)?.messages ?? [])]
}

function cardIn(messages: readonly messagingApi.Message[]): messagingApi.FlexMessage {
  const card = messages.find((message) => message.type === 'flex')
  if (card?.type !== 'flex') throw new Error(`no card: ${messages.map(wordsOf).join(' / ')}`)
  return card
}

/** A card's facts: name and value of every row. */
function factsOf({ contents }: messagingApi.FlexMessage): Record<string, string> {
  if (contents.type !== 'bubble') throw new Error('no bubble')
  const rows = contents.body?.contents.flatMap((group) =>
    group.type === 'box' ? group.contents : [],
  )
  return Object.fromEntries(
    (rows ?? []).map((row) => {
      const words =
        row.type === 'box' ? row.contents.map((one) => ('text' in one ? one.text : '')) : []
      return [words[0] ?? '', words[1] ?? '']
    }),
  )
}

function headColour({ contents }: messagingApi.FlexMessage): string | undefined {
  return contents.type === 'bubble' ? contents.header?.backgroundColor : undefined
}

function labelsOf(message: messagingApi.Message): (string | undefined)[] {
  return actionsOf(message).map(({ label }) => label)
}

async function opened(): Promise<LineWorld> {
  const world = await openLine()
  await world.citizen().says(complaint)
  await world.citizen().taps('确认')
  return world
}

async function works(world: LineWorld, ...commands: readonly TicketCommand[]): Promise<void> {
  const [row] = await world.tickets()
  const unit = row?.handler ?? null
  const ctx = world.house.ctxFor({ id: 'officer-1', role: 'officer', unit, name: '李建国' })
  for (const command of commands) {
    world.clock.now += 30 * 60_000
    const changed = await changeTicket(ctx, row?.id ?? '', command)
    if (isRefusal(changed)) throw new Error(changed.refused)
    await world.timers()
  }
}

const handled: readonly TicketCommand[] = [
  { type: 'accept' },
  { type: 'contact', method: 'phone', note: '已联系' },
  { type: 'resolve', publicReply: '11月23日已劝离并清洗路面。', internalNote: null },
]

describe('The summary is a card', () => {
  it('It names what, where, which unit, the clause with its sentence and by when', async () => {
    const world = await openLine()
    await world.citizen().says(complaint)
    const card = cardIn(lastSaid(world))
    expect(factsOf(card)).toEqual({
      类别: '露天烧烤',
      单位: '果园街道',
      依据: expect.stringMatching(/^大气 22：.+/) as string,
      时限: expect.stringMatching(/前办结$/) as string,
      地点: expect.stringContaining('果园西里') as string,
      时间: '每天晚上',
    })
    expect(headColour(card)).toBe(colours.check)
    expect(card.altText).toContain('请核对')
  })

  it('Its buttons stand at its foot, so that they stay when the chat goes on', async () => {
    const world = await openLine()
    await world.citizen().says(complaint)
    const card = cardIn(lastSaid(world))
    expect(labelsOf(card)).toEqual(['确认', '修改', '取消'])
    expect(card.quickReply).toBeUndefined()
  })

  it('Several problems stand in one card, one group each', async () => {
    const world = await openLine()
    await world.citizen().says('果园西里楼下饭店油烟直排，晚上空调外机也响得厉害')
    const words = wordsOf(cardIn(lastSaid(world)))
    expect(words).toContain('餐饮油烟')
    expect(words).toContain('噪声')
  })

  it('In English its labels are English', async () => {
    const world = await openLine()
    await world.citizen().says('The barbecue stall at the gate of 果园西里 smokes every night')
    expect(Object.keys(factsOf(cardIn(lastSaid(world))))).toEqual(
      expect.arrayContaining(['What', 'Where', 'Unit', 'Clause', 'By']),
    )
  })
})

describe('Receipt, progress and call-back are cards', () => {
  it('The receipt holds the number, place, unit, clause and deadline', async () => {
    const world = await opened()
    const [row] = await world.tickets()
    const card = cardIn(lastSaid(world))
    expect(factsOf(card)).toMatchObject({ 编号: row?.number, 类别: '露天烧烤', 依据: '大气 22' })
    expect(headColour(card)).toBe(colours.done)
  })

  it('A receipt of what waits at the desk says so in words, in the colour of waiting', async () => {
    const world = await openLine()
    for (const words of ['楼下饭店油烟直排', '转人工']) {
      await world.citizen().says(words)
    }
    const card = cardIn(world.line.delivered.flatMap(({ messages }) => [...messages]))
    expect(headColour(card)).toBe(colours.waiting)
    expect(wordsOf(card)).toContain('派单员')
  })

  it('Progress asked for is a card of the state with the last step', async () => {
    const world = await opened()
    await works(world, { type: 'accept' })
    await world.citizen().says('进度')
    const card = cardIn(lastSaid(world))
    expect(factsOf(card)).toMatchObject({ 进展: expect.stringContaining('签收') as string })
    expect(headColour(card)).toBe(colours.moving)
  })

  it('What the unit does is pushed as a card with its words', async () => {
    const world = await opened()
    await works(world, ...handled)
    const resolved = world.line.delivered
      .flatMap(({ messages }) => [...messages])
      .find((message) => wordsOf(message).includes('已劝离并清洗路面。'))
    expect(resolved?.type).toBe('flex')
  })

  it('Each question of the call-back is a card: which of three, its answers as buttons', async () => {
    const world = await opened()
    await works(world, ...handled)
    const seen: unknown[] = []
    for (const label of ['联系过', '已解决', '满意']) {
      const card = cardIn(lastSaid(world).toReversed())
      seen.push([headColour(card), wordsOf(card).match(/\d \/ 3/)?.[0], labelsOf(card).length])
      await world.citizen().taps(label)
    }
    expect(seen).toEqual([
      [colours.asking, '1 / 3', 2],
      [colours.asking, '2 / 3', 3],
      [colours.asking, '3 / 3', 3],
    ])
  })
})

describe('Questions in words', () => {
  it('Choices are quick replies', async () => {
    const world = await openLine()
    await world.citizen().says('我要投诉噪音')
    const [question] = lastSaid(world)
    expect(question?.type).toBe('text')
    expect(question?.quickReply?.items?.map(({ action }) => action?.label)).toContain('工地')
  })

  it('Where a place is asked for, LINE offers to send a pin', async () => {
    const world = await openLine()
    await world.citizen().says('楼下饭店油烟直排')
    const actions = lastSaid(world).flatMap(actionsOf)
    expect(actions).toEqual([{ type: 'location', label: '发送位置' }])
  })

  it('Of many places as many are offered as LINE takes, and the pin is always there', () => {
    const choices = Array.from({ length: 20 }, (_, n) => ({
      id: `c${String(n)}`,
      label: `${String(n)}村`,
    }))
    const asked = anAnswer('m1', { text: '哪一个？', choices, questionId: 'q', asks: 'candidates' })
    const [messages = []] = writeCalls([asked])
    expect(faultOf(messages)).toBeNull()
    expect(messages.flatMap(labelsOf)).toHaveLength(13)
    expect(messages.flatMap(labelsOf).at(-1)).toBe('发送位置')
  })

  it('Quick replies stand under the last message of an answer, wherever their question is', () => {
    const choices = [{ id: 'a', label: '甲' }]
    const asked = anAnswer('m1', { text: '问', choices, questionId: 'q' })
    const [[first, last] = []] = writeCalls([asked, anAnswer('m2', { text: '另外' })])
    expect([first?.quickReply, last?.quickReply?.items?.length]).toEqual([undefined, 1])
  })
})

describe('What does not fit a card is said in words', () => {
  const card: OutboundMessage['card'] = {
    type: 'progress',
    number: 'MY20261123-00042-7',
    state: 'resolved',
    status: '已办结',
    category: '露天烧烤',
    handler: '果园街道',
    due: null,
    text: '',
  }

  it('A public reply longer than a card may hold is sent whole, as text', () => {
    const text = '已经处理。'.repeat(500)
    const [messages = []] = writeCalls([anAnswer('m1', { text, card })])
    expect(messages.map(wordsOf)).toEqual([text])
    expect(faultOf(messages)).toBeNull()
  })

  it('A summary of two places says of each problem where it is', () => {
    const one = {
      category: '露天焚烧',
      handler: '巨各庄镇',
      clause: '大气 24',
      sentence: '查秸秆。',
    }
    const items = [
      { ...one, due: 0, place: '巨各庄镇 蔡家洼' },
      { ...one, due: 0, place: '溪翁庄镇 河边' },
    ]
    const card = { type: 'summary', items, place: '两处', when: null } as const
    const [messages = []] = writeCalls([anAnswer('m1', { text: '请核对', card })])
    const drawn = JSON.stringify(messages)
    for (const { place } of items) expect(drawn).toContain(place)
    expect(faultOf(messages)).toBeNull()
  })

  it('A card larger than LINE takes is sent as text', () => {
    const item = {
      category: '类'.repeat(1900),
      handler: '单'.repeat(1900),
      clause: '大气 22',
      sentence: '句'.repeat(1900),
      due: 0,
    }
    const big = { type: 'summary', items: [item, item, item], place: '地', when: null } as const
    const [messages = []] = writeCalls([anAnswer('m1', { text: '请核对', card: big })])
    expect(messages).toEqual([{ type: 'text', text: '请核对' }])
  })
})

it.each(Object.entries(colours))('White words can be read on the head of %s', (_, colour) => {
  expect(contrast('#FFFFFF', colour)).toBeGreaterThanOrEqual(4.5)
})
