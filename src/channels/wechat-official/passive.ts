/** WeChat waits five seconds for the answer to its call; a margin is left for the way. */
export const passiveMs = 4_000

/**
 * Calls of WeChat that wait for their answer, by the message's reply token: for accounts that may not send by the
 * customer-service API, words go out in the answer itself.
 */
export type PassiveReplies = {
  /** Waits for the words to answer a call with; null when none came in time, or none will. */
  readonly wait: (token: string) => Promise<string | null>
  /** Gives the words; false when nobody waits for them any more. */
  readonly give: (token: string, words: string) => boolean
  /** Nothing more will come. */
  readonly close: (token: string) => void
}

/** `patienceMs`: how long a call is kept waiting. */
export function passiveReplies(patienceMs = passiveMs): PassiveReplies {
  const waiting = new Map<string, (words: string | null) => void>()
  const settle = (token: string, words: string | null): boolean => {
    const answer = waiting.get(token)
    waiting.delete(token)
    answer?.(words)
    return answer !== undefined
  }
  return {
    wait: (token) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => settle(token, null), patienceMs)
        waiting.set(token, (words) => {
          clearTimeout(timer)
          resolve(words)
        })
      }),
    give: settle,
    close: (token) => {
      settle(token, null)
    },
  }
}
