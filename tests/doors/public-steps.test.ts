import { expect, it } from 'vitest'
import { publicSteps } from '#doors/public-steps.ts'
import { commands } from '#tests/support/build.ts'
import { given } from '#tests/support/given.ts'
import type { Step } from '#tests/support/given.ts'

function stepsOf(...told: readonly Step[]) {
  const events = given(...told).events.map((event, index) => ({
    ...event,
    ticketId: 'ticket-1',
    seq: index + 1,
  }))
  return publicSteps(events).map((step) => step.text)
}

it('a citizen reads each step in words, the latest first', () => {
  expect(stepsOf(commands.open, commands.accept, commands.contact)).toEqual([
    '果园街道登记：已联系您（电话联系）',
    '果园街道已签收',
    '已派给果园街道',
    '已受理您的诉求',
  ])
})

it('a citizen never reads internal notes or the names of staff', () => {
  const resolve = { ...commands.resolve, internalNote: '摊主是熟人，注意方式' }
  const text = stepsOf(
    commands.open,
    commands.accept,
    commands.contact,
    commands.note,
    resolve,
  ).join('\n')
  expect(text).toContain('摊位已取缔')
  expect(text).not.toMatch(/熟人|现场照片|李建国|约今晚到场/u)
})

it('a return between units is told as waiting for another unit, without its reasons', () => {
  const text = stepsOf(commands.open, commands.return).join('\n')
  expect(text).toContain('转人工派单')
  expect(text).not.toContain('占道经营')
})
