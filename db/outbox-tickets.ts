import { asc } from 'drizzle-orm'
import type { OutboundMessage } from '#app/messages.ts'
import type { StaffMessage } from '#app/notices/notices-port.ts'
import { isOneOf } from './database.ts'
import type { Db } from './database.ts'
import type { DocumentKind } from './upcasters.ts'
import { outboxMessages } from './schema.ts'
import { openJsonOrNull } from './seal.ts'
import type { Seal } from './seal.ts'
import { isStaffWay } from './staff-outbox.ts'

/** What one of either kind may have to tell it by. */
type Stored = Partial<Pick<OutboundMessage, 'card' | 'text'> & Pick<StaffMessage, 'items'>>

/** Numbers of the tickets each batch tells of, each once, in order; nothing else of it leaves the seal. */
export async function ticketsOf(
  db: Db,
  seal: Seal,
  batches: readonly { readonly batch: string; readonly channel: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (batches.length === 0) return new Map()
  const channels = new Map(batches.map(({ batch, channel }) => [batch, channel]))
  const rows = await db
    .select()
    .from(outboxMessages)
    .where(isOneOf(outboxMessages.batch, [...channels.keys()]))
    .orderBy(asc(outboxMessages.index))
  const told = await Promise.all(
    rows.map(async ({ batch, sealedMessage }) => ({
      batch,
      numbers: numbersIn(
        (await openJsonOrNull<Stored>(seal, kindOf(channels.get(batch) ?? ''), sealedMessage)) ??
          {},
      ),
    })),
  )
  return new Map(
    batches.map(({ batch }) => {
      const numbers = told.filter((one) => one.batch === batch).flatMap((one) => one.numbers)
      return [batch, [...new Set(numbers)]]
    }),
  )
}

function kindOf(channel: string): DocumentKind {
  return isStaffWay(channel) ? 'staff-message' : 'outbound-message'
}

/** By its card or its items; words without either by the numbers in them. */
function numbersIn({ card, text = '', items = [] }: Stored): readonly string[] {
  const inWords = card ? [] : (text.match(/MY\d{8}-\d{5}-\d/g) ?? [])
  return [...numbersOn(card ?? null), ...inWords, ...items.map(({ number }) => number)]
}

function numbersOn(card: OutboundMessage['card']): readonly string[] {
  switch (card?.type) {
    case 'receipt':
      return card.tickets.map(({ number }) => number)
    case 'progress':
    case 'callback':
      return [card.number]
    case 'summary':
    case undefined:
      return []
  }
}
