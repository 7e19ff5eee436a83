import { types } from 'wechaty'
import type { Friendship, Message } from 'wechaty'
import type { Ctx } from '#app/ctx.ts'
import { deliverOutbox } from '#app/outbox/deliver-outbox.ts'
import { fetchAttachments } from '#app/files/fetch-attachments.ts'
import type { InboundMessage } from '#app/messages.ts'
import type { Fetcher } from '#app/ports.ts'
import { answerStored } from '#app/talk/receive-message.ts'
import { picked } from './pick.ts'
import { readFriend, readMessage } from './wechaty-read.ts'
import type { LiveBot } from './wechaty-send.ts'
import { nameOf } from './wechaty-session.ts'

/** Wechaty delivers once only, so storing is tried for about a minute. */
const storeTries = 7
const firstWaitMs = 1000

export type ReceiverDeps = {
  readonly ctx: () => Ctx
  readonly live: LiveBot
  readonly fetch: Fetcher
  /** Lets work go on after a message is stored. */
  readonly background: (work: Promise<unknown>) => void
}

export type Receiver = {
  readonly onMessage: (message: Message) => void
  readonly onFriendship: (friendship: Friendship) => void
  /** Resolves when everything received so far is stored. */
  readonly stored: () => Promise<void>
}

/** Takes what Wechaty delivers: stored one after another, in the order it came; answered after that. */
export function makeReceiver(deps: ReceiverDeps): Receiver {
  let last: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work).catch((error: unknown) => {
      deps.ctx().log.error('bot.lost', { error: nameOf(error) })
    })
  }
  return {
    onMessage: (message) => {
      inTurn(async () => {
        const read = await readMessage(message)
        if (read !== null) await take(deps, read)
      })
    },
    onFriendship: (friendship) => {
      inTurn(() => befriend(deps, friendship))
    },
    stored: () => last,
  }
}

/** Whoever asks may be our friend: strangers cannot be answered. A new friend is greeted. */
async function befriend(deps: ReceiverDeps, friendship: Friendship): Promise<void> {
  if (friendship.type() === types.Friendship.Receive) await friendship.accept()
  else if (friendship.type() === types.Friendship.Confirm) {
    await take(deps, readFriend(friendship, deps.ctx().now()))
  }
}

async function take(deps: ReceiverDeps, read: InboundMessage): Promise<void> {
  const ctx = deps.ctx()
  const stored = await store(ctx, read)
  if (stored === null) return
  deps.background(answer(deps, stored))
}

/** What is to be answered: the message as it was first stored; null when it has been answered. */
async function store(ctx: Ctx, read: InboundMessage): Promise<InboundMessage | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      const message = await picked(ctx, read)
      const known = await ctx.inbox.put(message)
      if (known === 'done') return null
      return known === 'new' ? message : await ctx.inbox.get(message.id)
    } catch (error) {
      if (tries === storeTries) throw error
      await ctx.pause(firstWaitMs * 2 ** (tries - 1))
    }
  }
}

/** A failure is logged and counted where it happens, and tried again by the timers. */
async function answer(deps: ReceiverDeps, message: InboundMessage): Promise<void> {
  const ctx = deps.ctx()
  await answerStored(ctx, message).catch(() => undefined)
  if (deps.live.wechaty !== null) await deliverOutbox(ctx)
  if (message.content.type !== 'attachments') return
  // What is said in a voice message is answered with the fetching.
  await fetchAttachments(ctx, { 'wechat-bot': deps.fetch })
  if (deps.live.wechaty !== null) await deliverOutbox(ctx)
}
