import { faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'

/** Text of a CSV file: UTF-8, UTF-16 where it says so, else GB 18030, which office software on Chinese Windows writes. */
export function decodeCsv(bytes: Uint8Array): string | TableFault {
  const mark = `${String(bytes[0])} ${String(bytes[1])}`
  const said = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : null
  if (said !== null) return decoded(bytes, said) ?? faultOf('encoding')
  // Text has no NUL: it is a picture, a program, anything.
  if (bytes.includes(0)) return faultOf('notTable')
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030') ?? faultOf('encoding')
}

/** null when it is not in that encoding, or the platform does not know it. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What parts the cells: the sign the first line has most of. */
export function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1)
  const counted = [',', '\t', ';'].map((sign) => ({ sign, n: line.split(sign).length }))
  return counted.reduce((best, one) => (one.n > best.n ? one : best)).sign
}
