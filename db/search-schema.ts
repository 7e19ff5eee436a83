import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The index of all that tickets are found by: a virtual table of FTS5, made by db/search.sql. One row a ticket, under the
 * id in ticket_search. Tokens are made by db/search-tokens.ts, since none of SQLite's finds two Chinese characters;
 * `words` are those of what somebody wrote, `open` the others, which stay when a person is erased.
 */
export const ticketWords = sqliteTable('ticket_words', {
  rowid: integer().primaryKey(),
  open: text().notNull(),
  words: text().notNull(),
})
