import type { Fetcher, Sender } from '#app/ports.ts'
import { unsent } from './send.ts'

/** The doors by which people on WeChat come: the official account, WeCom's application, a Wechaty bot. */
export type Door = 'official' | 'wecom'

/** The doors that are open. */
export type Doors = Readonly<
  Partial<Record<Door, { readonly send: Sender; readonly fetch: Fetcher }>>
>

/** A door's id of a person, a message's media: unlike that of every other door. */
export function throughDoor(door: Door, id: string): string {
  return `${door}:${id}`
}

function split(id: string): { readonly door: string; readonly own: string } {
  const at = id.indexOf(':')
  return { door: id.slice(0, at), own: id.slice(at + 1) }
}

/** Sends by the door a person came in by. One that is off sends nothing, now or later. */
export function sendThrough(doors: Doors): Sender {
  return async (batch, to, token) => {
    const { door, own } = split(to)
    const open = Object.entries(doors).find(([name]) => name === door)?.[1]
    return open === undefined ? unsent('channel-off', false) : open.send(batch, own, token)
  }
}

/** Fetches from the door a photo came in by. */
export function fetchThrough(doors: Doors): Fetcher {
  return async (id, most) => {
    const { door, own } = split(id)
    const open = Object.entries(doors).find(([name]) => name === door)?.[1]
    return open === undefined
      ? { ok: false, retryable: false, reason: 'channel-off' }
      : open.fetch(own, most)
  }
}
