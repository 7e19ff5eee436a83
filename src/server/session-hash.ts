import { createHash } from 'node:crypto'
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth'

type Adapter = DBAdapter
type MakeAdapter = (options: BetterAuthOptions) => Adapter

const mark = 'sha256:'

/** What the database keeps of a session's token: who reads it cannot sign in with it. */
function hashOf(token: string): string {
  return token.startsWith(mark) ? token : mark + createHash('sha256').update(token).digest('hex')
}

/**
 * The accounts' library over its adapter, with the tokens of sessions kept as hashes: it has no setting for that.
 * Who asks with a token is answered with it; in lists the hashes stand.
 */
export function withHashedSessions(make: MakeAdapter): MakeAdapter {
  return (options) => hashing(make(options))
}

type Row = Record<string, unknown>

function hashing(adapter: Adapter): Adapter {
  const isSession = (model: string) => model === 'session'
  const wheres = (model: string, where: Where[] = []) =>
    isSession(model) ? where.map(hashedWhere) : where
  // Safe because what goes in is of the caller's own types, with a token's text replaced by another text.
  const wrapped = {
    ...adapter,
    create: async (given: { model: string; data: Row }) => {
      if (!isSession(given.model)) return adapter.create(given)
      const made = await adapter.create({ ...given, data: hashedRow(given.data) })
      return shown(made, given.data['token'])
    },
    findOne: async (given: { model: string; where: Where[] }) =>
      shown(
        await adapter.findOne({ ...given, where: wheres(given.model, given.where) }),
        isSession(given.model) ? askedToken(given.where) : undefined,
      ),
    findMany: (given: { model: string; where?: Where[] }) =>
      adapter.findMany({ ...given, where: wheres(given.model, given.where) }),
    count: (given: { model: string; where?: Where[] }) =>
      adapter.count({ ...given, where: wheres(given.model, given.where) }),
    update: async (given: { model: string; where: Where[]; update: Row }) =>
      shown(
        await adapter.update({
          ...given,
          where: wheres(given.model, given.where),
          update: isSession(given.model) ? hashedRow(given.update) : given.update,
        }),
        isSession(given.model) ? askedToken(given.where) : undefined,
      ),
    updateMany: (given: { model: string; where: Where[]; update: Row }) =>
      adapter.updateMany({
        ...given,
        where: wheres(given.model, given.where),
        update: isSession(given.model) ? hashedRow(given.update) : given.update,
      }),
    delete: (given: { model: string; where: Where[] }) =>
      adapter.delete({ ...given, where: wheres(given.model, given.where) }),
    deleteMany: (given: { model: string; where: Where[] }) =>
      adapter.deleteMany({ ...given, where: wheres(given.model, given.where) }),
    transaction: (work: (inner: Adapter) => Promise<unknown>) =>
      adapter.transaction((inner) => work(hashing({ ...adapter, ...inner }))),
  }
  return wrapped as unknown as Adapter
}

function hashedWhere(where: Where): Where {
  if (where.field !== 'token') return where
  const { value } = where
  if (typeof value === 'string') return { ...where, value: hashOf(value) }
  return Array.isArray(value) ? { ...where, value: value.map((one) => hashOf(String(one))) } : where
}

function hashedRow(row: Row): Row {
  const { token } = row
  return typeof token === 'string' ? { ...row, token: hashOf(token) } : row
}

function askedToken(where: readonly Where[]): unknown {
  return where.find(({ field }) => field === 'token')?.value
}

/** A row with the token it was asked by instead of its hash. */
function shown<T>(row: T, token: unknown): T {
  return row !== null && typeof row === 'object' && typeof token === 'string'
    ? { ...row, token }
    : row
}
