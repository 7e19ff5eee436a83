import { expect, it } from 'vitest'
import { missingPackage } from '#server/wechat-puppet.ts'

const wanted = { puppet: 'service', token: 'puppet_service_x' } as const

it('A bot that is switched on without its packages says what to do', () => {
  expect(missingPackage(wanted)).toBeNull()
  expect(missingPackage(wanted, () => false)).toContain('npm ci（不加 --omit=dev）')
  const noPuppet = (name: string) => name !== 'wechaty-puppet-service'
  expect(missingPackage(wanted, noPuppet)).toContain('npm install --no-save wechaty-puppet-service')
})
