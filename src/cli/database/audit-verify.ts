import { runCommand } from '#cli/setup.ts'
import { auditVerifyCommand } from './audit-verify-command.ts'

await runCommand(() => auditVerifyCommand(process.argv.slice(2), process.env))
