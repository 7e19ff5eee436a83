import { describe, expect, it } from 'vitest'
import { inServiceHours } from '#domain/ticket/service-hours.ts'
import { nextTimer } from '#domain/ticket/alarms.ts'
import { commands, hour } from '#tests/support/build.ts'
import { at } from '#tests/support/given.ts'
import { aTicketIn } from '#tests/support/status.ts'

const beijing = (local: string) => Date.parse(`${local}+08:00`)

describe('the service hours', () => {
  it.each([
    ['in the morning', '2026-11-23T08:00', '2026-11-23T08:00'],
    ['in the evening', '2026-11-23T19:59', '2026-11-23T19:59'],
    ['once they are over', '2026-11-23T20:00', '2026-11-24T08:00'],
    ['by night', '2026-11-24T03:30', '2026-11-24T08:00'],
    ['in the night of the year’s end', '2025-12-31T23:30', '2026-01-01T08:00'],
  ])('%s', (_when, moment, then) => {
    expect(inServiceHours(beijing(moment))).toBe(beijing(then))
  })
})

describe('a citizen', () => {
  it('is asked at once when the ticket is resolved, but reminded of it by day only', () => {
    const night = beijing('2026-11-23T23:00')
    const resolved = aTicketIn('in-progress', at(night, commands.resolve), at(night, commands.tick))
    expect(resolved.ticket.callback?.startedAt).toBe(night)
    expect(nextTimer(resolved.ticket)).toBe(night + 24 * hour + 9 * hour)
  })
})
