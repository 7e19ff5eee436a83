import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Role } from '#domain/roles.ts'
import type { BotRecord } from './bot-port.ts'
import type { Ctx } from '#app/ctx.ts'

/** A bot that has not shown itself for so long is taken for gone; it shows itself every two seconds. */
export const botPatienceMs = 30_000

const mayLook: ReadonlySet<Role> = new Set(['administrator', 'inspector', 'dispatcher'])

/** How the bot stands; `alive`: its process has shown itself just now. */
export type BotView = Omit<BotRecord, 'holder'> & { readonly alive: boolean }

/**
 * How the WeChat bot stands; null: none has ever run. Whoever scans the login code signs their own account in,
 * so only administrators see it. Refuses: 'not-allowed'.
 */
export async function readBot(ctx: Ctx): Promise<BotView | null | Refusal> {
  const { role } = ctx.actor
  if (!mayLook.has(role)) return refuse('not-allowed')
  const record = await ctx.bots.read()
  if (record === null) return null
  const { state, account, reason, since, seenAt } = record
  const alive = ctx.now() - seenAt < botPatienceMs
  const code = alive && role === 'administrator' ? record.code : null
  return { state, code, account, reason, since, seenAt, alive }
}
