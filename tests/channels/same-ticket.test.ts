import { describe, expect, it } from 'vitest'
import type { House } from '#server/house.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { fold } from '#domain/ticket/evolve.ts'
import { chatter, entriesOf } from '#tests/api/talk.ts'
import { openApi } from '#tests/api/api-world.ts'
import { openCallDesk } from '#tests/web/desk/hotline/call-world.ts'
import { openLine } from './line/line-world.ts'
import { files, openWorld } from './open311/open311-world.ts'
import { openBot } from './wechat/bot-world.ts'
import { openWechat } from './wechat-official/wechat-world.ts'

/** One conversation, in whatever way a door lets people say and pick. */
type Talker = {
  readonly house: House
  readonly says: (text: string) => Promise<unknown>
  /** Picks a choice of the question that was put last, by its words. */
  readonly picks: (label: string) => Promise<unknown>
}

type Line = { readonly says: string } | { readonly picks: string }

const scripts: Readonly<Record<string, readonly Line[]>> = {
  'what, then where, then when': [
    { says: '我要投诉噪音' },
    { picks: '工地' },
    { says: '溪翁庄镇走马庄村北边' },
    { says: '半夜两点还在打桩，现在就在响' },
    { picks: '确认' },
  ],
  'all at once, corrected before it is confirmed': [
    { says: '果园西里小区楼下饭店油烟直排，每天晚上呛死人了' },
    { picks: '修改' },
    { says: '地址错了，是果园新里' },
    { picks: '确认' },
  ],
  'what the rules cannot settle': [
    { says: '我要投诉噪音' },
    { picks: '都不是' },
    { says: '果园街道果园西里3号楼' },
  ],
}

const doors: Readonly<Record<string, () => Promise<Talker>>> = {
  'web chat': openWebChat,
  LINE: async () => {
    const world = await openLine()
    const { says, taps } = world.citizen()
    return { house: world.house, says, picks: taps }
  },
  'the official account, plain': async () => numbered(await openWechat()),
  'the official account, sealed': async () => numbered(await openWechat({ sealed: true })),
  WeCom: async () => numbered(await openWechat({ wecom: true })),
  'a Wechaty bot': async () => {
    const world = await openBot()
    await world.signIn()
    return numbered({ house: world.house, says: world.somebody().says })
  },
}

async function openWebChat(): Promise<Talker> {
  const world = await openApi()
  const citizen = chatter(world)
  let heard: ReturnType<typeof entriesOf> = []
  return {
    house: world.house,
    says: async (text) => {
      heard = entriesOf(await citizen.says(text))
    },
    picks: async (label) => {
      const entry = heard.findLast(({ choices }) => choices.some((one) => one.label === label))
      const choiceId = entry?.choices.find((one) => one.label === label)?.id
      const content = { type: 'choice', questionId: entry?.questionId, choiceId, label }
      heard = entriesOf(await citizen.sends(content))
    },
  }
}

/** Where choices are numbered lines, the number is said. */
function numbered(world: {
  readonly house: House
  readonly says: (text: string) => Promise<readonly string[]>
}): Talker {
  let heard: readonly string[] = []
  const says = async (text: string) => {
    heard = await world.says(text)
  }
  const picks = (label: string) => {
    const line = heard
      .join('\n')
      .split('\n')
      .findLast((one) => one.endsWith(`. ${label}`))
    return says(line?.split('.')[0] ?? `no choice ${label}`)
  }
  return { house: world.house, says, picks }
}

async function ticketsIn(house: House): Promise<Ticket[]> {
  const { rows } = await house.ports.readers.list({ sort: 'newest', limit: 9, offset: 0 })
  const found = await Promise.all(
    rows.map(async ({ id }) => fold(id, await house.ports.store.history(id))),
  )
  return found.filter((ticket) => ticket !== null)
}

