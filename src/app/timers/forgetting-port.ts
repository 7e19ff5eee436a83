/**
 * What the house forgets by itself: people without a ticket, words nobody confirmed. Each asking forgets some hundreds
 * at once and gives how many; nothing is left when it gives 0. Times are UTC milliseconds.
 */
export type Forgetting = {
  /** Whether a round is due; it counts as begun, for every process. */
  readonly begin: (now: number, everyMs: number) => Promise<boolean>
  /** Forgets people without a ticket who have not been heard of since `before`, and all they said. */
  readonly people: (before: number) => Promise<number>
  /** Forgets messages of before, both ways, but for people who have a ticket that is not over since then. */
  readonly talk: (before: number) => Promise<number>
  /** Forgets files of before that came into no ticket. */
  readonly files: (before: number) => Promise<number>
  /** Forgets sign-ins that have expired, counted tries to sign in and addresses of staff never proved. */
  readonly expired: (now: number, triesBefore: number) => Promise<void>
  /** Since when the database may hold remains of what was erased; null: it holds none. */
  readonly remainsSince: () => Promise<number | null>
  /**
   * Writes the database anew, so that nothing of what was erased is left in it; nobody is served meanwhile. False
   * when somebody else was using it: the next night counts from `now`.
   */
  readonly rewrite: (now: number) => Promise<boolean>
}
