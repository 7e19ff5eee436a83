import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideDistrict, districtFigures } from '#cli/understanding/district-figures.ts'
import { readLabelled } from '#cli/understanding/labelled.ts'

const at = Date.parse('2026-11-23T12:00:00+08:00')
const barbecue = '果园西里小区门口的烧烤摊每天晚上冒烟呛死人了'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiying-eval-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function file(name: string, ...lines: readonly object[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}

function run(...args: readonly string[]): { status: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['tsx', 'src/cli/understanding/eval.ts', ...args],
    {
      encoding: 'utf8',
    },
  )
  return { status, out: stdout.trim().split('\n'), err: stderr }
}

describe('labelled messages', () => {
  it('may name their category in either way', () => {
    const path = file(
      'both.jsonl',
      { text: 'a', primary: 'odor' },
      { text: 'b', category: 'wildlife' },
    )
    expect(readLabelled(path).map(({ primary }) => primary)).toEqual(['odor', 'wildlife'])
  })

  it('without a category are refused, with the number of the line', () => {
    const path = file('bad.jsonl', { text: 'a', primary: 'odor' }, { text: 'b' })
    expect(() => readLabelled(path)).toThrow('2')
  })
})

describe('figures on messages from the district', () => {
  it('count category, township, village and unit apart, over what people labelled', () => {
    const path = file(
      'district.jsonl',
      {
        ...{ text: barbecue, category: 'open-air-barbecue', handler: '果园街道' },
        ...{ town: '果园街道', village: '果园西里' },
      },
      {
        ...{ text: barbecue, category: 'open-air-barbecue', handler: '鼓楼街道' },
        ...{ town: '鼓楼街道', village: null },
      },
      { text: barbecue, category: 'odor' },
    )
    expect(districtFigures(decideDistrict(readLabelled(path), at))).toEqual({
      n: 2,
      category: 1,
      township: 0.5,
      village: 1,
      handler: 0.5,
      unopened: 1,
    })
  })
})

describe('npm run eval', () => {
  it('ends with one line of figures, the district’s among them when places are labelled', () => {
    const label = { category: 'open-air-barbecue', town: '果园街道', handler: '果园街道' }
    const { status, out } = run(file('one.jsonl', { text: barbecue, ...label }))
    expect(status).toBe(0)
    expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({
      n: 1,
      top1: 1,
      top3: 1,
      coverage: 1,
      district: { n: 1, category: 1, township: 1, handler: 1 },
    })
  })

  it('counts a secondary category as accepted, and another of the same unit as the same door', () => {
    const path = file(
      'doors.jsonl',
      { text: barbecue, primary: 'bare-soil-dust' },
      { text: barbecue, primary: 'catering-fumes', secondary: ['open-air-barbecue'] },
      { text: barbecue, primary: 'odor' },
      { text: barbecue, primary: 'open-air-barbecue' },
    )
    const { out } = run(path)
    const figures: unknown = JSON.parse(out.at(-1) ?? '')
    expect(figures).toMatchObject({ top1: 0.25, accepted: 0.5, door: 0.5 })
  })

  it('prints between which values each figure would lie with other messages, the same each time', () => {
    const labels = ['open-air-barbecue', 'odor', 'catering-fumes', 'bare-soil-dust']
    const path = file('some.jsonl', ...labels.map((primary) => ({ text: barbecue, primary })))
    const [first, again] = [run(path), run(path)].map(({ out }) => out.at(-1) ?? '')
    const withoutSpeed = (line: string | undefined) => line?.replace(/"msgsPerSecond":\d+/, '')
    expect(withoutSpeed(first)).toBe(withoutSpeed(again))
    expect(JSON.parse(first ?? '')).toMatchObject({ top1Interval: [0, 0.75], doorInterval: [0, 1] })
  })

  it('says what is missing when no file is named', () => {
    const { status, err } = run()
    expect(status).toBe(1)
    expect(err).toContain('npm run eval')
  })
})
