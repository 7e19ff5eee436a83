/** Loads the understanding in a process of its own, reads one message, and prints what that took. */
const begin = performance.now()
const { understand } = await import('#intents/understand.ts')
understand('果园西里小区门口的烧烤摊每天晚上冒烟呛死人了')
const ready = performance.now()
const { user, system } = process.cpuUsage()
process.stdout.write(
  `${JSON.stringify({
    sinceStartMs: Math.round(ready),
    understandingMs: Math.round(ready - begin),
    cpuMs: Math.round((user + system) / 1000),
    memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
  })}\n`,
)
