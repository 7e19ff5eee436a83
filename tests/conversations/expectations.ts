import { unitLabel, categoryLabel } from '#app/tools/converse-tools.ts'
import { sayIn } from '#app/tools/render.ts'
import type { OwnTicket } from './world.ts'

const urgencies = { urgent: '紧急', fast: '加急', general: '一般', complex: '疑难' } as const

type Fact = (own: OwnTicket) => string

/** What a line 工单：key=value may ask of a ticket. A value matches when the fact begins with it. */
const facts: Readonly<Record<string, Fact>> = {
  类别: ({ ticket }) => (ticket.category === null ? '待定' : categoryLabel(ticket.category)),
  单位: ({ ticket }) => (ticket.handler === null ? '待派' : unitLabel(ticket.handler)),
  镇街: ({ ticket }) => (ticket.place.town === null ? '未知' : unitLabel(ticket.place.town)),
  村居: ({ ticket }) => ticket.place.village ?? '未知',
  位置: ({ ticket }) => ticket.place.spot ?? '未知',
  坐标: ({ ticket }) => (ticket.place.coordinates === null ? '无' : '有'),
  紧急: ({ ticket }) => urgencies[ticket.urgency],
  时间: ({ ticket }) => ticket.opened.when ?? '未知',
  状态: ({ ticket }) => sayIn('zh-hans', `state.${ticket.status}`),
  催办: ({ ticket }) => `${String(ticket.urgedAt.length)}次`,
  保密: ({ ticket }) => (ticket.opened.secrecy ? '是' : '否'),
  照片: ({ ticket, events }) => `${String(photosOf({ ticket, events }))}张`,
  二次办理: ({ ticket }) => `${String(ticket.reopenings)}次`,
  回访: ({ ticket }) => callbackOf(ticket),
  评价: ({ ticket }) => ratingOf(ticket),
  依据: ({ ticket }) => {
    const clause = ticket.dispatch?.routing.clause
    return clause === undefined
      ? '无'
      : `${sayIn('zh-hans', `annex.${clause.annex}`)}${String(clause.task)}`
  },
}

/** Facts whose value may stand anywhere in the text. */
const texts: Readonly<Record<string, Fact>> = {
  内容: ({ ticket }) => ticket.opened.text,
  补充: ({ events }) =>
    events.map((event) => (event.type === 'supplemented' ? event.data.text : '')).join('\n'),
  催办内容: ({ events }) =>
    events.map((event) => (event.type === 'urged' ? event.data.text : '')).join('\n'),
}

function photosOf({ ticket, events }: OwnTicket): number {
  return events.reduce(
    (sum, event) => sum + (event.type === 'supplemented' ? event.data.attachments.length : 0),
    ticket.opened.attachments.length,
  )
}

function callbackOf({ callback, unreachable }: OwnTicket['ticket']): string {
  if (unreachable) return '联系不上'
  if (callback === null) return '无'
  if (callback.settledAt !== null) return '已完成'
  return callback.via === 'phone' ? '电话' : `渠道，提醒${String(callback.reminders)}次`
}

function ratingOf({ rating }: OwnTicket['ticket']): string {
  if (rating === null) return '无'
  return [
    sayIn('zh-hans', rating.contacted ? 'choice.yes' : 'choice.no'),
    sayIn('zh-hans', `choice.${rating.solved}`),
    sayIn('zh-hans', `choice.${rating.satisfied}`),
  ].join('/')
}

/** Whether a ticket is as `wanted` (key=value, parted by spaces) says. Throws on an unknown key. */
export function isAsWanted(own: OwnTicket, wanted: string): boolean {
  return wanted
    .split(/\s+/)
    .filter((pair) => pair !== '')
    .every((pair) => {
      const [key = '', value = ''] = pair.split('=')
      const fact = facts[key]
      const text = texts[key]
      if (fact !== undefined) return fact(own).startsWith(value)
      if (text !== undefined) return text(own).includes(value)
      throw new Error(`a ticket has no ${key}`)
    })
}

/** A ticket in the words of a transcript, for the message of a failed line. */
export function described(own: OwnTicket): string {
  return Object.entries({ ...facts, ...texts })
    .map(([key, fact]) => `${key}=${fact(own)}`)
    .join(' ')
}

/** The first of the pieces (parted by …) that is not in the text, in their order; null when all are. */
export function missingPiece(text: string, wanted: string): string | null {
  let from = 0
  for (const piece of wanted.split('…').map((part) => part.trim())) {
    if (piece === '') continue
    const at = text.indexOf(piece, from)
    if (at < 0) return piece
    from = at + piece.length
  }
  return null
}
