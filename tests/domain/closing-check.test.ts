import { describe, expect, it } from 'vitest'
import { checkClosing, closingFaults } from '#domain/ticket/closing-check.ts'
import type { ClosingFault } from '#domain/ticket/closing-check.ts'
import { anOpenCommand, commands, mattersIn, start } from '../support/build.ts'
import { given, at } from '../support/given.ts'
import type { Step } from '../support/given.ts'
import { aTicketIn } from '../support/status.ts'

const good = '11月23日已责令摊主撤走烤炉，清洗了路面。'
const closing = (publicReply: string, despite: string | null = null) =>
  ({ type: 'resolve', publicReply, internalNote: null, despite }) as const

/** For every fault a ticket and a reply that have it and no other. */
const faulty: Record<ClosingFault, { readonly past?: readonly Step[]; readonly reply?: string }> = {
  bare: { reply: '您好，您反映的问题已收悉，正在处理。11月23日' },
  undated: { reply: '已责令摊主撤走烤炉，清洗了路面。' },
  unfilled: { reply: '11月23日已到场检查，【请填写：查到了什么】，已要求整改。' },
  personal: { reply: '11月23日已责令摊主撤走烤炉，电话13800138000。' },
  problem: {},
  question: { past: [commands.urge] },
  whistle: { past: [commands.whistle] },
  part: { past: [commands['add-units']] },
  order: { past: [commands.supervise] },
}

const severalProblems = given(
  anOpenCommand({ secondary: ['construction-noise'] }),
  commands.accept,
  commands.contact,
)

describe('before it is closed a ticket', () => {
  it('is closed at once when the reply says what was done and when, and nothing is open', () => {
    const { decided } = aTicketIn('in-progress').when(closing(good, '不用理由'))
    expect(decided).toMatchObject([
      { type: 'resolved', data: { publicReply: good, internalNote: null } },
    ])
    expect(JSON.stringify(decided)).not.toContain('不用理由')
  })

  it.each(closingFaults)('is barred for one fault alone: %s', (fault) => {
    const { past = [], reply = good } = faulty[fault]
    const before = fault === 'problem' ? severalProblems : aTicketIn('in-progress', ...past)
    const { decided } = before.when(closing(reply))
    expect(decided).toMatchObject({ refused: 'unproven' })
    expect(Object.keys((decided as { params: object }).params)).toEqual([fault])
  })

  it.each(closingFaults)(
    'is closed in spite of %s with a reason, which stays on record',
    (fault) => {
      const { past = [], reply = good } = faulty[fault]
      const before = fault === 'problem' ? severalProblems : aTicketIn('in-progress', ...past)
      before
        .when(closing(reply, '已当面说明'))
        .then({ type: 'resolved', data: { despite: '已当面说明', overruled: [fault] } })
    },
  )

  it('is not closed with a reason of blanks', () => {
    aTicketIn('in-progress').when(closing('已收悉', '  ')).refused('unproven')
  })

  it('names the units whose part or whistle is open, and the problem that is not answered', () => {
    const { ticket } = aTicketIn('in-progress', commands.whistle)
    expect(checkClosing(ticket, good, mattersIn)).toEqual([
      { fault: 'whistle', of: ['city-enforcement', 'market-regulation'] },
    ])
    expect(checkClosing(severalProblems.ticket, good, mattersIn)).toEqual([
      { fault: 'problem', of: ['construction-noise'] },
    ])
  })

  it('has every problem answered by a reply that speaks of each', () => {
    const both = '11月23日已取缔露天烧烤摊，工地夜间施工噪声也已责令停止。'
    expect(checkClosing(severalProblems.ticket, both, mattersIn)).toEqual([])
  })

  it('takes a question that was answered since for answered', () => {
    aTicketIn('in-progress', commands.urge, at(start + 3_600_000, commands.contact))
      .when(closing(good), { now: start + 7_200_000 })
      .then('resolved')
  })
})

describe('a reply', () => {
  const bare = [
    '已收悉',
    '已收悉。',
    '您好，已收悉，感谢您的来电！',
    '好了',
    '已处理',
    '收到，正在核实',
    '。。。',
  ]
  it.each(bare)('that says nothing of what was done is bare: %s', (reply) => {
    const { ticket } = aTicketIn('in-progress')
    expect(checkClosing(ticket, reply, mattersIn).map(({ fault }) => fault)).toContain('bare')
  })

  const dated = [
    '11月23日',
    '11 月 3 号',
    '2026-11-23',
    '2026年11月23日',
    '十一月二十三日',
    '23日',
    '昨天',
    '当晚',
    '今日',
  ]
  it.each(dated)('says when: %s', (day) => {
    const { ticket } = aTicketIn('in-progress')
    expect(checkClosing(ticket, `${day}已清运建筑垃圾两车`, mattersIn)).toEqual([])
  })

  it.each(['已清运', '清运两车', '3月以来一直在查', '共11处'])('does not: %s', (words) => {
    const { ticket } = aTicketIn('in-progress')
    const faults = checkClosing(ticket, `${words}，路面已经清洗`, mattersIn)
    expect(faults.map(({ fault }) => fault)).toEqual(['undated'])
  })
})
