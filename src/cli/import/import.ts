import { importCommand } from './import-command.ts'
import { runCommand } from '#cli/setup.ts'

await runCommand(() => importCommand(process.argv.slice(2), process.env))
