import { fork } from 'node:child_process'
import { hostname } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Log } from '#app/ctx.ts'

const firstWaitMs = 1_000
const longestWaitMs = 5 * 60_000
/** One that lived so long had been well: waiting begins anew. */
const wellAfterMs = 60_000
/** A bot that does not stop by itself is ended. */
const stopWithinMs = 10_000

/** What a child process shows. */
export type Child = {
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
  readonly signal: (name: 'SIGTERM' | 'SIGKILL') => void
}

export type WatchDeps = {
  readonly start: () => Child
  readonly log: Log
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

/**
 * Keeps a child process running: one that ends is started again, later each time it ended early. Whatever
 * happens to the child, nothing is thrown here. `stop` ends it and waits for that.
 */
export function keepRunning(deps: WatchDeps): { readonly stop: () => Promise<void> } {
  let child: Child | null = null
  let isStopped = false
  let wake: () => void = () => undefined
  const stopping = new Promise<void>((resolve) => (wake = resolve))
  const watch = async () => {
    for (let failures = 0; !isStopped;) {
      const startedAt = deps.now()
      child = deps.start()
      await child.ended
      child = null
      if (isStopped) return
      failures = deps.now() - startedAt >= wellAfterMs ? 0 : failures + 1
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** failures)
      deps.log.error('bot.ended', { failures, waitMs })
      await Promise.race([deps.pause(waitMs), stopping])
    }
  }
  const done = watch()
  return {
    stop: async () => {
      isStopped = true
      wake()
      child?.signal('SIGTERM')
      const late = setTimeout(() => child?.signal('SIGKILL'), stopWithinMs)
      await done
      clearTimeout(late)
    },
  }
}

/** The bot as a child of this process, with its environment; it ends when this process does. */
export function startBotProcess(): Child {
  const path = fileURLToPath(new URL('./wechat.ts', import.meta.url))
  const holder = `${hostname()}:${String(process.pid)}`
  const child = fork(path, [holder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    ended: new Promise((resolve) => {
      child.once('exit', () => {
        resolve()
      })
      child.once('error', () => {
        resolve()
      })
    }),
    signal: (name) => {
      child.kill(name)
    },
  }
}
