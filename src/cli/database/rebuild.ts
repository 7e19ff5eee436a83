import { runCommand } from '#cli/setup.ts'
import { rebuildCommand } from './rebuild-command.ts'

await runCommand(() => rebuildCommand(process.argv.slice(2), process.env))
