import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The index of all that tickets are found by: a virtual table of FTS5, made by db/search.sql. One row a ticket, under the
 * id in ticket_search; `words` are tokens made by db/search-tokens.ts, since none of SQLite's finds two Chinese characters.
 */
export const ticketWords = sqliteTable('ticket_words', {
  rowid: integer().primaryKey(),
  words: text().notNull(),
})
