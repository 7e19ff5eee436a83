import { describe, expect, it } from 'vitest'
import { understand } from '#intents/understand.ts'
import { stretches } from '#web/desk/why/highlight.tsx'
import { ownPath } from '#web/desk/accounts/own-path.ts'
import { reasonText } from '#web/desk/why/reasons.ts'
import { rulesSay } from '#web/desk/why/rules-would.tsx'
import { recentHalfDays } from '#web/desk/steps/controls.tsx'
import { offeredSteps } from '#web/desk/steps/ticket-steps.tsx'
import type { ReadComplaint } from '#app/dispatching/read-complaint.ts'
import type { Actor } from '#domain/roles.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { anInspector, anOperator, aRouting, commands, hour, start } from '#tests/support/build.ts'
import { aTicketIn } from '#tests/support/status.ts'

const rule = 'any'

describe('stretches', () => {
  it('marks the spans, and joins those that overlap or touch', () => {
    const spans = [
      { rule, span: [4, 6] },
      { rule, span: [2, 5] },
    ] as const
    expect(stretches('夜里烧烤摊冒烟', spans)).toEqual([
      { text: '夜里', counted: false },
      { text: '烧烤摊冒', counted: true },
      { text: '烟', counted: false },
    ])
  })

  it('leaves out what lies outside the text', () => {
    const spans = [
      { rule, span: [5, 99] },
      { rule, span: [40, 50] },
      { rule, span: [3, 3] },
    ] as const
    const cut = stretches('夜里烧烤摊冒烟', spans)
    expect(cut.map((one) => one.text).join('')).toBe('夜里烧烤摊冒烟')
    expect(cut.filter((one) => one.counted)).toEqual([{ text: '冒烟', counted: true }])
  })
})

describe('ownPath', () => {
  it('takes pages of the staff and nothing else', () => {
    expect(ownPath('/desk/tickets/MY20261123-00042-7?done=accept')).toBe(
      '/desk/tickets/MY20261123-00042-7?done=accept',
    )
    expect(ownPath('/bureau')).toBe('/bureau')
    const refused = ['', '/', '/deskmate', '//evil.example/desk', 'http://[', '/desk/sign-out']
    expect(refused.map(ownPath)).toEqual(refused.map(() => null))
  })
})

describe('reasonText', () => {
  it('says in Chinese what the rules weighed', () => {
    expect(reasonText('local-unit')).toBe('属地办理')
    expect(reasonText('fact-absent county-road')).toBe('没有提到“县级及以上公路”，不需要该单位')
    expect(reasonText('county-road air-17.2')).toContain('“县级及以上公路”，依据“')
    expect(reasonText('only-leads air-17.2')).toMatch(/大气.*17.*牵头部门/)
  })

  it('shows a code it does not know as it is', () => {
    expect(reasonText('brand-new-code')).toBe('brand-new-code')
  })
})

describe('rulesSay', () => {
  const place = {
    town: '110118002',
    village: '果园西里',
    spot: null,
    told: null,
    candidates: [],
    outside: null,
    evidence: [],
  } as const
  const read = (over: Partial<ReadComplaint>, abstain = false): ReadComplaint => {
    const { classification, ...rest } = understand('烧烤摊冒烟')
    const category = 'open-air-barbecue' as const
    const understanding = { ...rest, classification: { ...classification, category, abstain } }
    return { understanding, place, routing: aRouting(), ...over }
  }

  it('names the place, the unit and the clause', () => {
    expect(rulesSay(read({}))).toEqual([
      '文中地点：果园街道 果园西里',
      '按“露天烧烤”和文中地点，规则会派给果园街道。依据：大气第 22 项。',
    ])
  })

  it('never shows a guess as certain', () => {
    expect(rulesSay(read({}, true))).toContain('规则拿不准类别，下面的看法只供参考。')
  })

  it('says which towns a name may mean, and that no unit follows', () => {
    const candidates = [
      { town: '110118002', village: null },
      { town: '110118100', village: null },
    ] as const
    const unclear = {
      place: { ...place, town: null, candidates },
      routing: { missing: 'town' },
    } as const
    expect(rulesSay(read(unclear))).toEqual([
      '文中地点可能是：果园街道 / 密云镇',
      '看作“露天烧烤”，但文中没有能定下的镇街，规则定不了单位。',
    ])
  })
})

it('Half-days are those of Beijing, newest first', () => {
  const evening = start + 10 * hour
  expect(recentHalfDays(evening).map(({ id }) => id)).toEqual([
    '20261123-pm',
    '20261123-am',
    '20261122-pm',
    '20261122-am',
  ])
})

describe('offeredSteps', () => {
  const offered = (ticket: Ticket, actor: Actor) =>
    offeredSteps({ ticket, events: [], allowed: allowedCommands(ticket, actor) }, actor)
  const asked = () => aTicketIn('resolved').ticket

  it('moves to the phone at once whoever does not answer in the channel: the operator’s to say', () => {
    expect(asked().callback?.via).toBe('channel')
    expect(offered(asked(), anOperator())).toContain('start-callback')
    expect(offered(asked(), anInspector())).not.toContain('start-callback')
  })

  it('offers no phone where there is none to call, or where it has begun', () => {
    const nobody = asked()
    const anonymous = { ...nobody, opened: { ...nobody.opened, citizenId: null } }
    expect(offered(anonymous, anOperator())).not.toContain('start-callback')
    const byPhone = aTicketIn('resolved', commands['start-callback']).ticket
    expect(offered(byPhone, anOperator())).not.toContain('start-callback')
  })
})
