import { isRefusal } from '#domain/refusal.ts'
import { inPhoneQueue } from '#domain/ticket/callback.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { apart, eachApart } from '#app/tools/apart.ts'
import { sealHistory } from '#app/evaluation/audit.ts'
import { changeTicket } from '#app/tickets/change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { deliverOutbox } from '#app/outbox/deliver-outbox.ts'
import { forgetImports } from '#app/import/import-files.ts'
import { system } from '#app/tickets/plan-change.ts'
import { processMessage } from '#app/talk/receive-message.ts'
import { eraseExpired, forgetUnconfirmed } from './retention.ts'

/** How long a message is left to the request that brought it, before the timers take it up. */
const patienceMs = 10_000
const perRound = 100

/** `settleMs`: how old an unfinished message must be; 0 right after a start, when no request of before is still at work. */
export type TimerOptions = { readonly settleMs?: number }

type Stage = (ctx: Ctx, options: TimerOptions) => Promise<number>

/**
 * What happens without a person: messages stored but never finished (a crash came between), clocks that have rung,
 * persons to erase, words to forget, history to seal, files to forget, messages to send. Each is safe to run at any time, twice at
 * once, and after a stop of any length; none depends on another. Gives how much was done.
 */
export const stages = {
  messages: (ctx, { settleMs = patienceMs }) => finishMessages(ctx, settleMs),
  clocks: ringClocks,
  erasing: eraseExpired,
  forgetting: forgetUnconfirmed,
  sealing: async (ctx) => {
    await sealHistory(ctx)
    return 0
  },
  imports: async (ctx) => {
    await forgetImports(ctx)
    return 0
  },
  outbox: deliverOutbox,
} as const satisfies Record<string, Stage>

export type StageName = keyof typeof stages

const nothing: Readonly<Record<StageName, number>> = {
  messages: 0,
  clocks: 0,
  erasing: 0,
  forgetting: 0,
  sealing: 0,
  imports: 0,
  outbox: 0,
}

/** Runs one stage once; throws what went wrong. */
export async function runStage(
  given: Ctx,
  name: StageName,
  options: TimerOptions = {},
): Promise<number> {
  await given.settingBook.fresh(given.now())
  return stages[name]({ ...given, actor: system }, options)
}

/** Runs every stage once; one that fails is logged, and holds up no other. Returns how much was done. */
export async function runTimers(
  ctx: Ctx,
  options: TimerOptions = {},
): Promise<{ messages: number; tickets: number; batches: number }> {
  const done: Record<StageName, number> = { ...nothing }
  // Safe because the keys of a literal are what it was written with.
  for (const name of Object.keys(stages) as StageName[]) {
    const work = () => runStage(ctx, name, options)
    done[name] = await apart(ctx, name, { work, otherwise: 0 })
  }
  return { messages: done.messages, tickets: done.clocks, batches: done.outbox }
}

async function finishMessages(ctx: Ctx, settleMs: number): Promise<number> {
  // A sender's last one: those before it come first, and short ones that belong together are answered as one.
  const waiting = await ctx.inbox.unfinished(ctx.now() - settleMs, perRound)
  for (const message of waiting) {
    // Logged and counted there. It holds up its sender's later messages, not other people's, nor the clocks.
    await processMessage(ctx, message, { isCounted: true }).catch(() => false)
  }
  return waiting.length
}

/** Nobody answered in the channel and no number is on file: counted as unreachable, and shown as such. */
async function giveUpUncallable(ctx: Ctx, ticket: Ticket): Promise<void> {
  if (!inPhoneQueue(ticket) || ticket.opened.channel === 'hotline') return
  const { citizenId } = ticket.opened
  if (citizenId !== null && (await ctx.people.hasPhone(citizenId))) return
  await changeTicket(ctx, ticket.id, { type: 'give-up-callback', because: 'unreachable' })
}

function ringClocks(ctx: Ctx): Promise<number> {
  return eachApart(ctx, {
    stage: 'clocks',
    perRound,
    due: (limit) => ctx.readers.ringing(ctx.now(), limit),
    work: async (ticketId) => {
      const result = await changeTicket(ctx, ticketId, { type: 'tick' })
      if (isRefusal(result)) {
        ctx.log.warn('timer.refused', { ticket: ticketId, code: result.refused })
        return false
      }
      await giveUpUncallable(ctx, result)
      return true
    },
  })
}
