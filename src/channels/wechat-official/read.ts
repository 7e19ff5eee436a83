import type { InboundMessage } from '#app/messages.ts'
import { throughDoor } from '#channels/wechat/doors.ts'
import type { Door } from '#channels/wechat/doors.ts'
import { unshifted } from '#channels/wechat/earth.ts'
import type { Fields } from './xml.ts'

type Content = InboundMessage['content']

const media = { image: 'image', voice: 'audio', video: 'video', shortvideo: 'video' } as const

/**
 * One call's fields → our message; null for what needs no answer, and for what tells not who, when and what.
 * A message is known by its MsgId; an event has none and is known by sender, kind and time.
 */
export function readFields(fields: Fields, door: Door): InboundMessage | null {
  const from = fields['FromUserName'] ?? ''
  const at = Number(fields['CreateTime'] ?? '') * 1000
  const content = readContent(fields, door)
  const own = ownId(fields, from)
  if (from === '' || !(at > 0) || content === null || own === null) return null
  return {
    id: `wechat:${throughDoor(door, own)}`,
    channel: 'wechat',
    sender: throughDoor(door, from),
    at,
    content,
    replyToken: null,
  }
}

/** Two buttons of the menu may be tapped within one second. */
function ownId(fields: Fields, from: string): string | null {
  if (fields['MsgType'] !== 'event') return fields['MsgId'] ?? null
  const { Event: event = '', EventKey: key = '', CreateTime: at = '' } = fields
  return `${from}:${[event, key, at].filter((part) => part !== '').join('-')}`
}

function readContent(fields: Fields, door: Door): Content | null {
  const { MsgType: kind = '' } = fields
  if (kind === '') return null
  return kind === 'event' ? readEvent(fields) : readMessage(kind, fields, door)
}

/**
 * Whether somebody comes or goes, or has tapped the account's menu: its key is what they mean to say. Any other
 * event needs no answer. WeCom writes in small letters what the official account writes in capitals.
 */
function readEvent({ Event: event = '', EventKey: key = '' }: Fields): Content | null {
  switch (event.toLowerCase()) {
    case 'subscribe':
      return { type: 'joined' }
    case 'unsubscribe':
      return { type: 'left' }
    case 'click':
      return key.trim() === '' ? null : { type: 'text', text: key }
    default:
      return null
  }
}

/** A kind we cannot read is answered like a sticker: please tell it in words. */
function readMessage(kind: string, fields: Fields, door: Door): Content | null {
  switch (kind) {
    case 'text':
      return { type: 'text', text: fields['Content'] ?? '' }
    case 'location':
      return readLocation(fields)
    case 'image':
    case 'voice':
    case 'video':
    case 'shortvideo':
      return attached(fields['MediaId'], media[kind], door)
    default:
      return { type: 'sticker' }
  }
}

function attached(
  mediaId: string | undefined,
  kind: (typeof media)[keyof typeof media],
  door: Door,
): Content | null {
  if (mediaId === undefined || mediaId === '') return null
  return {
    type: 'attachments',
    attachments: [{ id: throughDoor(door, mediaId), kind, name: null }],
  }
}

/** X is the latitude. WeChat's degrees are shifted (GCJ-02); ours are WGS84. */
function readLocation(fields: Fields): Content | null {
  const { Location_X: x = '', Location_Y: y = '', Label: label = '' } = fields
  const [lat, lon] = [Number.parseFloat(x), Number.parseFloat(y)]
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return null
  return {
    type: 'location',
    coordinates: unshifted({ lat, lon }),
    label: label === '' ? null : label,
  }
}
