import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

function runPlan(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/explain/plan.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
}

/** Safe because the tests read only what they then compare. */
type Printed = {
  readonly year: number
  readonly tasks: readonly {
    readonly id: string
    readonly measures: readonly { readonly id: string; readonly primary: readonly string[] }[]
  }[]
  readonly groups: readonly { readonly label: string; readonly members: readonly string[] | null }[]
}

describe('npm run plan', { timeout: 30_000 }, () => {
  it('prints one task for people, its units by name', () => {
    const { stdout, status } = runPlan('air-21')
    expect(status).toBe(0)
    expect(stdout).toContain('air-21.5')
    expect(stdout).toContain('牵头部门 区公安分局')
  })

  it('prints all 106 tasks as JSON, with their measures and the names of their units', () => {
    const { year, tasks } = JSON.parse(runPlan('--json').stdout) as Printed
    expect([year, tasks.length]).toEqual([2023, 106])
    const night = tasks.flatMap((task) => task.measures).find(({ id }) => id === 'air-21.2')
    expect(night?.primary).toEqual(['各镇街（地区）'])
  })

  it('says whom the plan means by 各镇街（地区）: twenty and the park', () => {
    const { groups } = JSON.parse(runPlan('--json').stdout) as Printed
    const members = groups.find(({ label }) => label === '各镇街（地区）')?.members
    expect(members).toHaveLength(21)
    expect(members).toContain('中关村密云园')
  })

  it('prints one measure alone', () => {
    const { tasks } = JSON.parse(runPlan('air-21.5', '--json').stdout) as Printed
    expect(tasks.flatMap((task) => task.measures.map(({ id }) => id))).toEqual(['air-21.5'])
  })

  it.each([['air-99'], ['air-21.99'], ['--year', '1999']])(
    'says how it is used when there is no such task, measure or year: %s',
    (...args) => {
      const { stderr, status } = runPlan(...args)
      expect(status).toBe(2)
      expect(stderr).toContain('npm run plan')
    },
  )
})
