import type { StoredEvent, TicketId } from '#domain/ticket/events.ts'
import type { Touched, Head } from './archive-port.ts'
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
 * Seals what has been written to history, once a minute at most. The seal's hash goes to the log too, and to where
 * heads are kept: whoever rewrites the database would have to rewrite those.
 */
export async function sealHistory(ctx: Ctx): Promise<void> {
  let sealed = await ctx.archive.seal(ctx.now(), sealEveryMs)
  while (sealed !== null) {
    const { number, entries, hash, isFull } = sealed
    ctx.log.info('audit.sealed', { number, entries, hash })
    await keepHead(ctx, sealed)
    sealed = isFull ? await ctx.archive.seal(ctx.now(), 0) : null
  }
  if (ctx.heads === undefined || (await ctx.heads.read()) !== null) return
  const head = await ctx.archive.head()
  if (head !== null) await keepHead(ctx, head)
}

/** What was written down stays while the database does not know it: it is the proof that it was put back or replaced. */
async function keepHead(ctx: Ctx, head: Head): Promise<void> {
  const lost = await lostHead(ctx)
  if (lost !== null) {
    ctx.log.error('audit.head-unknown', { number: lost.number, entries: lost.entries })
    return
  }
  // The seal stands; where it should also be written may be out of reach for a while.
  await ctx.heads?.keep(head).catch((error: unknown) => {
    ctx.log.error('audit.head-unkept', { error: error instanceof Error ? error.name : 'unknown' })
  })
}

/** The seal written down elsewhere, if the database does not know it; null: all is well, or nothing is kept. */
export async function lostHead({
  heads,
  archive,
}: Pick<Ports, 'archive' | 'heads'>): Promise<Head | null> {
  const kept = (await heads?.read()) ?? null
  return kept === null || (await archive.knows(kept.hash)) ? null : kept
}
