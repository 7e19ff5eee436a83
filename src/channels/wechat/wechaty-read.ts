import { types } from 'wechaty'
import type { Contact, Friendship, Message } from 'wechaty'
import type { InboundMessage } from '#app/messages.ts'
import type { Attachment } from '#domain/ticket/events.ts'
import { unshifted } from './earth.ts'

type Content = InboundMessage['content']

const channel = 'wechat-bot'
/** How long after a word in a group the group is told where the answer is. */
const groupWordMs = 10 * 60_000
/** Accounts of WeChat itself, which some puppets take for persons. */
const machines: ReadonlySet<string> = new Set(['weixin', 'newsapp', 'fmessage', 'filehelper'])

const media: ReadonlyMap<types.Message, Attachment['kind']> = new Map([
  [types.Message.Image, 'image'],
  [types.Message.Audio, 'audio'],
  [types.Message.Video, 'video'],
  [types.Message.Attachment, 'file'],
])

/** What WeChat says by itself, not a person. */
const notices: ReadonlySet<types.Message> = new Set([types.Message.Unknown, types.Message.Recalled])

/**
 * Wechaty's message → ours, known by Wechaty's id; null for our own words, those of accounts that are nobody,
 * and words in a group that do not mention us. A group's id is the token to answer there.
 */
export async function readMessage(message: Message): Promise<InboundMessage | null> {
  const talker = message.talker()
  const room = message.room()
  if (message.self() || !isSomebody(talker)) return null
  if (room !== undefined && !(await message.mentionSelf())) return null
  const content = await readContent(message)
  if (content === null) return null
  const at = message.date().getTime()
  return {
    id: `${channel}:${message.id}`,
    channel,
    sender: talker.id,
    at,
    content,
    replyToken: room === undefined ? null : { token: room.id, expiresAt: at + groupWordMs },
  }
}

/** Somebody has become a friend, and is greeted. */
export function readFriend(friendship: Friendship, at: number): InboundMessage {
  const { id: sender } = friendship.contact()
  const id = `${channel}:friend-${friendship.id}`
  return { id, channel, sender, at, content: { type: 'joined' }, replyToken: null }
}

function isSomebody(contact: Contact): boolean {
  return contact.type() !== types.Contact.Official && !machines.has(contact.id)
}

/** A kind we cannot read is answered like a sticker: please tell it in words. */
async function readContent(message: Message): Promise<Content | null> {
  const type = message.type()
  if (type === types.Message.Text) return readText(message)
  if (type === types.Message.Location) return readLocation(message)
  const kind = media.get(type)
  if (kind !== undefined) {
    return { type: 'attachments', attachments: [{ id: message.id, kind, name: null }] }
  }
  return notices.has(type) ? null : { type: 'sticker' }
}

/** Without the mention; a mention without a word is somebody who wants to begin. */
async function readText(message: Message): Promise<Content> {
  const text = (await message.mentionText()).trim()
  return text === '' ? { type: 'joined' } : { type: 'text', text }
}

/**
 * Degrees of Chinese maps (GCJ-02) → WGS84. The puppet is asked itself: `toLocation` of wechaty 1.20 always
 * throws. Some puppets cannot read a location.
 */
async function readLocation({ id, wechaty }: Message): Promise<Content> {
  try {
    const { latitude, longitude, name, address } = await wechaty.puppet.messageLocation(id)
    const coordinates = unshifted({ lat: latitude, lon: longitude })
    const label = [address, name].filter((part) => part !== '').join(' ')
    return { type: 'location', coordinates, label: label === '' ? null : label }
  } catch {
    return { type: 'sticker' }
  }
}
