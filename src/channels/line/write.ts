import type { messagingApi } from '@line/bot-sdk'
import type { OutboundMessage } from '#app/messages.ts'

/** LINE's limits: characters of a text, of a label and of postback data, buttons, messages a request. */
const limits = { text: 5000, label: 20, data: 300, choices: 13, messages: 5 } as const

/** Our messages → LINE's, at most five: what would be more is said together with the fifth. */
export function writeMessages(batch: readonly OutboundMessage[]): messagingApi.TextMessage[] {
  const kept = batch.slice(0, limits.messages - 1)
  const rest = batch.slice(limits.messages - 1)
  const last = rest.at(-1)
  const joined =
    last === undefined ? [] : [{ ...last, text: rest.map((one) => one.text).join('\n\n') }]
  return [...kept, ...joined].map(writeMessage)
}

function writeMessage(message: OutboundMessage): messagingApi.TextMessage {
  const text: messagingApi.TextMessage = { type: 'text', text: clip(message.text, limits.text) }
  const items = message.choices
    .slice(0, limits.choices)
    .map((choice) => quickReply(message, choice))
  return items.length === 0 ? text : { ...text, quickReply: { items } }
}

function quickReply(
  message: OutboundMessage,
  choice: OutboundMessage['choices'][number],
): messagingApi.QuickReplyItem {
  const label = clip(choice.label, limits.label)
  return {
    type: 'action',
    action: {
      type: 'postback',
      label,
      data: postbackData({ q: message.questionId ?? '', c: choice.id }, choice.label),
      displayText: choice.label,
    },
  }
}

/** The words on the button come back with it for the transcript: all of them, or as many as LINE has room for. */
function postbackData(answer: Readonly<Record<'q' | 'c', string>>, label: string): string {
  const short = clip(label, limits.label)
  const whole = [label, short].map((l) => new URLSearchParams({ ...answer, l }).toString())
  const fitting = whole.find((data) => data.length <= limits.data)
  return fitting ?? new URLSearchParams(answer).toString()
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}
