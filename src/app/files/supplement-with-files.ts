import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { kindOf } from '#domain/media.ts'
import type { MediaFault } from '#domain/media.ts'
import { allowedCommands } from '#domain/ticket/allowed.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { actAsCitizen, citizenOf } from '#app/tickets/act-as-citizen.ts'
import type { Ctx } from '#app/ctx.ts'
import { trackTicket } from '#app/tickets/read-citizen.ts'
import { cleanAll, storeAll } from './receive-files.ts'

type Supplement = {
  readonly number: string
  readonly code: string
  /** May be empty. */
  readonly text: string
  /** One at least. */
  readonly files: readonly Uint8Array[]
}

/**
 * Adds files, and words with them, to the ticket of whoever holds its number and secret code. Nothing is stored
 * when a file has a fault, or when the ticket takes nothing more. Refuses as `actAsCitizen`.
 */
export async function supplementWithFiles(
  ctx: Ctx,
  { number, code, text, files }: Supplement,
): Promise<Ticket | Refusal | { readonly fault: MediaFault }> {
  const found = await trackTicket(ctx, { number, code })
  if (isRefusal(found)) return found
  const { ticket } = found
  const citizen = citizenOf(ticket)
  if (!allowedCommands(ticket, citizen).includes('supplement')) {
    return refuse('wrong-status', { status: ticket.status })
  }
  const cleaned = await cleanAll(ctx, files)
  if ('fault' in cleaned) return cleaned
  const { channel } = ticket.opened
  const sent = { id: `supplement:${ctx.newId()}`, channel, personId: citizen.id, at: ctx.now() }
  const ids = await storeAll(ctx, cleaned, sent)
  const attachments = cleaned.map(({ mediaType }, index) => ({
    id: ids[index] ?? '',
    kind: kindOf(mediaType),
    name: null,
  }))
  const command = { type: 'supplement', text, attachments, place: null } as const
  return actAsCitizen(ctx, { number, code, command })
}
