import type { FloodRecord } from '#domain/flooding.ts'
import { dateTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { floodTexts as say } from './texts.ts'

/** What is on record, in one line: when, who, what, why. */
export function floodLine(record: FloodRecord): string {
  const who = record.by.role === 'system' ? say.byRule : record.by.name
  return `${dateTime(record.at)} ${who} ${whatOf(record)}`
}

function whatOf(record: FloodRecord): string {
  switch (record.type) {
    case 'suspected':
      return fill(say.lines.suspected, record.data)
    case 'folded': {
      const { into, numbers, reason } = record.data
      return fill(say.lines.folded, { into, numbers: numbers.join('、'), reason })
    }
    case 'blocked': {
      const { until, reason } = record.data
      return fill(say.lines.blocked, { until: dateTime(until), reason })
    }
    case 'kept':
      return fill(say.lines.kept, record.data)
    case 'lifted':
      return fill(say.lines.lifted, record.data)
  }
}
