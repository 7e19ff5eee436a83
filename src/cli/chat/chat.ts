import { parseArgs } from 'node:util'
import { runScript } from './run.ts'
import { talk } from './talk.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    script: { type: 'boolean', default: false },
    now: { type: 'string' },
    channel: { type: 'string' },
    sender: { type: 'string' },
  },
})
if (values.script) process.exitCode = await runScript(values)
else await talk(values)
