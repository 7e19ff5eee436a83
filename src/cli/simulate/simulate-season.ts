import { noMedia } from '#app/files/media-tools.ts'
import { createPorts } from '#db/ports.ts'
import type { Database } from '#db/database.ts'
import { makeSeal } from '#db/seal.ts'
import type { Ctx } from '#app/ctx.ts'
import { system } from '#app/tickets/plan-change.ts'
import { makeNumbers } from '#app/tools/numbers.ts'
import { silentLog } from '#server/log.ts'
import type { Account } from '#doors/staff-auth.ts'
import { makeDice } from '#cli/dice.ts'
import type { Dice } from '#cli/dice.ts'
import { makeStories } from './season-stories.ts'
import { makeCrew } from './simulate-crew.ts'
import { readOldNotices } from './season-notices.ts'
import { storeSeason } from './simulate-store.ts'
import { simulate } from './simulate.ts'
import type { Lived } from './simulate.ts'

export type FillGiven = {
  readonly seed: number
  readonly secret: string
  /** UTC milliseconds: when the season ends. */
  readonly now: number
  readonly days: number
  readonly count: number
  /** Who acts under their own name. */
  readonly accounts: readonly Account[]
}

/** Fills a fresh database with a simulated season; the same seed at the same time gives the same one. */
export async function fillSeason(database: Database, given: FillGiven): Promise<readonly Lived[]> {
  const { seed, secret, now, days, count, accounts } = given
  const dice = makeDice(seed)
  const ctx = await seededCtx(database, dice, { secret, now })
  const stories = makeStories(dice, { now, days, count })
  const season = await simulate({ ctx, dice, crew: makeCrew(accounts), now }, stories)
  await storeSeason(ctx, season)
  for (const account of accounts) await readOldNotices(ctx, account)
  return season
}

/** A context whose ids and random bytes come of the dice, and whose clock stands at the season's end. */
async function seededCtx(
  database: Database,
  dice: Dice,
  { secret, now }: { readonly secret: string; readonly now: number },
): Promise<Ctx> {
  const randomBytes = (n: number): Uint8Array =>
    Uint8Array.from({ length: n }, () => dice.below(256))
  const newId = (): string => uuidOf(randomBytes(16))
  const ports = createPorts(database, await makeSeal(secret), { newId, now: () => now })
  return {
    ...ports,
    senders: {},
    actor: system,
    now: () => now,
    newId,
    media: noMedia,
    pause: () => Promise.resolve(),
    randomBytes,
    giveNumbers: makeNumbers(ports.readers),
    log: silentLog,
  }
}

function uuidOf(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20)]
  return `${a}-${b}-4${c}-8${d}-${hex.slice(20)}`
}
