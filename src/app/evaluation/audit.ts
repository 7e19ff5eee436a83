import type { StoredEvent, TicketId } from '#domain/ticket/events.ts'
import type { Touched } from './archive-port.ts'
import type { Ports } from '#app/ports.ts'
import type { Ctx } from '#app/ctx.ts'

const perPage = 200
/** A seal is made at most this often. */
const sealEveryMs = 60_000

/** Every ticket's whole history, one ticket at a time; with `touched` only of tickets with such events. */
export async function* eachHistory(
  { archive, pause }: Pick<Ports, 'archive'> & Partial<Pick<Ctx, 'pause'>>,
  touched?: Touched,
): AsyncGenerator<readonly StoredEvent[]> {
  for (let last: TicketId | null = null; ;) {
    const page: readonly (readonly StoredEvent[])[] = await archive.histories(
      last,
      perPage,
      touched,
    )
    yield* page
    // Whoever is served here beside gets their turn.
    await pause?.(0)
    last = page.at(-1)?.[0]?.ticketId ?? null
    if (last === null) return
  }
}

/**
 * Seals what has been written to history, once a minute at most. The seal's hash goes to the log too: whoever
 * rewrites the database would have to rewrite the log.
 */
export async function sealHistory(ctx: Ctx): Promise<void> {
  const sealed = await ctx.archive.seal(ctx.now(), sealEveryMs)
  if (sealed !== null) ctx.log.info('audit.sealed', { upTo: sealed.upTo, hash: sealed.hash })
}