/** All of a ticket that a unit works by; not its number, its person and the door it came by. */
function matter(ticket: Ticket) {
  const { category, place, urgency, handler, supporting, status, queuedFor, dispatch } = ticket
  const { text, when, secrecy, classification, secondary } = ticket.opened
  const routing = dispatch?.routing ?? null
  const { solve = 0 } = ticket.deadlines ?? {}
  const promised = solve === 0 ? null : solve - ticket.openedAt
  const rules = classification?.evidence ?? null
  return {
    ...{ category, secondary, place, urgency, handler, supporting, status, queuedFor },
    ...{ text, when, secrecy, routing, promised, rules },
  }
}

async function told(door: keyof typeof doors, script: readonly Line[]) {
  const talker = await doors[door]?.()
  if (talker === undefined) throw new Error('no such door')
  for (const line of script) {
    await ('says' in line ? talker.says(line.says) : talker.picks(line.picks))
  }
  return (await ticketsIn(talker.house)).map(matter)
}

describe.each(Object.entries(scripts))('A conversation – %s –', (_, script) => {
  it.each(Object.keys(doors).slice(1))(
    'gives the same ticket through %s as by web chat',
    async (door) => {
      const byWeb = await told('web chat', script)
      expect(byWeb).toHaveLength(1)
      expect(await told(door, script)).toEqual(byWeb)
    },
  )
})

describe('A complaint told at once', () => {
  const place = '果园街道果园西里小区'
  const problem = '楼下饭店油烟直排'

  async function byWeb() {
    const [only] = await told('web chat', [{ says: `${place}${problem}` }, { picks: '确认' }])
    return essence(only)
  }

  it('by Open311 goes to the same unit by the same clause', async () => {
    const world = await openWorld()
    const key = await world.client('fixmystreet', 'open311')
    const report = { service_code: 'catering-fumes', address_string: place, description: problem }
    const number = await files(world, key, report)
    expect(essence(matter(await world.ticket(number)))).toEqual(await byWeb())
  })

  it('by telephone, saved as suggested, too', async () => {
    const { desk, suggests, saves } = await openCallDesk()
    const call = { text: `${place}${problem}`, phone: '13800138000' }
    const { fields } = await suggests(call)
    expect((await saves({ ...call, ...fields })).status).toBe(200)
    const [ticket] = await ticketsIn(desk.house)
    expect(ticket?.opened.channel).toBe('hotline')
    expect(essence(ticket && matter(ticket))).toEqual(await byWeb())
  })
})

/** What decides who works on it, by when and why. */
function essence(ticket: ReturnType<typeof matter> | undefined) {
  if (ticket === undefined) throw new Error('no ticket')
  const { category, place, handler, supporting, routing, urgency, promised } = ticket
  const { town, village } = place
  return {
    category,
    town,
    village,
    handler,
    supporting,
    urgency,
    promised,
    clause: routing?.clause,
  }
}

it.each([
  '果园西里小区门口的烧烤摊每天晚上冒烟',
  '果园西里楼下饭店油烟直排，晚上空调外机也响得厉害',
  '溪翁庄镇走马庄村北边工地半夜两点还在打桩，现在就在响，我电话13812345678',
  '我要举报果园西里的加工厂偷排废水，请替我保密',
])('A call gives the same tickets as the same words in the chat: %s', async (words) => {
  const byWeb = await told('web chat', [{ says: words }, { picks: '确认' }])
  const { desk, saves } = await openCallDesk()
  expect((await saves({ text: words, phone: '13812345678' })).status).toBe(200)
  const byPhone = (await ticketsIn(desk.house)).map(matter)
  expect(byWeb.length).toBeGreaterThan(0)
  expect(byPhone).toEqual(byWeb)
})

it('Danger told by phone gives the same ticket as in the chat', async () => {
  const words = '果园西里旁边厂里氯气泄漏，有人中毒了'
  const byWeb = await told('web chat', [{ says: words }])
  const { desk, saves } = await openCallDesk()
  await saves({ text: words })
  expect(byWeb).toMatchObject([{ urgency: 'urgent' }])
  expect((await ticketsIn(desk.house)).map(matter)).toEqual(byWeb)
})
