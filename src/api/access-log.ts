import type { Actor } from '#domain/roles.ts'
import type { ApiDeps } from '#doors/deps.ts'

const most = 500

/** One reading of personal data: who, when, of what kind, on which ticket (if one), what for; never the data. */
export type Access = {
  readonly at: number
  readonly by: string
  /** null: the account is gone. */
  readonly name: string | null
  readonly what: string
  readonly number: string | null
  readonly reason: string
}

/** The latest readings of personal data, newest first, five hundred at most. */
export async function readAccessLog(deps: ApiDeps, actor: Actor): Promise<readonly Access[]> {
  const { people, readers } = deps.ctxFor(actor)
  const [log, accounts] = await Promise.all([people.accessLog(most), deps.auth.accounts()])
  const ids = [...new Set(log.map(({ what }) => subjectOf(what)))]
  const { rows } = await readers.list({ ids, sort: 'newest', limit: most, offset: 0 })
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return log.map(({ at, by, what, reason }) => ({
    at,
    by,
    name: names.get(by) ?? null,
    what: what.slice(0, what.indexOf(':')),
    number: numbers.get(subjectOf(what)) ?? null,
    reason,
  }))
}

/** original:<ticket>, person:<person> → the id. */
function subjectOf(what: string): string {
  return what.slice(what.indexOf(':') + 1)
}
