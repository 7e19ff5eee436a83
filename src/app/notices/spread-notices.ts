import { leavesAt, modeOf, quietUntil } from '#domain/notices/choices.ts'
import { matters } from '#domain/notices/matters.ts'
import type { Ctx } from '#app/ctx.ts'
import { recipients } from './notice-recipients.ts'
import type { Recipient } from './notice-recipients.ts'
import type { StoredNotice } from './notices-port.ts'
import { writeNotices } from './write-notices.ts'

/** Notices put into the queue at a time, in one commit. */
const perCommit = 50
/** More than these of one recipient leave as a second message. */
const perMessage = 20
const perRun = 50

/**
 * Puts new notices into the queue of everybody who wants them outside the desk, by each one's choices as they
 * are now. Once, whoever else does the same. Returns how many notices were spread.
 */
export async function spreadNotices(ctx: Ctx): Promise<number> {
  const notices = await ctx.noticeQueue.unspread(perCommit)
  if (notices.length === 0) return 0
  const everybody = await recipients(ctx)
  const now = ctx.now()
  const queued = notices.flatMap((notice) =>
    everybody
      .filter(({ hears }) => hears(notice))
      .flatMap(({ key, choices }) => {
        const { matter, facts } = notice
        const dueAt = leavesAt(choices, { matter, at: now, urgency: facts.urgency })
        return dueAt === null ? [] : [{ position: notice.position, recipient: key, dueAt }]
      }),
  )
  await ctx.noticeQueue.spread(notices, queued)
  return notices.length
}

/**
 * Makes messages of what is due, one per recipient, and gives them to the outbox; also after a stop of any
 * length. Choices count as they are now: what has been switched off since is dropped, and what would come in
 * the quiet hours because the house was stopped waits for their end.
 */
export async function gatherNotices(ctx: Ctx): Promise<number> {
  const now = ctx.now()
  let known: ReadonlyMap<string, Recipient> | null = null
  let gathered = 0
  for (; gathered < perRun; gathered += 1) {
    const due = await ctx.noticeQueue.due(now, perMessage)
    if (due === null) break
    known ??= new Map((await recipients(ctx)).map((one) => [one.key, one]))
    const recipient = known.get(due.recipient)
    if (recipient === undefined) await ctx.noticeQueue.gather(due.recipient, due.notices, null)
    else await gatherFor(ctx, recipient, due.notices)
  }
  return gathered
}

async function gatherFor(
  ctx: Ctx,
  { key, address, choices, unit }: Recipient,
  notices: readonly StoredNotice[],
): Promise<void> {
  const now = ctx.now()
  const wanted = notices.filter(({ matter }) => modeOf(choices, matters[matter].kind) !== 'off')
  const freeAt = ({ facts }: StoredNotice) => quietUntil(choices, now, facts.urgency)
  const ready = wanted.filter((notice) => freeAt(notice) <= now)
  const later = wanted.filter((notice) => freeAt(notice) > now)
  const [next] = later
  if (next !== undefined) await ctx.noticeQueue.postpone(key, later, freeAt(next))
  const dropped = notices.filter((notice) => !wanted.includes(notice))
  if (dropped.length > 0) await ctx.noticeQueue.gather(key, dropped, null)
  if (ready.length === 0) return
  await ctx.noticeQueue.gather(key, ready, {
    batch: ctx.newId(),
    recipient: key,
    way: address.way,
    ...writeNotices(ctx, ready, unit),
    purpose: 'notices',
    createdAt: now,
  })
}
