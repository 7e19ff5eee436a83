import { backupCommand } from './backup-command.ts'
import { runCommand } from '#cli/setup.ts'

await runCommand(() => backupCommand(process.argv.slice(2), process.env))
