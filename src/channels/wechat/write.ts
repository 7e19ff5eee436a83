import type { OutboundMessage } from '#app/messages.ts'

/** WeChat's limit of a text, in bytes of UTF-8. */
const maxBytes = 2048

/**
 * A batch as WeChat's texts, as few as hold it: a citizen's message allows only five in answer. Choices are
 * numbered lines. A menu message would give real buttons, but what is tapped there opens the window for
 * messages by a minute only, what is typed by 48 hours.
 */
export function writeTexts(batch: readonly OutboundMessage[]): string[] {
  return inPieces(batch.map(withNumbers).join('\n\n'), maxBytes)
}

function withNumbers({ text, choices }: OutboundMessage): string {
  return [text, ...choices.map(({ label }, index) => `${String(index + 1)}. ${label}`)].join('\n')
}

/** Cuts between lines where it can, else between characters; no piece has more than `limit` bytes. */
export function inPieces(text: string, limit: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of text.split(/(?<=\n)/).flatMap((line) => cut(line, limit))) {
    if (bytesOf(piece + part) > limit) {
      pieces.push(piece)
      piece = ''
    }
    piece += part
  }
  return [...pieces, piece].map((one) => one.trim()).filter((one) => one !== '')
}

/** A line whole when it fits, else its characters. */
function cut(line: string, limit: number): string[] {
  return bytesOf(line) <= limit ? [line] : [...line]
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
