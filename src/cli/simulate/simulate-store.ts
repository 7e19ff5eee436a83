import type { Ctx } from '#app/ctx.ts'
import { noChange, planAnnouncement } from '#app/tickets/plan-change.ts'
import type { Change } from '#app/ports.ts'
import type { SendResult } from '#app/messages.ts'
import { freshDialogue } from '#domain/dialogue/dialogue.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import type { Lived } from './simulate.ts'

const hour = 3_600_000

/** How the last messages to LINE failed: three dead letters and one that will be tried again. */
const failures = [
  { ok: false, retryable: false, reason: 'line-400', retryAt: null },
  { ok: false, retryable: false, reason: 'line-403', retryAt: null },
  { ok: false, retryable: false, reason: 'line-400', retryAt: null },
  { ok: false, retryable: true, reason: 'line-429', retryAt: 6 * hour },
] as const satisfies readonly SendResult[]

/** Stores a simulated season, one commit a ticket, and leaves a few messages that could not be sent. */
export async function storeSeason(ctx: Ctx, season: readonly Lived[]): Promise<void> {
  const unsent = new Set(season.filter(wasWrittenTo).slice(-failures.length))
  for (const lived of season) {
    const stored = await ctx.store.commit(changeOf(ctx, lived, unsent.has(lived)))
    if (stored !== 'committed') throw new Error(`not stored: ${lived.change.after.opened.number}`)
  }
  await failToSend(ctx)
}

/** Came by LINE, and its citizen was told where it went. */
function wasWrittenTo({ story, voice, change }: Lived): boolean {
  const told = change.events.some(({ type }) => type === 'dispatched')
  return story.channel === 'line' && voice.dialogueId !== null && told
}

function changeOf(ctx: Ctx, lived: Lived, unsent: boolean): Change {
  const { change, code, story } = lived
  const { ticketId } = change
  const stored: Change = {
    ...noChange,
    tickets: [change],
    codes: [{ ticketId, code }],
    originals: [{ ticketId, text: story.text }],
  }
  return { ...stored, ...toldOf(ctx, lived, unsent) }
}

/** The dialogue a ticket came from, as its newest event left it; what was sent long ago is not kept. */
function toldOf(
  ctx: Ctx,
  { change, story, voice }: Lived,
  unsent: boolean,
): Pick<Change, 'dialogue' | 'outbox'> {
  const { personId, dialogueId: id } = voice
  if (personId === null || id === null) return { dialogue: null, outbox: [] }
  const fresh = freshDialogue({ id, channel: story.channel, personId, now: story.at })
  const dialogue: Dialogue = { ...fresh, ticketIds: [change.ticketId] }
  const asked = change.after.callback
  const waits = asked !== null && asked.settledAt === null && asked.via === 'channel'
  const told = change.events.filter(({ type }) =>
    waits ? type === 'callback-started' : unsent && type === 'dispatched',
  )
  const then = { ...ctx, now: () => change.after.lastEventAt }
  const said = planAnnouncement(then, dialogue, change.after, told.slice(-1))
  if (said === null) return { dialogue: { ...dialogue, version: 1 }, outbox: [] }
  const keeps = unsent || story.channel === 'web-chat'
  return { dialogue: said.dialogue, outbox: keeps ? said.outbox : [] }
}

async function failToSend(ctx: Ctx): Promise<void> {
  const batches = await ctx.outbox.take(ctx.now(), failures.length, hour)
  for (const [index, { batch }] of batches.entries()) {
    const { retryAt, ...failure } = failures[index] ?? failures[0]
    const result = { ...failure, retryAt: retryAt === null ? null : ctx.now() + retryAt }
    await ctx.outbox.settle(batch, result, ctx.now())
  }
}
