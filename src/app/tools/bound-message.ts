import type { InboundMessage } from '#app/messages.ts'
import type { Inbox } from '#app/ports.ts'

/** Longest text of one message that is read, in UTF-16 units: as long as the longest of any channel. */
export const mostText = 5_000
/** Longest of what is kept beside it for whoever looks it up. */
const mostRest = 100_000
const mostLabel = 200
/** Files of one message, or of many put together. */
const mostAttachments = 200

/** What no keyboard writes: C0 without tab and line break, C1. */
// eslint-disable-next-line no-control-regex -- these signs are what it is for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** In one line, breaks and turns of direction too: they make a name look like another. */
const unseen = /[\t\r\n\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g

/** Words without signs that cannot be seen. */
function plainText(text: string): string {
  return text.replaceAll(controls, '')
}

/** A name or label in one line, without signs that cannot be seen; cut where it is too long. */
export function plainName(name: string, most = mostLabel): string {
  return cut(plainText(name.replaceAll(unseen, ' ')).trim(), most)
}

/** The beginning of a text; a pair of surrogates stays together. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most
  return text.slice(0, end)
}

/**
 * A message as it is stored, whatever its channel let through: a text that is too long is read as far as `mostText`,
 * and the rest is kept with it; names and labels are one short line. Linear in its length.
 */
export function boundMessage(message: InboundMessage): InboundMessage {
  return { ...message, content: boundContent(message.content) }
}

/** An inbox into which every message goes bounded. */
export function boundedInbox(inbox: Inbox): Inbox {
  return { ...inbox, put: (message) => inbox.put(boundMessage(message)) }
}

function boundContent(content: InboundMessage['content']): InboundMessage['content'] {
  switch (content.type) {
    case 'text':
      return boundText(plainText(content.text))
    case 'choice':
      return { ...content, label: nameOrNull(content.label) }
    case 'location':
      return { ...content, label: nameOrNull(content.label) }
    case 'attachments': {
      const kept = content.attachments.slice(0, mostAttachments)
      return {
        ...content,
        attachments: kept.map((one) => ({ ...one, name: nameOrNull(one.name) })),
      }
    }
    case 'sticker':
    case 'joined':
    case 'left':
    case 'in-group':
      return content
  }
}

function boundText(text: string): InboundMessage['content'] {
  const read = cut(text, mostText)
  const rest = text.slice(read.length)
  if (rest === '') return { type: 'text', text }
  return { type: 'text', text: read, rest: cut(rest, mostRest) }
}

function nameOrNull(name: string | null): string | null {
  return name === null ? null : plainName(name)
}
