import type { SettingChange } from '#app/settings/book.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketId } from '#domain/ticket/events.ts'

/** What is kept in the journal: the data of each type of entry. No personal data but the words of staff. */
export type JournalData = {
  /** Somebody read who a citizen is. */
  readonly 'person-read': { readonly personId: string; readonly reason: string }
  /** Somebody read a ticket's unmasked words. */
  readonly 'original-read': { readonly ticketId: TicketId; readonly reason: string }
  /** Why somebody read is erased from what was told in this chain, with the person it was about. */
  readonly 'reasons-erased': { readonly chain: string }
  /** The office changed a number of the mechanism. */
  readonly 'setting-changed': Omit<SettingChange, 'at' | 'by'>
  /** The database was put back from a backup made at `madeAt` (UTC milliseconds). */
  readonly restored: { readonly madeAt: number; readonly sha256: string }
}

export type JournalType = keyof JournalData

/** One entry of the journal. `at`: UTC milliseconds. */
export type JournalEntry = {
  readonly [Type in JournalType]: {
    readonly type: Type
    readonly at: number
    readonly by: Pick<Actor, 'id' | 'role'>
    readonly data: JournalData[Type]
  }
}[JournalType]

/** What happens outside tickets and has to be proved later; appended, in a chain like history. */
export type Journal = {
  readonly record: (entry: JournalEntry) => Promise<void>
}
