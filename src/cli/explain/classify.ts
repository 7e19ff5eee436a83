import { once } from 'node:events'
import { decide } from './decision.ts'
import { linesOf } from '#cli/lines.ts'

/**
 * Reads messages from standard input, one a line, and writes one line of JSON for each as they come. An
 * empty line gets its answer too, so that lines out stay beside lines in.
 */
async function main(): Promise<void> {
  // A reader that has heard enough (head) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  for await (const lines of linesOf(process.stdin)) {
    const at = Date.now()
    const answers = lines.map((line) => `${JSON.stringify(decide(line, at))}\n`).join('')
    if (!process.stdout.write(answers)) await once(process.stdout, 'drain')
  }
}

await main()
