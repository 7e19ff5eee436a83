import type { BetterAuth } from './auth.ts'

const maxFailures = 5
const windowMs = 15 * 60_000

type Row = {
  readonly id: string
  readonly key: string
  readonly count: number
  readonly lastRequest: number
}

/**
 * Failed sign-ins per user name, whatever address they come from: after five the name rests for 15 minutes
 * since the last. Kept in the library's own table, shared by all processes, unknown names alike.
 */
export function makeThrottle(auth: BetterAuth) {
  const whereKey = (name: string) => [
    { field: 'key', value: `sign-in-name|${name.trim().toLowerCase().slice(0, 64)}` },
  ]
  const read = async (name: string): Promise<Row | null> => {
    const { adapter } = await auth.$context
    const row = await adapter.findOne<Row>({ model: 'rateLimit', where: whereKey(name) })
    return row !== null && Date.now() - Number(row.lastRequest) < windowMs ? row : null
  }
  const forget = async (name: string): Promise<void> => {
    const { adapter } = await auth.$context
    await adapter.deleteMany({ model: 'rateLimit', where: whereKey(name) })
  }
  return {
    /** Seconds until the name may be tried again; 0 for now. */
    waitSeconds: async (name: string): Promise<number> => {
      const row = await read(name)
      if (row === null || row.count < maxFailures) return 0
      return Math.ceil((Number(row.lastRequest) + windowMs - Date.now()) / 1000)
    },
    failed: async (name: string): Promise<void> => {
      const { adapter } = await auth.$context
      const count = (await read(name))?.count ?? 0
      await forget(name)
      const [{ value: key }] = whereKey(name) as [{ field: string; value: string }] // safe: one entry above
      await adapter.create({
        model: 'rateLimit',
        data: { key, count: count + 1, lastRequest: Date.now() },
      })
    },
    succeeded: forget,
  }
}
