const timersEveryMs = 2_000

/** Repeats some work, one round after another, never two at once; a failed round is `run`'s to log. */
export function repeat(
  work: () => Promise<unknown>,
  run: (work: Promise<unknown>) => void,
  everyMs = timersEveryMs,
): NodeJS.Timeout {
  let busy = false
  return setInterval(() => {
    if (busy) return
    busy = true
    run(work().finally(() => (busy = false)))
  }, everyMs)
}
