import { understand } from '#intents/understand.ts'
import { boundMessage } from '#app/tools/bound-message.ts'
import type { Ctx } from '#app/ctx.ts'
import type { InboundMessage } from '#app/messages.ts'

/** As many messages of one person are answered one by one within so long, on whatever channel. */
const most = 20
const windowMs = 60_000
/** Those beyond are answered together once the person has been quiet for so long… */
const quietMs = 30_000
/** …but are not kept waiting longer than this. */
const longestMs = 10 * 60_000

/**
 * What to do with the first message of a person that is not answered: 'go' as always; 'tell' the person once to
 * wait; 'wait' until they are quiet; 'together' with all of its kind. Whoever speaks of danger is never kept
 * waiting.
 */
export type Pace = 'go' | 'tell' | 'wait' | 'together'

export async function paceOf(ctx: Ctx, first: InboundMessage): Promise<Pace> {
  const { place, storedAt, newestAt, isTold } = await ctx.inbox.crowd(first.id, windowMs)
  if (place <= most) return 'go'
  const now = ctx.now()
  if (now - newestAt >= quietMs || now - storedAt >= longestMs) return 'together'
  return isTold ? 'wait' : 'tell'
}

/** Whether its words speak of danger. */
export function isUrgent({ content }: InboundMessage): boolean {
  return content.type === 'text' && understand(content.text).danger !== null
}

/** The messages of the first one's kind, in order: answered as one. */
export function ofOneKind(waiting: readonly InboundMessage[]): InboundMessage[] {
  const kind = waiting[0]?.content.type
  return waiting.filter(({ content }) => content.type === kind)
}

/** Messages of one kind but words as one: the files of all, else the last. Throws on an empty row. */
export function putTogether(row: readonly InboundMessage[]): InboundMessage {
  const [first, last] = [row[0], row.at(-1)]
  if (first === undefined || last === undefined) throw new Error('an empty row of messages')
  if (first === last) return first
  return boundMessage({ ...last, at: first.at, content: contentOf(row, last.content) })
}

type Content = InboundMessage['content']

function contentOf(row: readonly InboundMessage[], last: Content): Content {
  const contents = row.map(({ content }) => content)
  if (last.type !== 'attachments') return last
  const attachments = contents.flatMap((content) =>
    content.type === 'attachments' ? content.attachments : [],
  )
  return { ...last, attachments }
}
