import type { Channel, Opened } from '#domain/ticket/events.ts'
import type { Seal } from './seal.ts'

/** How a channel's sender is found again. */
export function senderKey(seal: Seal, channel: Channel, sender: string): Promise<string> {
  return seal.lookup(`sender:${channel}:${sender}`)
}

/** How a message is found again: its id may hold its sender. */
export function inboxKey(seal: Seal, inboxId: string): Promise<string> {
  return seal.lookup(`inbox:${inboxId}`)
}

/** Programs and files send again what they are not sure has arrived: one report, one ticket. */
const sentAgain: ReadonlySet<Channel> = new Set(['open311', 'alarm', 'import'])

/** How a ticket is found by the number of the system it came from; null where none is sent twice. */
export async function sourceKey(
  seal: Seal,
  { channel, sourceNumber }: Pick<Opened, 'channel' | 'sourceNumber'>,
): Promise<string | null> {
  if (sourceNumber === null || !sentAgain.has(channel)) return null
  return seal.lookup(`source:${channel}:${sourceNumber}`)
}

/** How a ticket of any of those systems is found by its number there. */
export async function sourceKeys(seal: Seal, sourceNumber: string): Promise<readonly string[]> {
  const keys = [...sentAgain].map((channel) => sourceKey(seal, { channel, sourceNumber }))
  return (await Promise.all(keys)).filter((key) => key !== null)
}

/** How a secret code is stored. */
export function codeKey(seal: Seal, code: string): Promise<string> {
  return seal.lookup(`code:${code}`)
}

/** How a phone number is found again, however it was written down; null for what is none. */
export async function phoneKey(seal: Seal, phone: string): Promise<string | null> {
  const digits = phone.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  return digits.length < 5 ? null : seal.lookup(`phone:${digits}`)
}

/** How the code for a new e-mail address is stored: of use for that account alone. */
export function staffCodeKey(seal: Seal, accountId: string, code: string): Promise<string> {
  return seal.lookup(`staff-code:${accountId}:${code}`)
}
