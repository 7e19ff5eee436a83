import { refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { beijingDay } from '#routing/calendar.ts'
import type { Ctx } from '#app/ctx.ts'
import { earliestFrom, valuesAt } from './book.ts'
import type { SettingChange } from './book.ts'
import { declarationOf, declaredSettings, faultsIn } from './declared.ts'
import type { SettingDeclaration, SettingValues } from './declared.ts'

/** A setting as it stands now, what will hold later, and all that was ever written, newest first. */
export type SettingView = {
  readonly declared: SettingDeclaration
  readonly now: SettingValues
  readonly coming: readonly SettingChange[]
  readonly history: readonly SettingChange[]
}

const longestReason = 500
const longestAhead = 3 * 366 * 86_400_000

function maySet({ role }: Actor): boolean {
  return role === 'administrator'
}

/** Every setting, in the order declared. Refuses 'not-allowed' for all but the administrator. */
export async function readSettings(ctx: Ctx): Promise<readonly SettingView[] | Refusal> {
  if (!maySet(ctx.actor)) return refuse('not-allowed')
  const now = ctx.now()
  await ctx.settingBook.fresh(now)
  const known = ctx.settingBook.known()
  return declaredSettings.map((declared) => {
    const own = known.filter(({ setting }) => setting === declared.id)
    return {
      declared,
      now: valuesAt(known, declared.id, now),
      coming: own.filter(({ from }) => from > now).sort((a, b) => a.from - b.from),
      history: [...own].reverse(),
    }
  })
}

/**
 * Changes a setting from a day on; what was written before is kept. Refuses 'not-allowed', 'not-found',
 * 'invalid-input' naming the fields, 'too-early' for a day that is not tomorrow or later.
 */
export async function changeSetting(
  ctx: Ctx,
  given: Pick<SettingChange, 'setting' | 'values' | 'reason'> & { readonly from: number | null },
): Promise<SettingChange | Refusal> {
  if (!maySet(ctx.actor)) return refuse('not-allowed')
  const declared = declarationOf(given.setting)
  if (declared === null) return refuse('not-found')
  const reason = given.reason.trim()
  const now = ctx.now()
  const { from, setting, values } = given
  const isReason = reason !== '' && reason.length <= longestReason
  const isDay = from !== null && from - now <= longestAhead
  const faults = [
    ...faultsIn(declared, values),
    ...(isReason ? [] : ['reason']),
    ...(isDay ? [] : ['from']),
  ]
  if (faults.length > 0 || from === null)
    return refuse('invalid-input', { fields: faults.join(' ') })
  if (from < earliestFrom(now)) return refuse('too-early', { day: beijingDay(earliestFrom(now)) })
  const { id: by, name } = ctx.actor
  const change: SettingChange = { setting, values, from, at: now, by, name, reason }
  await ctx.settingBook.add(change)
  ctx.log.info('setting.changed', { setting, from })
  return change
}
