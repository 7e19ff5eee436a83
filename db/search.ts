import { eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { TicketChange } from '#app/ports.ts'
import type { Db, Statement } from './database.ts'
import { ticketSearch, tickets } from './schema.ts'
import { ticketWords } from './search-schema.ts'
import { searchQuery, storedTokens } from './search-tokens.ts'

/** The row of the index that is a ticket's. */
function rowOf(ticketId: string): SQL<number> {
  return sql<number>`(select ${ticketSearch.id} from ${ticketSearch} where ${ticketSearch.ticketId} = ${ticketId})`
}

/** What a ticket is found by from now on, and by nothing else; null: as before. */
export function searchStatements(
  db: Db,
  ticketId: string,
  searched: TicketChange['searched'],
): Statement[] {
  if (searched === null) return []
  const rowid = rowOf(ticketId)
  return [
    db.insert(ticketSearch).values({ ticketId }).onConflictDoNothing(),
    db.delete(ticketWords).where(eq(ticketWords.rowid, rowid)),
    db.insert(ticketWords).values({
      rowid,
      open: storedTokens(searched.open),
      words: storedTokens(searched.words),
    }),
  ]
}

/** Tickets that are found by these words; none when there is nothing to look for. */
export function isFoundBy(search: string): SQL {
  const query = searchQuery(search)
  if (query === null) return sql`0`
  return sql`${tickets.id} in (
    select ${ticketSearch.ticketId} from ${ticketWords}
    join ${ticketSearch} on ${ticketSearch.id} = ${ticketWords.rowid}
    where ${ticketWords} match ${query})`
}
