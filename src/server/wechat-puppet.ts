import { createRequire } from 'node:module'
import type { Config } from './config.ts'
import { say, serverTexts } from './texts.ts'

type Wanted = NonNullable<Config['wechaty']>

const require = createRequire(import.meta.url)

/** The package a puppet comes in. Not all are part of the house: an office installs the one it wants. */
export function puppetPackage({ puppet }: Wanted): `wechaty-puppet-${string}` {
  return `wechaty-puppet-${puppet}`
}

/** What to do about a package the bot needs and does not find; null when all are there. */
export function missingPackage(wanted: Wanted, isThere = isInstalled): string | null {
  if (!['wechaty', 'wechaty-puppet'].every(isThere)) return serverTexts.wechatyMissing
  const name = puppetPackage(wanted)
  return isThere(name) ? null : say(serverTexts.puppetMissing, { name })
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}
