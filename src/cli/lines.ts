import type { Readable } from 'node:stream'

/**
 * A stream's lines, in groups as they arrive: only a line feed ends one (readline also breaks at U+2028, which
 * people paste). The last need not be ended.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<readonly string[]> {
  stream.setEncoding('utf8')
  let rest = ''
  for await (const chunk of stream) {
    const pieces = (rest + String(chunk)).split('\n')
    rest = pieces.pop() ?? ''
    if (pieces.length > 0) yield pieces.map(withoutReturn)
  }
  if (rest !== '') yield [withoutReturn(rest)]
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
