import { apiKeyCommand } from './api-key-command.ts'
import { runCommand } from '#cli/setup.ts'

await runCommand(() => apiKeyCommand(process.argv.slice(2), process.env))
