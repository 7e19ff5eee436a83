import type { webhook } from '@line/bot-sdk'
import type { InboundMessage } from '#app/messages.ts'

/** LINE's reply tokens have to be used within a minute; a margin is left for the way. */
const replyTokenLifeMs = 50_000

/**
 * One webhook event → our message, or null for what the bot does not answer: events in stand-by (another
 * channel has the chat), senders without an id, kinds that need no answer. In a group or room the sender is the
 * group, and nothing that is said there is kept.
 */
export function readEvent(event: webhook.Event, now: number): InboundMessage | null {
  const { source, mode } = event
  if (mode === 'standby' || source === undefined) return null
  const sender = senderOf(source)
  const content = source.type === 'user' ? readContent(event) : readInGroup(event)
  if (content === null || sender === undefined) return null
  return {
    id: `line:${event.webhookEventId}`,
    channel: 'line',
    sender,
    at: event.timestamp,
    content,
    replyToken: tokenOf(event, now),
  }
}

/** Whom an answer is for, as LINE's push knows them. */
function senderOf(source: webhook.Source): string | undefined {
  switch (source.type) {
    case 'user':
      return source.userId
    case 'group':
      return source.groupId
    case 'room':
      return source.roomId
  }
}

/** Only what is meant for the bot: being brought in or taken out, and being named. */
function readInGroup(event: webhook.Event): InboundMessage['content'] | null {
  switch (event.type) {
    case 'join':
      return { type: 'in-group' }
    case 'leave':
      return { type: 'left' }
    case 'message':
      return isNamed(event.message) ? { type: 'in-group' } : null
    default:
      return null
  }
}

function isNamed(message: webhook.MessageContent): boolean {
  if (message.type !== 'text') return false
  return (message.mention?.mentionees ?? []).some(
    (one) => one.type === 'user' && one.isSelf === true,
  )
}

function tokenOf(event: webhook.Event, now: number): InboundMessage['replyToken'] {
  const token = 'replyToken' in event ? event.replyToken : undefined
  return token === undefined ? null : { token, expiresAt: now + replyTokenLifeMs }
}

function readContent(event: webhook.Event): InboundMessage['content'] | null {
  switch (event.type) {
    case 'message':
      return readMessage(event.message)
    case 'postback':
      return readPostback(event.postback.data)
    case 'follow':
      return { type: 'joined' }
    case 'unfollow':
      return { type: 'left' }
    default:
      return null
  }
}

function readMessage(message: webhook.MessageContent): InboundMessage['content'] | null {
  switch (message.type) {
    case 'text':
      return { type: 'text', text: message.text }
    case 'location':
      return {
        type: 'location',
        coordinates: { lat: message.latitude, lon: message.longitude },
        label: [message.address, message.title].filter((part) => part).join(' ') || null,
      }
    case 'sticker':
      return { type: 'sticker' }
    default:
      return readFile(message)
  }
}

function readFile(message: webhook.MessageContent): InboundMessage['content'] | null {
  switch (message.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'file': {
      const name = message.type === 'file' ? message.fileName : null
      return {
        type: 'attachments',
        attachments: [{ id: `line:${message.id}`, kind: message.type, name }],
      }
    }
    default:
      return null
  }
}

/** A button of ours carries its question and choice; anything else is no answer of ours. */
function readPostback(data: string): InboundMessage['content'] | null {
  const fields = new URLSearchParams(data)
  const questionId = fields.get('q')
  const choiceId = fields.get('c')
  if (questionId === null || choiceId === null) return null
  return { type: 'choice', questionId, choiceId, label: fields.get('l') }
}
