/** How a bot's connection stands. 'waiting': for somebody to scan the login code. */
export type BotState = 'starting' | 'waiting' | 'online' | 'offline'

/** What a bot says of itself. */
export type BotReport = {
  readonly state: BotState
  /** What the login code says, while one is shown. */
  readonly code: string | null
  /** Name of the account that is signed in. */
  readonly account: string | null
  /** Why it is offline: a word for the log and the desk, never an error's text. */
  readonly reason: string | null
}

export type BotRecord = BotReport & {
  /** The process that runs it. */
  readonly holder: string
  /** Since when it stands so, UTC milliseconds. */
  readonly since: number
  /** When its process last showed itself, UTC milliseconds. */
  readonly seenAt: number
}

/** A bot runs in a process of its own; what it and the server know of each other is stored. */
export type Bots = {
  /**
   * Takes or keeps the bot for one process and shows that it lives. False: another process, seen after
   * `staleBefore`, has it.
   */
  readonly hold: (
    holder: string,
    seen: { readonly now: number; readonly staleBefore: number },
  ) => Promise<boolean>
  /** Notes how it stands; only its holder's word counts. */
  readonly report: (holder: string, report: BotReport, now: number) => Promise<void>
  /** null: no bot has ever run. */
  readonly read: () => Promise<BotRecord | null>
}
