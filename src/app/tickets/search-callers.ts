import type { Role } from '#domain/roles.ts'
import type { Ctx } from '#app/ctx.ts'
import type { TicketFilter } from '#app/inbox/work-port.ts'

/** Whoever may read any citizen's number (domain/roles.ts): they find what it was given with by the whole of it. */
const mayFindBy: readonly Role[] = ['dispatcher', 'operator', 'inspector']

/** A whole telephone number, however it is written. */
const wholeNumber = /^\+?[\d\s-]{7,20}$/

/** A filter whose words may be a telephone number, with the people who have left it. Exact matches only. */
export async function withCallers(ctx: Ctx, filter: TicketFilter): Promise<TicketFilter> {
  const search = (filter.search ?? '').normalize('NFKC').trim()
  if (!wholeNumber.test(search) || !mayFindBy.includes(ctx.actor.role)) return filter
  const callers = await ctx.people.byPhone(search.replace(/[\s-]/g, ''))
  return callers.length === 0 ? filter : { ...filter, callers }
}
