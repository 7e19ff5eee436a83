import { eq, lt, sql } from 'drizzle-orm'
import { addressGroup } from '#app/tools/limiter.ts'
import { rateLimit } from '#db/auth-schema.ts'
import type { Db } from '#db/database.ts'

const windowMs = 15 * 60_000
/** Failed tries in a window, after which that key rests for one: of a name from one address, of an address, of a name. */
const most = { pair: 5, address: 30, name: 40 } as const
/** So long an address from which a name has signed in is known. */
const knownMs = 30 * 86_400_000

/** A try that may be made. `failed` keeps it counted; `succeeded` and `undone` give it back. */
export type Reserved = {
  readonly succeeded: () => Promise<void>
  readonly undone: () => Promise<void>
}

/**
 * Failed sign-ins, counted before the password is looked at and given back when it was right: however many come at
 * once, no more than so many are tried. By name and address, by address (of IPv6 the first 64 bits), and by name
 * from everywhere – but not from an address where that name has signed in lately, so that nobody can be kept out of
 * their own account. In the database, shared by all processes; unknown names alike.
 */
export function makeThrottle(db: Db, now: () => number = Date.now) {
  const reserve = (key: string, limit: number) => reserveOne(db, key, { limit, now: now() })
  const release = async (key: string) => {
    await db
      .update(rateLimit)
      .set({ count: sql`max(0, ${rateLimit.count} - 1)` })
      .where(eq(rateLimit.key, key))
  }
  return {
    /** Gives the try, or for how many seconds there is none. */
    begin: async (given: string, ip: string | null): Promise<Reserved | number> => {
      const name = given.trim().toLowerCase().slice(0, 64)
      const from = ip === null ? 'unknown' : addressGroup(ip)
      const known = `known|${name}|${from}`
      const wanted: [string, number][] = [
        [`address|${from}`, most.address],
        [`pair|${name}|${from}`, most.pair],
      ]
      if (!(await isKnown(db, known, now()))) wanted.push([`name|${name}`, most.name])
      const taken: string[] = []
      const undone = async () => {
        for (const key of taken) await release(key)
      }
      for (const [key, limit] of wanted) {
        const waitMs = await reserve(key, limit)
        if (waitMs > 0) {
          await undone()
          return Math.ceil(waitMs / 1000)
        }
        taken.push(key)
      }
      const succeeded = async () => {
        await undone()
        await db.delete(rateLimit).where(eq(rateLimit.key, `pair|${name}|${from}`))
        await remember(db, known, now())
      }
      return { succeeded, undone }
    },
  }
}

type Limit = { readonly limit: number; readonly now: number }

/** Counts one in a single statement; 0 when it may be made, else the milliseconds until one may. */
async function reserveOne(db: Db, key: string, { limit, now }: Limit): Promise<number> {
  const isOver = sql`${rateLimit.lastRequest} <= ${now - windowMs}`
  const isFull = sql`${rateLimit.count} >= ${limit}`
  const [row] = await db
    .insert(rateLimit)
    .values({ id: crypto.randomUUID(), key, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 when ${isFull} then ${limit} + 1 else ${rateLimit.count} + 1 end`,
        // A refused try prolongs nothing: whoever goes on trying keeps nobody out for longer.
        lastRequest: sql`case when ${isOver} or not ${isFull} then ${now} else ${rateLimit.lastRequest} end`,
      },
    })
    .returning({ count: rateLimit.count, lastRequest: rateLimit.lastRequest })
  if (row === undefined || row.count <= limit) return 0
  return Math.max(1_000, row.lastRequest + windowMs - now)
}

async function isKnown(db: Db, key: string, now: number): Promise<boolean> {
  const [row] = await db.select().from(rateLimit).where(eq(rateLimit.key, key))
  return row !== undefined && now - row.lastRequest < knownMs
}

/** Notes where somebody signed in, and drops what is long over. */
async function remember(db: Db, key: string, now: number): Promise<void> {
  await db
    .insert(rateLimit)
    .values({ id: crypto.randomUUID(), key, count: 0, lastRequest: now })
    .onConflictDoUpdate({ target: rateLimit.key, set: { lastRequest: now } })
  await db.delete(rateLimit).where(lt(rateLimit.lastRequest, now - knownMs))
}
