import { createRequire } from 'node:module'
import { helpers } from 'wechaty-puppet'
import type { Puppet } from '#channels/wechat/wechaty-session.ts'
import type { Config } from './config.ts'

type Wanted = NonNullable<Config['wechaty']>

const require = createRequire(import.meta.url)

/** The package a puppet comes in. Not all are part of the house: an office installs the one it wants. */
export function puppetPackage({ puppet }: Wanted): `wechaty-puppet-${string}` {
  return `wechaty-puppet-${puppet}`
}

/** Whether the puppet's package is there. */
export function isInstalled(wanted: Wanted): boolean {
  try {
    require.resolve(puppetPackage(wanted))
    return true
  } catch {
    return false
  }
}

/** A new puppet of the kind that is configured. */
export function makePuppet(wanted: Wanted): Promise<Puppet> {
  const { token } = wanted
  const puppetOptions = token === null ? {} : { token }
  return helpers.resolvePuppet({ puppet: puppetPackage(wanted), puppetOptions })
}
