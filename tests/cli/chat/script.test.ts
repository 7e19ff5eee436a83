import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPlayer } from '#cli/chat/play.ts'
import type { Player } from '#cli/chat/play.ts'
import { readConfig } from '#server/config.ts'

type Answer = {
  readonly id?: string
  readonly now: string
  readonly error: string | null
  readonly messages: readonly {
    readonly text: string
    readonly choices: readonly { readonly label: string; readonly means: string }[]
  }[]
  readonly pending: { readonly kind: string } | null
  readonly phoneOnFile: string | null
  readonly tickets: readonly Readonly<Record<string, unknown>>[]
}

const barbecue = '鼓楼南区东门口每天半夜有人支摊烤串，烟往屋里灌'

let player: Player

beforeEach(async () => {
  const read = readConfig({ HUIYING_DB: ':memory:' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const now = Date.parse('2026-11-23T10:00:00+08:00')
  const citizen = { channel: 'web-chat', sender: 'citizen' } as const
  player = await openPlayer({ config: read.config, now, citizen })
})
afterEach(() => {
  player.close()
})

async function play(...lines: readonly Readonly<Record<string, unknown>>[]): Promise<Answer> {
  let answer: unknown = null
  for (const line of lines) answer = await player.take(line)
  return answer as Answer
}

function means({ messages }: Answer): string[] {
  return messages.flatMap(({ choices }) => choices.map((choice) => choice.means))
}

const confirmed = [{ say: barbecue }, { press: 'confirm' }]
const resolved = [
  ...confirmed,
  { staff: 'accept' },
  { staff: 'contact', text: '已电话联系' },
  { staff: 'resolve', text: '已清走' },
]

describe('a script line by line', () => {
  it('says, presses by name and finds a ticket', async () => {
    expect(means(await play({ say: barbecue }))).toEqual(['confirm', 'change', 'cancel'])
    const { tickets } = await play({ press: 'confirm', id: 'x' })
    expect(tickets).toMatchObject([
      { category: 'open-air-barbecue', status: 'dispatched', unitSees: [barbecue] },
    ])
  })

  it('gives the id back, and a second passes with each act of the citizen', async () => {
    const answer = await play({ say: barbecue, id: 'seven' })
    expect(answer).toMatchObject({ id: 'seven', now: '2026-11-23T10:00:01+08:00' })
  })

  it('names the buttons of the call-back', async () => {
    expect(means(await play(...resolved))).toEqual(['contacted-yes', 'contacted-no'])
    expect(means(await play({ press: 'contacted-no' }))).toEqual([
      'solved-yes',
      'solved-part',
      'solved-no',
    ])
    const asked = await play({ press: 2 })
    expect(asked.tickets).toMatchObject([{ contacted: 'no', solved: 'part', satisfied: null }])
    const { tickets } = await play({ press: 'satisfied-basic' })
    expect(tickets).toMatchObject([{ satisfied: 'basic', ratings: 1 }])
  })

  it('names a place by its township and village', async () => {
    expect(means(await play({ say: '有人在家门口烧烤冒烟' }, { say: '季庄' }))).toContain(
      'place:果园街道/季庄',
    )
  })

  it('presses a button of before the last question', async () => {
    const { error, tickets } = await play(
      { say: barbecue },
      { press: 'change' },
      {
        press: 'no-such-name',
      },
    )
    expect(error).toBe('no such button')
    expect(tickets).toEqual([])
  })

  it('turns its clock: what falls due is heard', async () => {
    const { now, messages } = await play(...resolved, { advance: '4d' })
    expect(now).toBe('2026-11-27T10:00:02+08:00')
    expect(messages.length).toBeGreaterThan(0)
  })

  it('joins words kept back to what follows, and answers them alone when nothing does', async () => {
    const first = await play({ say: '有人烧烤', wait: false })
    expect(first.messages).toEqual([])
    expect((await play({ advance: '5s' })).messages).toHaveLength(1)
    const both = await play({ reset: true }, { say: '有人烧烤', wait: false }, { say: '鼓楼南区' })
    expect(means(both)).toContain('confirm')
  })

  it('delivers a message again without a second answer', async () => {
    const { now, messages, tickets } = await play(...confirmed, { again: true })
    expect(messages).toEqual([])
    expect(tickets).toHaveLength(1)
    expect(now).toBe('2026-11-23T10:00:02+08:00')
  })

  it('keeps citizens apart, and gives each what was said meanwhile', async () => {
    const other = await play(...resolved.slice(0, 2), { channel: 'line', sender: 'b' })
    expect(other.tickets).toEqual([])
    const back = await play({ say: '你好' }, { channel: 'web-chat', sender: 'citizen' })
    expect(back.tickets).toHaveLength(1)
  })

  it('takes photos and positions', async () => {
    const { tickets } = await play(...confirmed, { photo: 2 })
    expect(tickets).toMatchObject([{ supplements: [{ photos: 2 }] }])
    const { error } = await play({ pin: [40.37, 116.84], label: '东门' })
    expect(error).toBeNull()
  })
})

describe('marks', () => {
  it('return to the whole state, as often as wanted, also after a reset', async () => {
    await play({ say: barbecue }, { mark: 'card' })
    for (let times = 0; times < 2; times += 1) {
      const { tickets, now } = await play({ press: 'confirm' })
      expect(now).toBe('2026-11-23T10:00:02+08:00')
      expect(tickets).toMatchObject([{ number: 'MY20261123-00001-3' }])
      await play({ reset: true })
      expect((await play({ state: true })).tickets).toEqual([])
      await play({ back: 'card' })
    }
  })

  it('are not made up', async () => {
    expect((await play({ back: 'nowhere' })).error).toBe('no such mark')
  })

  it('give the same answers to the same lines, secret codes included', async () => {
    const once = await play(...confirmed)
    expect(await play({ reset: true }, ...confirmed)).toEqual(once)
  })
})

describe('a line that cannot be carried out', () => {
  it.each([
    [{ dance: true }],
    [{ say: '你好', press: 1 }],
    [{ say: 7 }],
    [{ advance: 'soon' }],
    [{ staff: 'sing' }],
    [{ staff: 'accept' }],
    [{ press: '确认' }],
    [{ channel: 'pigeon' }],
    [{ again: true }],
  ])('changes nothing: %j', async (line) => {
    const before = await play({ state: true })
    const { error, ...after } = await play(line)
    expect(error).not.toBeNull()
    expect({ ...after, error: null }).toEqual(before)
  })

  it('says what the mechanism refuses', async () => {
    const { error } = await play(...confirmed, { staff: 'approve-extension' })
    expect(error).toMatch(/^refused: /)
  })
})

describe('every act of the staff', () => {
  it.each([
    [[{ staff: 'accept' }], 'accepted'],
    [[{ staff: 'accept' }, { staff: 'contact', text: '打过电话' }], 'in-progress'],
    [
      [{ staff: 'accept' }, { staff: 'contact' }, { staff: 'ask', text: '几点出摊？' }],
      'awaiting-citizen',
    ],
    [[{ staff: 'accept' }, { staff: 'note', text: '看过' }], 'accepted'],
    [[{ staff: 'return', text: '找不到这个地方' }], 'pending'],
    [[{ staff: 'return', unit: '区城管执法局' }], 'pending'],
    [[{ staff: 'return' }, { staff: 'dispatch', unit: '区城管执法局' }], 'dispatched'],
    [[{ staff: 'return' }, { staff: 'uphold-return', text: '属地先行' }], 'dispatched'],
    [[{ staff: 'return' }, { staff: 'refer', text: '12345' }], 'referred'],
    [[{ staff: 'supervise', text: '两日内说明' }], 'dispatched'],
  ])('%j leads to %s', async (lines, status) => {
    const { error, tickets } = await play(...confirmed, ...lines)
    expect({ error, status: tickets[0]?.status }).toEqual({ error: null, status })
  })

  it('asks for more time, and gets it or not', async () => {
    const working = [...confirmed, { staff: 'accept' }, { staff: 'contact' }]
    const asked = [...working, { staff: 'extend', until: '2026-12-05T10:00:00+08:00' }]
    expect((await play(...asked, { staff: 'approve-extension' })).error).toBeNull()
    expect((await play({ reset: true }, ...asked, { staff: 'refuse-extension' })).error).toBeNull()
  })
})

describe('the process', () => {
  const run = (input: string, env: Record<string, string> = {}) =>
    spawnSync('npx', ['tsx', 'src/cli/chat/chat.ts', '--script'], {
      input,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })

  it('answers each line with one line and ends with the input', () => {
    const { status, stdout } = run('{"say":"你好"}\n\n{"state":true}\n')
    expect(status).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(2)
  })

  it.each([
    ['a line that is no object', '好\n', {}],
    ['a database on disk', '', { HUIYING_DB: '/tmp/somewhere.db' }],
  ])('ends with a word on standard error for %s', (_what, input, env) => {
    const { status, stdout, stderr } = run(input, env)
    expect({ status, stdout, told: stderr !== '' }).toEqual({ status: 2, stdout: '', told: true })
  })
})
