import { createHmac } from 'node:crypto'
import type { webhook } from '@line/bot-sdk'

/** The secret both sides of the tests share. */
export const channelSecret = 'channel secret of the tests'
export const channelAccessToken = 'access token of the tests'

type Given = {
  /** LINE's webhookEventId. */
  readonly id: string
  /** LINE's user id. */
  readonly user: string
  /** When it was sent, UTC milliseconds. */
  readonly at: number
  readonly mode?: webhook.EventMode
  readonly isRedelivery?: boolean
}

/** A LINE user id, as LINE writes them. */
export function lineUser(n: number): string {
  return `U${n.toString(16).padStart(32, '0')}`
}

function base({ id, user, at, mode, isRedelivery }: Given) {
  return {
    source: { type: 'user', userId: user },
    timestamp: at,
    mode: mode ?? 'active',
    webhookEventId: id,
    deliveryContext: { isRedelivery: isRedelivery ?? false },
  } as const
}

/** The reply token LINE sends with an event; each can be used once. */
function replyTokenOf(id: string): string {
  return `reply-${id}`
}

function message(given: Given, content: webhook.MessageContent): webhook.MessageEvent {
  return { ...base(given), type: 'message', replyToken: replyTokenOf(given.id), message: content }
}

export function textEvent(given: Given, text: string): webhook.MessageEvent {
  return message(given, { type: 'text', id: given.id, text, quoteToken: 'quote' })
}

export function locationEvent(
  given: Given,
  pin: {
    readonly latitude: number
    readonly longitude: number
    readonly title?: string
    readonly address?: string
  },
): webhook.MessageEvent {
  return message(given, { type: 'location', id: given.id, ...pin })
}

export function imageEvent(given: Given): webhook.MessageEvent {
  const contentProvider = { type: 'line' } as const
  return message(given, { type: 'image', id: given.id, contentProvider, quoteToken: 'quote' })
}

export function videoEvent(given: Given): webhook.MessageEvent {
  const contentProvider = { type: 'line' } as const
  return message(given, {
    type: 'video',
    id: given.id,
    duration: 9000,
    contentProvider,
    quoteToken: 'quote',
  })
}

export function audioEvent(given: Given): webhook.MessageEvent {
  const contentProvider = { type: 'line' } as const
  return message(given, { type: 'audio', id: given.id, duration: 9000, contentProvider })
}

export function stickerEvent(given: Given): webhook.MessageEvent {
  return message(given, {
    type: 'sticker',
    id: given.id,
    packageId: '446',
    stickerId: '1988',
    stickerResourceType: 'STATIC',
    quoteToken: 'quote',
  })
}

export function postbackEvent(given: Given, data: string): webhook.PostbackEvent {
  const replyToken = replyTokenOf(given.id)
  return { ...base(given), type: 'postback', replyToken, postback: { data } }
}

export function followEvent(given: Given): webhook.FollowEvent {
  const replyToken = replyTokenOf(given.id)
  return { ...base(given), type: 'follow', replyToken, follow: { isUnblocked: false } }
}

export function unfollowEvent(given: Given): webhook.UnfollowEvent {
  return { ...base(given), type: 'unfollow' }
}

/** A group the bot is in, as LINE writes its id. */
export const group = { type: 'group', groupId: `C${'0'.repeat(31)}1`, userId: lineUser(1) } as const

export function joinEvent(given: Given): webhook.JoinEvent {
  return { ...base(given), source: group, type: 'join', replyToken: replyTokenOf(given.id) }
}

export function leaveEvent(given: Given): webhook.LeaveEvent {
  return { ...base(given), source: group, type: 'leave' }
}

/** Words in the group; `named`: they name the bot. */
export function groupTextEvent(given: Given, text: string, named: boolean): webhook.MessageEvent {
  const mention = {
    mentionees: [{ type: 'user', index: 0, length: 3, userId: lineUser(0), isSelf: named }],
  } as const
  const event = textEvent(given, text)
  // Safe because textEvent makes a text.
  const content = { ...event.message, mention } as unknown as webhook.TextMessageContent
  return { ...event, source: group, message: content }
}

/** LINE's signature of a body's bytes. */
export function signatureOf(body: string | Uint8Array, secret: string = channelSecret): string {
  return createHmac('sha256', secret).update(body).digest('base64')
}

/** A webhook call as LINE makes it: the body and its headers, signed. */
export function signedCall(events: readonly webhook.Event[]): {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
} {
  const request: webhook.CallbackRequest = { destination: lineUser(0), events: [...events] }
  const body = JSON.stringify(request)
  return { body, headers: signedHeaders(body) }
}

export function signedHeaders(body: string | Uint8Array): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-line-signature': signatureOf(body),
    'user-agent': 'LineBotWebhook/2.0',
  }
}
