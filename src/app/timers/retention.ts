import { dayStart } from '#routing/calendar.ts'
import { withoutHeld } from '#domain/dialogue/dialogue.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import { settings } from '#domain/ticket/settings.ts'
import { retentionYears } from '#app/settings/book.ts'
import { eachApart } from '#app/tools/apart.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { noChange } from '#app/tickets/plan-change.ts'

/** Tickets whose persons are erased in one round of the timers. */
const perRound = 50

/** Erasing is the administrator's; the timers do it on their standing order. */
const keeper: Actor = { id: 'system', role: 'administrator', unit: null, name: 'system' }

/** The moment `years` before `now` (UTC milliseconds), by the calendar: leap years count. */
export function yearsBefore(now: number, years: number): number {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() - years)
  return then.getTime()
}

/**
 * Erases the persons of tickets that ended long enough ago (rulebook, Privacy): a marker in the history, nothing
 * personal left. Safe to run at any time. Gives how many tickets.
 */
export function eraseExpired(given: Ctx): Promise<number> {
  const ctx: Ctx = { ...given, actor: keeper }
  const before = yearsBefore(ctx.now(), retentionYears(ctx.settingBook.known(), ctx.now()))
  return eachApart(ctx, {
    stage: 'erasing',
    perRound,
    due: (limit) => ctx.archive.erasable(before, limit),
    work: async (ticketId) => {
      const result = await changeTicket(ctx, ticketId, { type: 'erase' })
      if (!isRefusal(result)) return true
      ctx.log.warn('retention.refused', { ticket: ticketId, code: result.refused })
      return false
    },
  })
}

const hour = 3_600_000
const day = 24 * hour

/**
 * Forgets, once an hour, what no ticket keeps: people who never had one and have fallen silent, words nobody
 * confirmed, the talk about tickets that are over, files that came into none, sign-ins of before. At night the
 * database is written anew where something was erased. Gives how much was forgotten.
 */
export async function forgetUnconfirmed(ctx: Ctx): Promise<number> {
  const { forgetting } = ctx
  await leaveNoRemains(ctx)
  const now = ctx.now()
  if (!(await forgetting.begin(now, hour))) return 0
  const before = now - settings.unconfirmedDays * day
  // Words first: what a dialogue holds keeps its files and its person's talk.
  const held = await forgetHeld(ctx, before)
  const people = await untilNone(ctx, () => forgetting.people(before))
  const messages = await untilNone(ctx, () => forgetting.talk(before))
  const files = await untilNone(ctx, () => forgetting.files(before))
  await forgetting.expired(now, before)
  const forgotten = held + people + messages + files
  if (forgotten > 0) ctx.log.info('retention.forgot', { held, people, messages, files })
  return forgotten
}

/** In turns, so that whoever is served here beside gets theirs. Gives how many. */
async function untilNone(ctx: Ctx, forgetSome: () => Promise<number>): Promise<number> {
  for (let all = 0; ;) {
    const some = await forgetSome()
    if (some === 0) return all
    all += some
    await ctx.pause(0)
  }
}

/** Drafts and questions that nobody came back to; who has written meanwhile keeps theirs. */
function forgetHeld(ctx: Ctx, before: number): Promise<number> {
  return eachApart(ctx, {
    stage: 'forgetting',
    perRound,
    due: async (limit) => (await ctx.dialogues.holding(before, limit)).map(({ id }) => id),
    work: async (id) => {
      const dialogue = await ctx.dialogues.get(id)
      if (dialogue === null) return false
      const next = { ...withoutHeld(dialogue), version: dialogue.version + 1 }
      return (await ctx.store.commit({ ...noChange, dialogue: next })) === 'committed'
    },
  })
}

/** The next night after `at`, UTC milliseconds: when nobody minds waiting for a few seconds. */
export function nightAfter(at: number): number {
  const tonight = dayStart(at) + settings.rewriteAt * hour
  return tonight > at ? tonight : tonight + day
}

async function leaveNoRemains(ctx: Ctx): Promise<void> {
  const since = await ctx.forgetting.remainsSince()
  if (since === null || ctx.now() < nightAfter(since)) return
  const done = await ctx.forgetting.rewrite(ctx.now())
  if (done) ctx.log.info('retention.rewritten')
  else ctx.log.warn('retention.not-rewritten')
}
