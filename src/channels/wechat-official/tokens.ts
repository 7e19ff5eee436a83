/** A token and how many seconds it lives. */
export type Fresh = { readonly token: string; readonly seconds: number }

/** Gives the access token; `refused`: one that has just been refused, not to be given again. */
export type Tokens = (refused?: string) => Promise<string>

/** Renewed this long before its end, while WeChat still takes the old one. */
const marginMs = 5 * 60 * 1000

/**
 * Keeps WeChat's access token: asked for once however many need it at the same time, kept until shortly
 * before it ends. A failure to get one is thrown to whoever waits and forgotten. `now`: UTC milliseconds.
 */
export function keepToken(ask: () => Promise<Fresh>, now: () => number): Tokens {
  let held: { readonly token: string; readonly until: number } | null = null
  let asking: Promise<string> | null = null
  async function renew(): Promise<string> {
    try {
      const { token, seconds } = await ask()
      held = { token, until: now() + seconds * 1000 - marginMs }
      return token
    } finally {
      asking = null
    }
  }
  return (refused) => {
    if (held !== null && held.token !== refused && now() < held.until) {
      return Promise.resolve(held.token)
    }
    asking ??= renew()
    return asking
  }
}
