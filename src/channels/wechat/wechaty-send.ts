import type { Contact, Wechaty } from 'wechaty'
import type { SendResult } from '#app/messages.ts'
import type { Fetched, Fetcher, Sender } from '#app/ports.ts'
import { textSender, unsent } from './send.ts'
import { groupTexts } from './wechaty-texts.ts'

/** The bot as it is now; `wechaty` is null while nobody is signed in. */
export type LiveBot = { wechaty: Wechaty | null }

/**
 * Sends in private. Whoever spoke in a group (`token`: its id) is told there where the answer is, without a
 * word of it; a stranger cannot be written to before they are a friend, so theirs is tried again later.
 */
export function botSender(live: LiveBot): Sender {
  const privately = textSender((to, text) => sendText(live, to, text))
  return async (batch, to, token) => {
    const result = await privately(batch, to, token)
    if (token !== null) await tellGroup(live, { to, group: token, result })
    return result
  }
}

async function sendText({ wechaty }: LiveBot, to: string, text: string): Promise<SendResult> {
  if (wechaty === null) return unsent('bot-offline', true)
  const contact = await wechaty.Contact.find({ id: to }).catch(() => undefined)
  if (contact === undefined) return unsent('no-contact', false)
  if (contact.friend() === false) return unsent('not-a-friend', true)
  await contact.say(text)
  return { ok: true }
}

type GroupWord = { readonly to: string; readonly group: string; readonly result: SendResult }

/** Never keeps the answer itself from counting as sent. */
async function tellGroup({ wechaty }: LiveBot, { to, group, result }: GroupWord): Promise<void> {
  const text = result.ok ? groupTexts.seePrivate : groupTexts.addFirst
  if (wechaty === null || (!result.ok && result.reason !== 'not-a-friend')) return
  try {
    const room = await wechaty.Room.find({ id: group })
    const contact: Contact | undefined = await wechaty.Contact.find({ id: to })
    if (room !== undefined && contact !== undefined) await room.say(text, contact)
  } catch {
    // The group may be gone; the person has their answer.
  }
}

/** Fetches the bytes of a message by its id, which the puppet keeps while it runs. */
export function botFetcher(live: LiveBot): Fetcher {
  return async (id, most) => {
    const { wechaty } = live
    if (wechaty === null) return { ok: false, retryable: true, reason: 'bot-offline' }
    const message = await wechaty.Message.find({ id }).catch(() => undefined)
    if (message === undefined) return { ok: false, retryable: false, reason: 'media-gone' }
    const file = await message.toFileBox()
    return file.size > most ? tooLarge : bytesOf(await file.toBuffer(), most)
  }
}

const tooLarge: Fetched = { ok: false, retryable: false, reason: 'too-large' }

function bytesOf(buffer: Buffer, most: number): Fetched {
  return buffer.length > most ? tooLarge : { ok: true, bytes: new Uint8Array(buffer) }
}
