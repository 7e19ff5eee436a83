/**
 * LINE's limits, in UTF-16 code units unless said otherwise. An alternative text may be longer since 2024; the
 * older limit is kept, a notification shows far less.
 */
export const limits = {
  /** Messages of one call. */
  messages: 5,
  text: 5000,
  altText: 400,
  /** Quick replies of a message. */
  choices: 13,
  quickReplyLabel: 20,
  buttonLabel: 40,
  postbackData: 300,
  displayText: 300,
  /** A bubble's JSON, in bytes of UTF-8; LINE takes 30 KB. */
  bubbleBytes: 30_000,
  /** One text inside a bubble. */
  flexText: 2000,
} as const

/** A text cut to `length`, its end marked; never in the middle of a character. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  return `${whole(text.slice(0, length - 1))}…`
}

/** A text in pieces of at most `length`, cut at a line's end where one is near. Nothing is lost but blanks there. */
export function pieces(text: string, length: number): string[] {
  if (text.length <= length) return text.trim() === '' ? [] : [text]
  const most = whole(text.slice(0, length))
  const lineEnd = most.lastIndexOf('\n')
  const piece = lineEnd > length / 2 ? most.slice(0, lineEnd) : most
  return [piece, ...pieces(text.slice(piece.length).trimStart(), length)].filter(
    (one) => one.trim() !== '',
  )
}

/** Without the first half of a character cut in two. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '')
}
