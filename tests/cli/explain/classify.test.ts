import { spawnSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { decide } from '#cli/explain/decision.ts'
import { linesOf } from '#cli/lines.ts'

const at = Date.parse('2026-11-23T12:00:00+08:00')

function run(input: string | Buffer): { status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync('npx', ['tsx', 'src/cli/explain/classify.ts'], {
    input,
    encoding: 'utf8',
  })
  return { status, lines: stdout.split('\n').filter((line) => line !== '') }
}

async function split(...chunks: readonly string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const group of linesOf(Readable.from(chunks.map((one) => Buffer.from(one))))) {
    lines.push(...group)
  }
  return lines
}

describe('a message with its place', () => {
  const decision = decide('果园西里小区门口的烧烤摊每天晚上冒烟呛死人了', at)

  it('is named by its category, with the words that counted', () => {
    expect(decision.category).toBe('open-air-barbecue')
    expect(decision.evidence.length).toBeGreaterThan(0)
    for (const { span } of decision.evidence) expect(span[1]).toBeLessThanOrEqual(22)
  })

  it('gives township and village by their official names', () => {
    expect(decision.place).toEqual({
      town: '果园街道',
      village: '果园西里',
      spot: '小区门口',
      candidates: [],
      outside: null,
    })
  })

  it('gives the unit as the plan writes it, and the clause', () => {
    expect(decision.route).toMatchObject({
      handler: '果园街道',
      supporting: ['区城管执法局', '区生态环境局'],
      clause: { plan: 2023, annex: 'air', task: 22, quote: '加强生态环境类诉求办理工作' },
    })
  })
})

describe('a message without a place', () => {
  it('has no place at all', () => {
    expect(decide('楼下饭店油烟直排', at).place).toBeNull()
  })

  it('has its handler when a bureau handles the category', () => {
    expect(decide('楼下饭店油烟直排', at).route?.handler).toBe('区生态环境局')
  })

  it('has no handler, but the clause and the other units, while the township is unknown', () => {
    expect(decide('有人在地里烧秸秆', at).route).toEqual({
      handler: null,
      lead: ['区生态环境局'],
      primary: [
        '区生态环境局',
        '区交通局',
        '区城管执法局',
        '区公安分局交通支队',
        '区市场监管局',
        '区烟花办',
      ],
      supporting: ['区城管执法局', '区农业农村局'],
      deadlineClass: 'general',
      clause: { plan: 2023, annex: 'air', task: 24, quote: '落实京津冀生态环境执法联动工作机制' },
    })
  })
})

describe('a place that cannot be settled', () => {
  it('comes as candidates when several townships have one of that name', () => {
    const { place, route } = decide('季庄烧秸秆', at)
    expect(place?.town).toBeNull()
    expect(place?.candidates.map(({ town }) => town).sort()).toEqual(['密云镇', '果园街道'].sort())
    expect(route?.handler).toBeNull()
  })

  it('is named and routed nowhere when it is outside the district', () => {
    const { place, route } = decide('怀柔区有工厂排黑烟', at)
    expect(place?.outside).toBe('怀柔区')
    expect(route).toBeNull()
  })
})

describe('what is no complaint of this desk', () => {
  it('is routed nowhere', () => {
    const { category, route } = decide('公司三个月没发工资了', at)
    expect(category).toBe('out-of-scope')
    expect(route).toBeNull()
  })

  it('is unsure when there is nothing to read', () => {
    expect(decide('', at).abstain).toBe(true)
  })
})

describe('lines of input', () => {
  it('end at a line feed only, whatever the chunks they come in', async () => {
    const broken = '前\u2028后'
    expect(await split('甲\r\n乙', '丙\n\n', broken)).toEqual(['甲', '乙丙', '', broken])
  })

  it('may be cut in the middle of a character', async () => {
    const bytes = Buffer.from('油烟\n')
    const lines: string[] = []
    const halves = [bytes.subarray(0, 4), bytes.subarray(4)]
    for await (const group of linesOf(Readable.from(halves))) lines.push(...group)
    expect(lines).toEqual(['油烟'])
  })
})

describe('the command', () => {
  it('answers every line with a line of JSON in order, an empty one too, and exits 0', () => {
    const messages = ['有人放鞭炮', '', '工地半夜打桩 👷', '查一下我的单子']
    const { status, lines } = run(messages.join('\n'))
    expect(status).toBe(0)
    expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(messages) // Safe because decide() puts the text in.
  }, 60_000)

  it('says nothing when it is told nothing', () => {
    expect(run('')).toEqual({ status: 0, lines: [] })
  }, 60_000)
})
