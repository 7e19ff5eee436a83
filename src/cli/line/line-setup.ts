import { runCommand } from '#cli/setup.ts'
import { lineSetupCommand } from './line-setup-command.ts'

await runCommand(() => lineSetupCommand(process.argv.slice(2), process.env))
