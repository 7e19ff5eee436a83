import type { messagingApi } from '@line/bot-sdk'

/** Limits of LINE's Messaging API reference: text, quick-reply items, labels, postback data, display text. */
const limits = { messages: 5, text: 5000, items: 13, label: 20, data: 300, displayText: 300 }

/** Why LINE would answer 400 to these messages; null when it would take them. */
export function faultOf(messages: readonly messagingApi.TextMessage[]): string | null {
  if (messages.length === 0 || messages.length > limits.messages) return 'messages'
  return messages.map(faultOfOne).find((fault) => fault !== null) ?? null
}

function faultOfOne({ text, quickReply }: messagingApi.TextMessage): string | null {
  if (text.length === 0 || text.length > limits.text) return 'text'
  const items = quickReply?.items
  if (items === undefined) return null
  if (items.length === 0 || items.length > limits.items) return 'quickReply'
  const within = items.every(({ action }) => action === undefined || isWithin(action))
  return within ? null : 'action'
}

function isWithin(action: messagingApi.Action): boolean {
  if (action.type !== 'postback') return false
  const { label = '', data = '', displayText = '' } = action as messagingApi.PostbackAction // safe by its type field
  return (
    label.length > 0 &&
    label.length <= limits.label &&
    data.length > 0 &&
    data.length <= limits.data &&
    displayText.length <= limits.displayText
  )
}
