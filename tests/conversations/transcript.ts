/** One line of a transcript: who or what, which ticket (1 is the first), and the words after the colon. */
export type Line = {
  readonly at: number
  readonly head: string
  readonly ticket: number | null
  readonly rest: string
}

/** One conversation: its title, what it is expected to show, line by line. */
export type Conversation = { readonly title: string; readonly lines: readonly Line[] }

const titleLine = /^【(.+)】$/
const spokenLine = /^([^：#]+)(?:#(\d+))?(?:：(.*))?$/

/**
 * Reads a transcript file: conversations, each begun by a line 【title】. Empty lines and lines that begin
 * with `——` are for people. Throws on a line it cannot read.
 */
export function readTranscripts(text: string): readonly Conversation[] {
  const found: { title: string; lines: Line[] }[] = []
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim()
    if (line === '' || line.startsWith('——')) return
    const title = titleLine.exec(line)?.[1]
    if (title !== undefined) {
      found.push({ title, lines: [] })
      return
    }
    const [, head, ticket, rest] = spokenLine.exec(line) ?? []
    const current = found.at(-1)
    if (head === undefined || current === undefined) {
      throw new Error(`line ${String(index + 1)} cannot be read: ${line}`)
    }
    current.lines.push({
      at: index + 1,
      head,
      ticket: ticket === undefined ? null : Number(ticket),
      rest: (rest ?? '').trim(),
    })
  })
  return found
}
