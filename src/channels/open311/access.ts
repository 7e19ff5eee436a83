import type { Context } from 'hono'
import type { Ctx } from '#app/ctx.ts'
import { makeLimiter } from '#app/tools/limiter.ts'
import { faultOf } from './errors.ts'
import type { Fault } from './errors.ts'
import { field } from './read-report.ts'
import type { Fields } from './read-report.ts'

const minute = 60_000
/**
 * In a minute: reading by one address, in calls; lists made anew for one address and for all, by what they cost;
 * writing by one client, wrong keys from one address.
 */
const limits = { reads: 300, lists: 300, allLists: 1_200, writes: 60, wrongKeys: 20 } as const
/** Tickets in a list that cost as much as a call. */
const perCost = 25

export type Access = {
  /** null: go on. */
  readonly mayRead: (c: Context, now: number) => Fault | null
  /** Whether a list of at most so many tickets may be made for somebody; null: yes. */
  readonly mayList: (c: Context, now: number, tickets: number) => Fault | null
  /** The client behind the key of a form. */
  readonly client: (
    c: Context,
    ctx: Ctx,
    fields: Fields,
  ) => Promise<{ readonly name: string } | Fault>
}

/** Who may call how often. Keys are looked for before anything else is read. */
export function makeAccess(clientIp: (c: Context) => string | null): Access {
  const reads = makeLimiter(limits.reads, minute)
  const lists = makeLimiter(limits.lists, minute)
  const allLists = makeLimiter(limits.allLists, minute)
  const writes = makeLimiter(limits.writes, minute)
  const wrong = makeLimiter(limits.wrongKeys, minute)
  const tooOften = faultOf('too-often', 429)
  return {
    mayRead: (c, now) => {
      const address = clientIp(c)
      return address === null || reads.allows(address, now) ? null : tooOften
    },
    mayList: (c, now, tickets) => {
      const cost = 1 + Math.ceil(tickets / perCost)
      const from = clientIp(c) ?? 'unknown'
      if (!lists.allows(from, now, cost)) return tooOften
      if (allLists.allows('all', now, cost)) return null
      lists.give(from, cost)
      return tooOften
    },
    client: async (c, ctx, fields) => {
      const key = field(fields, 'api_key')
      if (key === null) return faultOf('no-key', 403)
      const found = await ctx.clients.byKey(key)
      if (found?.door === 'open311') {
        return writes.allows(found.name, ctx.now()) ? found : tooOften
      }
      const within = wrong.allows(clientIp(c) ?? '', ctx.now())
      return within ? faultOf('bad-key', 403) : tooOften
    },
  }
}
