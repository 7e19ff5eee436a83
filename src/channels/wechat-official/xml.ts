import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

/** Nothing but a byte order mark and an XML declaration may come before the root: no DOCTYPE, no entities. */
const bareRoot = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?<xml>/

// Numbers stay text: a message's id is longer than a number is exact. Entities stay as they are written.
const parser = new XMLParser({
  processEntities: false,
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
})

const call = z.object({ xml: z.record(z.string(), z.unknown()) })

/** The fields of one of WeChat's calls by name. Fields with fields of their own are left out. */
export type Fields = Readonly<Record<string, string>>

/** Reads the XML of a call; null when it is none, is not closed, or brings a document type. */
export function readXml(xml: string): Fields | null {
  if (!bareRoot.test(xml)) return null
  let parsed: unknown
  try {
    parsed = parser.parse(xml, true)
  } catch {
    return null
  }
  const checked = call.safeParse(parsed)
  if (!checked.success) return null
  return Object.fromEntries(
    Object.entries(checked.data.xml).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  )
}

/** What XML 1.0 cannot hold in any way. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Fields as WeChat's XML: words as CDATA, in which nothing is markup; numbers bare. Names are ours. */
export function writeXml(fields: Readonly<Record<string, string | number>>): string {
  const inner = Object.entries(fields).map(
    ([name, value]) =>
      `<${name}>${typeof value === 'number' ? String(value) : cdata(value)}</${name}>`,
  )
  return `<xml>${inner.join('')}</xml>`
}

/** The only thing that ends a CDATA section is cut in two. */
function cdata(text: string): string {
  const whole = text.replaceAll(unwritable, '').replaceAll(']]>', ']]]]><![CDATA[>')
  return `<![CDATA[${whole}]]>`
}
