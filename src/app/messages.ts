import type { Language } from '#intents/types.ts'
import type { Coordinates } from '#routing/types.ts'
import type { Attachment, Channel } from '#domain/ticket/events.ts'
import type { Choice, QuestionKind, ReplyCard } from '#domain/dialogue/reply.ts'

/** A message from any channel, before it is understood. */
export type InboundMessage = {
  /** `${channel}:${the channel's own event id}`; processing is idempotent by it. */
  readonly id: string
  readonly channel: Channel
  /** The channel's identity of the sender (a LINE user id, a web-chat session's id). Personal data. */
  readonly sender: string
  /** When it was sent, UTC milliseconds. */
  readonly at: number
  readonly content:
    | {
        readonly type: 'text'
        readonly text: string
        /** What was too long to be read: kept with the message. */
        readonly rest?: string
      }
    | {
        readonly type: 'choice'
        readonly questionId: string
        readonly choiceId: string
        /** The words on the button, for the transcript. */
        readonly label: string | null
      }
    | {
        readonly type: 'location'
        readonly coordinates: Coordinates
        readonly label: string | null
      }
    | {
        readonly type: 'attachments'
        readonly attachments: readonly Attachment[]
        /** Where one of them says it was taken, when that is known already. */
        readonly location?: Coordinates | null
      }
    | { readonly type: 'sticker' }
    | { readonly type: 'joined' }
    | { readonly type: 'left' }
    /** The bot was brought into a group, or spoken to there; the words of others are not kept. */
    | { readonly type: 'in-group' }
  /** The channel's means to answer this very message, while it lives. */
  readonly replyToken: { readonly token: string; readonly expiresAt: number } | null
}

/** A message to a person, ready to be translated by a channel. */
export type OutboundMessage = {
  /** A UUID; also the channel's idempotency key (LINE's X-Line-Retry-Key). */
  readonly id: string
  readonly dialogueId: string
  readonly channel: Channel
  readonly personId: string
  /** Inbox id it answers; its reply token may be used while fresh. */
  readonly inReplyTo: string | null
  /** Messages of one turn share it and go out together, in `index` order. */
  readonly batch: string
  readonly index: number
  readonly text: string
  readonly choices: readonly Choice[]
  readonly questionId: string | null
  /** What kind of answer is awaited; null: none. */
  readonly asks: QuestionKind | null
  readonly card: ReplyCard | null
  /** What `text` is in; a channel's own labels follow it. */
  readonly language: Language
  readonly createdAt: number
}

/** What a channel's sender reports of one batch. */
export type SendResult =
  | { readonly ok: true }
  /** `retryAt`: the channel said when; null leaves it to the outbox's backoff. */
  | {
      readonly ok: false
      readonly retryable: boolean
      readonly reason: string
      readonly retryAt: number | null
    }
