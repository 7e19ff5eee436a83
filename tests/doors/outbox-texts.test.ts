import { expect, it } from 'vitest'
import { outboxReason } from '#doors/outbox-texts.ts'

it.each([
  'left',
  'line-quota',
  'line-503',
  'line-unreachable',
  'wechat-45015',
  'wechat-45047',
  'wechat-45009',
  'wechat-42001',
  'wechat--1',
  'wechat-token-40013',
  'wechat-http-502',
  'wecom-60020',
  'wecom-token-40001',
])('Why a message did not arrive is said in words: %s', (reason) => {
  expect(outboxReason(reason)).toMatch(/[\u4e00-\u9fff]{4}/)
})

it.each(['line-418', 'constructor', ''])('A code nobody knows is shown as it is: %j', (reason) => {
  expect(outboxReason(reason)).toBeNull()
})
