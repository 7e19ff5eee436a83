import type { InProcess } from './tools/in-process.ts'
import type { Actor } from '#domain/roles.ts'
import type { MediaTools } from './files/media-tools.ts'
import type { GiveNumbers } from './tools/numbers.ts'
import type { Ports } from './ports.ts'

/** Structured log line; never personal data, never secrets. */
export type Log = {
  readonly info: (event: string, fields?: Readonly<Record<string, unknown>>) => void
  readonly warn: (event: string, fields?: Readonly<Record<string, unknown>>) => void
  readonly error: (event: string, fields?: Readonly<Record<string, unknown>>) => void
}

/** Handed to every use case: who acts, the clock, ids, the ports. */
export type Ctx = Ports & {
  readonly actor: Actor
  /** UTC milliseconds. */
  readonly now: () => number
  /** A UUID. */
  readonly newId: () => string
  /** `n` random bytes, for secret codes. */
  readonly randomBytes: (n: number) => Uint8Array
  readonly giveNumbers: GiveNumbers
  /** Resolves after so many milliseconds; at once where nothing should wait. */
  readonly pause: (ms: number) => Promise<void>
  readonly media: MediaTools
  readonly log: Log
  /** Left out on Workers. */
  readonly inProcess?: InProcess
  /** For messages to staff: where they find the house, and whether webhooks may go to private networks. */
  readonly outgoing?: { readonly url: string; readonly privateWebhooks: boolean }
}
