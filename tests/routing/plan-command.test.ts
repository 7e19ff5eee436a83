import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

function runPlan(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/plan.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
}

describe('npm run plan', { timeout: 30_000 }, () => {
  it('prints one task for people, its units by name', () => {
    const { stdout, status } = runPlan('air-21')
    expect(status).toBe(0)
    expect(stdout).toContain('air-21.5')
    expect(stdout).toContain('牵头部门 区公安分局')
  })

  it('prints all 106 tasks as JSON', () => {
    const { stdout } = runPlan('--json')
    const printed = JSON.parse(stdout) as { readonly tasks: readonly unknown[] } // Safe because only the count is read.
    expect(printed.tasks.length).toBe(106)
  })

  it('says how it is used when there is no such task', () => {
    const { stderr, status } = runPlan('air-99')
    expect(status).toBe(2)
    expect(stderr).toContain('npm run plan')
  })
})
