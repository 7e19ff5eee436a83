import type { ReplyKey } from '#intents/replies/types.ts'
import type { TicketStatus } from '../ticket/status.ts'

/** Every kind of question; each is one declaration (questions/). */
export type QuestionKind =
  | 'category'
  | 'place'
  | 'candidates'
  | 'photo-place'
  | 'pin-town'
  | 'confirm'
  | 'which-ticket'
  | 'ticket-number'
  | 'contacted'
  | 'solved'
  | 'satisfied'
  | 'verdict'
  | 'withdraw'
  | 'exclusion'
  | 'exclusion-word'
  | 'correction'
  | 'repeat'
  | 'handoff'
  | 'meant'

/** The question whose answer is awaited; a button carries its `id`, so an old button is recognised. */
export type Question = {
  readonly id: string
  readonly kind: QuestionKind
  readonly choices: readonly Choice[]
  readonly askedAt: number
  /** Its words, to be put again; absent in dialogues stored before they were kept. */
  readonly said?: Pick<Reply, 'key' | 'slots' | 'card'>
}

export type Choice = { readonly id: string; readonly label: string }

/** What the bot says: a key of intents/replies with its slots filled; rendered in the dialogue's language by the app. */
export type Reply = {
  readonly key: ReplyKey
  readonly slots: Readonly<Record<string, string | number>>
  readonly choices: readonly Choice[]
  readonly questionId: string | null
  /** What kind of answer is awaited: a channel may offer its own means, such as a pin. */
  readonly asks: QuestionKind | null
  /** Facts for channels that draw cards instead of plain text. */
  readonly card: ReplyCard | null
}

export type ReplyCard =
  | {
      readonly type: 'summary'
      readonly items: readonly SummaryItem[]
      readonly place: string
      readonly when: string | null
    }
  | {
      readonly type: 'receipt'
      readonly tickets: readonly {
        readonly number: string
        readonly category: string
        readonly place: string
        readonly handler: string
        readonly clause: string
        readonly due: number | null
      }[]
      readonly code: string | null
    }
  | {
      readonly type: 'progress'
      readonly number: string
      readonly state: TicketStatus
      /** `state` in words. */
      readonly status: string
      readonly category: string
      readonly handler: string
      readonly due: number | null
      /** The last step; empty when the message itself tells it. */
      readonly text: string
    }
  | {
      readonly type: 'callback'
      readonly number: string
      readonly category: string
      readonly handler: string
      /** Which of the three questions. */
      readonly step: 1 | 2 | 3
    }

export type SummaryItem = {
  readonly category: string
  readonly handler: string
  readonly clause: string
  /** The plan's sentence that makes the unit responsible. */
  readonly sentence: string
  /** UTC milliseconds. */
  readonly due: number
  /** Where this one is, when the problems are at different places. */
  readonly place?: string
}
