import type { messagingApi } from '@line/bot-sdk'
import type { OutboundMessage } from '#app/messages.ts'
import { sayIn } from '#app/tools/render.ts'
import { asksForPlace } from '#domain/dialogue/questions/index.ts'
import { clip, limits } from './limits.ts'

type Choice = OutboundMessage['choices'][number]

/**
 * A button: its question and choice come back with it, so that an old one is recognised. What is too long to come
 * back is said in words: a choice's words pick it too.
 */
export function answerAction(
  { questionId }: OutboundMessage,
  choice: Choice,
  labelLength: number,
): messagingApi.PostbackAction | messagingApi.MessageAction {
  const label = clip(choice.label, labelLength)
  const words = clip(choice.label, limits.displayText)
  const data = postbackData({ q: questionId ?? '', c: choice.id }, choice.label)
  if (data.length > limits.postbackData) return { type: 'message', label, text: words }
  return { type: 'postback', label, data, displayText: words }
}

/** Choices as quick replies; when a place is asked for, a pin is one of them. */
export function quickReplies(
  message: OutboundMessage,
  choices: readonly Choice[],
): { readonly quickReply?: messagingApi.QuickReply } {
  const pin = asksForPlace(message.asks) ? [locationItem(message)] : []
  const items = choices
    .slice(0, limits.choices - pin.length)
    .map((choice) => item(answerAction(message, choice, limits.quickReplyLabel)))
  return items.length + pin.length === 0 ? {} : { quickReply: { items: [...items, ...pin] } }
}

function locationItem({ language }: OutboundMessage): messagingApi.QuickReplyItem {
  const label = clip(sayIn(language, 'choice.location'), limits.quickReplyLabel)
  const action: messagingApi.LocationAction = { type: 'location', label }
  return item(action)
}

function item(action: messagingApi.Action): messagingApi.QuickReplyItem {
  return { type: 'action', action }
}

/** The words on the button come back with it for the transcript: all of them, or as many as LINE has room for. */
function postbackData(answer: Readonly<Record<'q' | 'c', string>>, label: string): string {
  const short = clip(label, limits.quickReplyLabel)
  const whole = [label, short].map((l) => new URLSearchParams({ ...answer, l }).toString())
  const fitting = whole.find((data) => data.length <= limits.postbackData)
  return fitting ?? new URLSearchParams(answer).toString()
}
