import type { messagingApi } from '@line/bot-sdk'
import type { OutboundMessage } from '#app/messages.ts'
import { quickReplies } from './actions.ts'
import { cardMessage } from './cards.ts'
import { limits, pieces } from './limits.ts'

/**
 * Our messages → LINE's, in calls of at most five. Facts become cards, words texts, a long one several. LINE
 * shows quick replies only under the last message, so those of the last question go there.
 */
export function writeCalls(batch: readonly OutboundMessage[]): messagingApi.Message[][] {
  const written = batch.flatMap(writeMessage)
  const asked = written.findLast((one) => one.quickReply !== undefined)?.quickReply
  const bare = written.map(({ quickReply: _, ...one }): messagingApi.Message => one)
  const last = bare.pop()
  if (last === undefined) return []
  return inCalls([...bare, asked === undefined ? last : { ...last, quickReply: asked }])
}

function inCalls(messages: readonly messagingApi.Message[]): messagingApi.Message[][] {
  const count = Math.ceil(messages.length / limits.messages)
  return Array.from({ length: count }, (_, call) =>
    messages.slice(call * limits.messages, (call + 1) * limits.messages),
  )
}

/** The choices of what became a card are its buttons; those of a text go below it. */
function writeMessage(message: OutboundMessage): messagingApi.Message[] {
  const card = cardMessage(message)
  if (card !== null) return [{ ...card, ...quickReplies(message, []) }]
  const texts = pieces(message.text, limits.text)
  return texts.map((text) => ({ type: 'text', text, ...quickReplies(message, message.choices) }))
}
