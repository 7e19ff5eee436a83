import { exportResultsCommand } from './export-results-command.ts'
import { runCommand } from '#cli/setup.ts'

await runCommand(() => exportResultsCommand(process.argv.slice(2), process.env))
