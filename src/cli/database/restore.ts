import { restoreCommand } from './restore-command.ts'
import { runCommand } from '#cli/setup.ts'

await runCommand(() => restoreCommand(process.argv.slice(2), process.env))
